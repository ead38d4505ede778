import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useGetNamedRecordsQuery } from '../../api/named-records';
import { useText } from '../../components/useText';
import { LeaveOut } from './LeaveOut';
import { useProblemText } from './useProblemText';
import type { FieldProblem } from './validate-entries';

interface Props {
  label?: string;
  hint?: string;
  /** documentId */
  value: string | null;
  problem: FieldProblem | undefined;
  onChange: (value: string | null) => void;
}

export function CategoryField({ label, hint, value, problem, onChange }: Props) {
  const t = useText();
  const problemText = useProblemText();
  const { data = [], isLoading } = useGetNamedRecordsQuery({ kind: 'categories' });
  return (
    <Field.Root name="category" hint={hint} error={problem ? problemText(problem) : undefined}>
      <Field.Label>{label ?? t('column.category')}</Field.Label>
      <Combobox
        // The box reads the chosen name from its options once, when it appears.
        key={isLoading ? 'loading' : 'loaded'}
        autocomplete={{ type: 'list', filter: 'contains' }}
        loading={isLoading}
        value={value ?? ''}
        placeholder={t('form.choose-category')}
        noOptionsMessage={() => t('search.no-option')}
        clearLabel={t('form.clear-category')}
        onChange={(next: string | undefined) => onChange(next || null)}
        onClear={() => onChange(null)}
      >
        {data.map(({ documentId, name }) => (
          <ComboboxOption key={documentId} value={documentId} textValue={name}>
            {name}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Hint />
      <Field.Error />
      <LeaveOut problem={problem} onLeaveOut={() => onChange(value)} />
    </Field.Root>
  );
}
