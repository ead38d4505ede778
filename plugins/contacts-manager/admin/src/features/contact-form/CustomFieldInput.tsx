import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { CustomField, FieldType } from '../../../../shared/custom-fields';
import { customColumn } from '../../../../shared/import-fields';
import { useText } from '../../components/useText';
import { SeveralField } from './SeveralField';
import { TextField } from './TextField';
import { useProblemText } from './useProblemText';
import type { FieldProblem } from './validate-entries';

interface Props {
  field: Pick<CustomField, 'key' | 'label' | 'type' | 'options' | 'required' | 'help'>;
  /** As typed or chosen; also as stored. */
  value: unknown;
  problem: FieldProblem | undefined;
  onChange: (value: unknown) => void;
  /** The person is done with this field for now. */
  onFinish: () => void;
}

/** The input for a value of a custom field, by its type. */
export function CustomFieldInput(props: Props) {
  switch (props.field.type) {
    case 'yes-no':
      return <YesNoInput {...props} />;
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'choices':
      return <ChoicesInput {...props} />;
    default:
      return <TypedInput {...props} />;
  }
}

const LOOKS: Partial<Record<FieldType, Partial<Parameters<typeof TextField>[0]>>> = {
  'long-text': { isLong: true },
  number: { inputMode: 'decimal' },
  date: { type: 'date' },
  email: { type: 'email' },
  link: { type: 'url' },
};

function TypedInput({ field, value, problem, onChange, onFinish }: Props) {
  return (
    <TextField
      name={customColumn(field.key)}
      label={field.label}
      {...(field.help === null ? {} : { hint: field.help })}
      isRequired={field.required}
      {...LOOKS[field.type]}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      problem={problem}
      onChange={onChange}
      onFinish={onFinish}
    />
  );
}

interface Option {
  value: string;
  label: string;
}

interface SelectProps extends Pick<Props, 'field' | 'problem'> {
  options: Option[];
  value: string;
  onChange: (value: string) => void;
}

function OneOf({ field, problem, options, value, onChange }: SelectProps) {
  const t = useText();
  const problemText = useProblemText();
  return (
    <Field.Root
      name={customColumn(field.key)}
      hint={field.help ?? undefined}
      required={field.required}
      error={problem && problemText(problem)}
    >
      <Field.Label>{field.label}</Field.Label>
      <SingleSelect
        value={value}
        placeholder={t('fields.choose')}
        clearLabel={t('fields.clear', { label: field.label })}
        onClear={() => onChange('')}
        onChange={(chosen) => onChange(String(chosen))}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

const YES = 'yes';
const NO = 'no';

function YesNoInput({ value, onChange, onFinish, ...props }: Props) {
  const t = useText();
  return (
    <OneOf
      {...props}
      options={[
        { value: YES, label: t('fields.yes') },
        { value: NO, label: t('fields.no') },
      ]}
      value={typeof value === 'boolean' ? (value ? YES : NO) : ''}
      onChange={(chosen) => {
        onChange(chosen === '' ? null : chosen === YES);
        onFinish();
      }}
    />
  );
}

function ChoiceInput({ value, onChange, onFinish, ...props }: Props) {
  const { options } = props.field;
  const chosen = typeof value === 'string' ? value : '';
  // A value whose option is gone is still what the contact has.
  const all = chosen === '' || options.includes(chosen) ? options : [...options, chosen];
  return (
    <OneOf
      {...props}
      options={all.map((option) => ({ value: option, label: option }))}
      value={chosen}
      onChange={(next) => {
        onChange(next || null);
        onFinish();
      }}
    />
  );
}

function ChoicesInput({ field, value, problem, onChange, onFinish }: Props) {
  const t = useText();
  const problemText = useProblemText();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const all = [...field.options, ...chosen.filter((option) => !field.options.includes(option))];
  return (
    <SeveralField
      label={field.label}
      searchLabel={t('fields.search-options')}
      summary={t('fields.chosen', { count: chosen.length })}
      emptyText={t('search.no-option')}
      hint={field.help ?? undefined}
      isRequired={field.required}
      problem={problem && problemText(problem)}
      options={all.map((option) => ({ documentId: option, name: option }))}
      value={chosen}
      onChange={(next) => {
        // Options that are gone go with the first change: they could not be saved any more.
        onChange(field.options.filter((option) => next.includes(option)));
        onFinish();
      }}
    />
  );
}
