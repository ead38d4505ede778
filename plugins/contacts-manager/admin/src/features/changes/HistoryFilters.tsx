import { Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { OPERATION_KINDS } from '../../../../shared/contracts/operations';
import { useGetOperationPeopleQuery } from '../../api/operations';
import { useText } from '../../components/useText';
import { ContactFilter } from './ContactFilter';
import { isHistoryNarrowed, type HistoryAddress } from './history-address';

interface Props {
  address: HistoryAddress;
  onChange: (patch: Partial<HistoryAddress>) => void;
}

/** By what was done, by whom, to whom and when. */
export function HistoryFilters({ address, onChange }: Props) {
  const t = useText();
  const { data: people = [] } = useGetOperationPeopleQuery(undefined);
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-end" paddingBottom={4}>
      <Field.Root width="22rem">
        <Field.Label>{t('history.filter.kind')}</Field.Label>
        <SingleSelect
          size="S"
          value={address.kind}
          placeholder={t('history.filter.all-kinds')}
          clearLabel={t('history.filter.all-kinds')}
          onClear={() => onChange({ kind: '' })}
          onChange={(value) =>
            onChange({ kind: OPERATION_KINDS.find((kind) => kind === value) ?? '' })
          }
        >
          {OPERATION_KINDS.map((kind) => (
            <SingleSelectOption key={kind} value={kind}>
              {t(`change.kind.${kind}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root width="22rem">
        <Field.Label>{t('history.filter.actor')}</Field.Label>
        <SingleSelect
          size="S"
          value={address.actor}
          placeholder={t('history.filter.everybody')}
          clearLabel={t('history.filter.everybody')}
          onClear={() => onChange({ actor: '' })}
          onChange={(value) => onChange({ actor: String(value) })}
        >
          {people.map(({ id, name }) => (
            <SingleSelectOption key={id} value={id}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <ContactFilter value={address.contact} onChange={(contact) => onChange({ contact })} />
      {(['from', 'to'] as const).map((end) => (
        <Field.Root key={end}>
          <Field.Label>{t(`history.filter.${end}`)}</Field.Label>
          <Field.Input
            type="date"
            size="S"
            value={address[end]}
            onChange={(event: { target: { value: string } }) =>
              onChange({ [end]: event.target.value })
            }
          />
        </Field.Root>
      ))}
      {isHistoryNarrowed(address) ? (
        <Button
          size="S"
          variant="ghost"
          startIcon={<Cross aria-hidden />}
          onClick={() => onChange({ kind: '', actor: '', contact: '', from: '', to: '' })}
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </Flex>
  );
}
