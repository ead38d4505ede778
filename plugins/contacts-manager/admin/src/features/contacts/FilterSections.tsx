import {
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useId, type ReactNode } from 'react';
import { CONTACT_SOURCES } from '../../../../shared/contact';
import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { useText, type TextKey } from '../../components/useText';
import { FieldConditions } from './FieldConditions';
import type { ListFilter } from './list-address';
import { RecordFilter } from './RecordFilter';

function Section({ label, children }: { label: TextKey; children: ReactNode }) {
  const t = useText();
  const id = useId();
  return (
    <Flex role="group" aria-labelledby={id} direction="column" alignItems="stretch" gap={2}>
      <Typography id={id} variant="delta" tag="h3">
        {t(label)}
      </Typography>
      {children}
    </Flex>
  );
}

interface PartProps {
  filter: ListFilter;
  onChange: (patch: Partial<ListFilter>) => void;
}

const GROUP_LABELS = {
  groups: 'filters.groupsAny',
  groupsAll: 'filters.groupsAll',
  groupsNone: 'filters.groupsNone',
} as const satisfies Record<string, TextKey>;

function GroupsSection({ filter, onChange }: PartProps) {
  const t = useText();
  return (
    <Section label="filters.groups">
      <Flex gap={2} wrap="wrap">
        {(['groups', 'groupsAll', 'groupsNone'] as const).map((kind) => (
          <RecordFilter
            key={kind}
            kind="groups"
            label={t(GROUP_LABELS[kind])}
            value={filter[kind]}
            onChange={(value) => onChange({ [kind]: value })}
          />
        ))}
      </Flex>
    </Section>
  );
}

function DaysSection({
  kind,
  filter,
  onChange,
}: PartProps & { kind: 'created' | 'statusChanged' }) {
  const t = useText();
  return (
    <Section label={`filters.${kind}`}>
      <Flex gap={4} wrap="wrap">
        {(['From', 'To'] as const).map((end) => (
          <Field.Root key={end}>
            <Field.Label>{t(`filters.day${end}`)}</Field.Label>
            <Field.Input
              type="date"
              size="S"
              value={filter[`${kind}${end}`]}
              onChange={(event: { target: { value: string } }) =>
                onChange({ [`${kind}${end}`]: event.target.value })
              }
            />
          </Field.Root>
        ))}
      </Flex>
    </Section>
  );
}

function SourceSection({ filter, onChange }: PartProps) {
  const t = useText();
  return (
    <Section label="filters.source">
      <Flex gap={4} wrap="wrap">
        {CONTACT_SOURCES.map((source) => (
          <Checkbox
            key={source}
            checked={filter.source.includes(source)}
            onCheckedChange={(isTicked) =>
              onChange({
                source: CONTACT_SOURCES.filter((one) =>
                  one === source ? isTicked === true : filter.source.includes(one),
                ),
              })
            }
          >
            {t(`source.${source}`)}
          </Checkbox>
        ))}
      </Flex>
    </Section>
  );
}

const isAnswer = (value: unknown): value is 'yes' | 'no' => value === 'yes' || value === 'no';

function PresenceSection({ filter, onChange }: PartProps) {
  const t = useText();
  return (
    <Section label="filters.presence">
      <Flex gap={4} wrap="wrap">
        {(['hasEmail', 'hasSecondary'] as const).map((kind) => (
          <Field.Root key={kind} width="22rem">
            <Field.Label>{t(`filters.${kind}`)}</Field.Label>
            <SingleSelect
              size="S"
              value={filter[kind]}
              placeholder={t('filters.any')}
              clearLabel={t('filters.any')}
              onClear={() => onChange({ [kind]: '' })}
              onChange={(value) => onChange({ [kind]: isAnswer(value) ? value : '' })}
            >
              {(['yes', 'no'] as const).map((answer) => (
                <SingleSelectOption key={answer} value={answer}>
                  {t(`filters.${answer}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        ))}
      </Flex>
    </Section>
  );
}

/** The filters that are asked for less often. */
export function FilterSections({ filter, onChange }: PartProps) {
  const { data: fields = [] } = useGetCustomFieldsQuery(undefined);
  return (
    <>
      <GroupsSection filter={filter} onChange={onChange} />
      <DaysSection kind="created" filter={filter} onChange={onChange} />
      <DaysSection kind="statusChanged" filter={filter} onChange={onChange} />
      <SourceSection filter={filter} onChange={onChange} />
      <PresenceSection filter={filter} onChange={onChange} />
      {fields.length > 0 ? (
        <Section label="filters.fields">
          <FieldConditions
            fields={fields}
            value={filter.fields}
            onChange={(value) => onChange({ fields: value })}
          />
        </Section>
      ) : null}
    </>
  );
}
