import type { ContactView } from '../../../../shared/contracts/contacts';
import { numbersOf, type MergeChoice } from '../../../../shared/merge';
import { formatPhone } from '../../../../shared/phone';
import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { useText } from '../../components/useText';
import { fieldOptionsOf, joinedNotes, optionsOf } from './merge-options';
import { OptionField } from './OptionField';

interface Props {
  contacts: readonly [ContactView, ContactView];
  choice: MergeChoice;
  onChange: (change: Partial<MergeChoice>) => void;
}

/** The numbers of both: one is the main one, one more can stay. */
function NumberFields({ contacts, choice, onChange }: Props) {
  const t = useText();
  const numbers = numbersOf(...contacts).map((value) => ({ value, text: formatPhone(value) }));
  const others = numbers.filter(({ value }) => value !== choice.primaryContact);
  const choosePrimary = (primaryContact: string | undefined) => {
    const isSwapped = primaryContact === choice.secondaryContact;
    onChange({
      primaryContact,
      // The number that was the main one stays if it can.
      ...(isSwapped && { secondaryContact: choice.primaryContact ?? null }),
    });
  };
  return (
    <>
      <OptionField<string | undefined>
        label={t('column.primaryContact')}
        options={numbers}
        value={choice.primaryContact}
        onChange={choosePrimary}
      />
      <OptionField<string | null>
        label={t('column.secondaryContact')}
        options={[...others, { value: null, text: null }]}
        emptyText={t('merge.no-second')}
        value={choice.secondaryContact ?? null}
        onChange={(secondaryContact) => onChange({ secondaryContact })}
      />
    </>
  );
}

/** Every field in which the two differ. */
export function MergeFields({ contacts, choice, onChange }: Props) {
  const t = useText();
  const differing = fieldOptionsOf(contacts);
  const { data: fields = [] } = useGetCustomFieldsQuery(undefined, {
    skip: differing.length === 0,
  });
  const labelOf = (key: string) => fields.find((field) => field.key === key)?.label ?? key;
  const joined = joinedNotes(contacts);
  const both = joined === null ? [] : [{ value: joined, text: t('merge.both-notes') }];
  return (
    <>
      <OptionField
        label={t('column.name')}
        options={optionsOf('name', contacts)}
        value={choice.name ?? null}
        onChange={(name) => onChange({ name: name ?? undefined })}
      />
      <NumberFields contacts={contacts} choice={choice} onChange={onChange} />
      <OptionField
        label={t('form.email')}
        options={optionsOf('email', contacts)}
        value={choice.email ?? null}
        onChange={(email) => onChange({ email })}
      />
      <OptionField
        label={t('column.category')}
        options={optionsOf('category', contacts)}
        value={choice.category ?? null}
        onChange={(category) => onChange({ category })}
      />
      <OptionField
        label={t('form.notes')}
        options={[...both, ...optionsOf('notes', contacts)]}
        value={choice.notes ?? null}
        onChange={(notes) => onChange({ notes })}
      />
      {differing.map(({ key, options }) => (
        <OptionField
          key={key}
          label={labelOf(key)}
          options={options}
          value={choice.customFields?.[key]}
          onChange={(value) => onChange({ customFields: { ...choice.customFields, [key]: value } })}
        />
      ))}
    </>
  );
}
