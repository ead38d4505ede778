import { Accordion, Flex } from '@strapi/design-system';
import { useGetContactSettingsQuery } from '../../api/contacts';
import type { UploadOptions } from '../../api/upload-import';
import { ChoiceField, type Choice } from '../../components/ChoiceField';
import { useText } from '../../components/useText';
import { AdditionFields } from './AdditionFields';
import { CountryField } from './CountryField';

const EXISTING = [
  { value: 'skip', label: 'import.existing.skip', hint: 'import.existing.skip.hint' },
  { value: 'update', label: 'import.existing.update', hint: 'import.existing.update.hint' },
] as const satisfies readonly Choice<UploadOptions['existing']>[];

const UNKNOWN_NAMES = [
  { value: 'create', label: 'import.names.create', hint: 'import.names.create.hint' },
  { value: 'reject', label: 'import.names.reject', hint: 'import.names.reject.hint' },
] as const satisfies readonly Choice<UploadOptions['unknownNames']>[];

const SHARED_SECONDARY = [
  { value: 'keep', label: 'import.shared.keep', hint: 'import.shared.keep.hint' },
  { value: 'drop', label: 'import.shared.drop', hint: 'import.shared.drop.hint' },
] as const satisfies readonly Choice<UploadOptions['sharedSecondary']>[];

interface Props {
  options: UploadOptions;
  onChange: (options: UploadOptions) => void;
  isOpenAtFirst: boolean;
}

/** What most people never need: what happens to numbers that exist, to unknown names, to local numbers, and what everybody gets. */
export function UploadOptionsPanel({ options, onChange, isOpenAtFirst }: Props) {
  const t = useText();
  const { data: settings } = useGetContactSettingsQuery(undefined);
  return (
    <Accordion.Root collapsible size="S" {...(isOpenAtFirst ? { defaultValue: 'options' } : {})}>
      <Accordion.Item value="options">
        <Accordion.Header>
          <Accordion.Trigger>{t('import.options.title')}</Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          <Flex direction="column" alignItems="stretch" gap={6} padding={6}>
            <ChoiceField
              label={t('import.existing.label')}
              value={options.existing}
              choices={EXISTING}
              onChange={(existing) => onChange({ ...options, existing })}
            />
            <ChoiceField
              label={t('import.names.label')}
              value={options.unknownNames}
              choices={UNKNOWN_NAMES}
              onChange={(unknownNames) => onChange({ ...options, unknownNames })}
            />
            {settings?.uniqueness === 'primary' && (
              <ChoiceField
                label={t('import.shared.label')}
                value={options.sharedSecondary}
                choices={SHARED_SECONDARY}
                onChange={(sharedSecondary) => onChange({ ...options, sharedSecondary })}
              />
            )}
            <CountryField
              value={options.country}
              onChange={(country) => onChange({ ...options, country })}
            />
            <AdditionFields options={options} onChange={onChange} />
          </Flex>
        </Accordion.Content>
      </Accordion.Item>
    </Accordion.Root>
  );
}
