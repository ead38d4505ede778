import {
  Field,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import type { CustomField } from '../../../../shared/custom-fields';
import type { FieldOperator } from '../../../../shared/filter';
import { useText } from '../../components/useText';
import { optionsIn } from './condition-text';

interface Props {
  field: CustomField;
  operator: FieldOperator;
  /** As the contract writes it. */
  value: string;
  onChange: (value: string) => void;
}

const INPUTS: Partial<Record<CustomField['type'], string>> = { number: 'number', date: 'date' };

function OneOf({
  options,
  value,
  onChange,
}: Pick<Props, 'value' | 'onChange'> & {
  options: readonly { value: string; label: string }[];
}) {
  return (
    <SingleSelect size="S" value={value} onChange={(next) => onChange(String(next))}>
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

/** What a custom field is compared with: an input that fits its type. */
function ValueInput({ field, operator, value, onChange }: Props) {
  const t = useText();
  if (field.type === 'yes-no') {
    const options = (['yes', 'no'] as const).map((answer) => ({
      value: answer,
      label: t(`fields.${answer}`),
    }));
    return <OneOf options={options} value={value} onChange={onChange} />;
  }
  if (operator === 'in') {
    return (
      <MultiSelect
        size="S"
        value={optionsIn({ key: field.key, operator, value })}
        onChange={(chosen) => onChange(JSON.stringify(chosen))}
      >
        {field.options.map((option) => (
          <MultiSelectOption key={option} value={option}>
            {option}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    );
  }
  if (field.type === 'choice' || field.type === 'choices') {
    const options = field.options.map((option) => ({ value: option, label: option }));
    return <OneOf options={options} value={value} onChange={onChange} />;
  }
  return (
    <Field.Input
      size="S"
      type={INPUTS[field.type] ?? 'text'}
      step="any"
      maxLength={500}
      value={value}
      onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
    />
  );
}

export function ConditionValue(props: Props) {
  const t = useText();
  return (
    <Field.Root width="18rem">
      <Field.Label>{t('filters.value')}</Field.Label>
      <ValueInput {...props} />
    </Field.Root>
  );
}
