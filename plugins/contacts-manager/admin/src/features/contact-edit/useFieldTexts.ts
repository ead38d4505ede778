import type { ContactBody, ContactView } from '../../../../shared/contracts/contacts';
import { formatPhone, parsePhone } from '../../../../shared/phone';
import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { useGetNamedRecordsQuery } from '../../api/named-records';
import { useFieldValueText } from '../../components/useFieldValueText';
import { useText, type TextKey } from '../../components/useText';
import { valueAt, type ValuePath } from './edit-values';

const LABELS: Record<string, TextKey> = {
  name: 'column.name',
  primaryContact: 'column.primaryContact',
  secondaryContact: 'column.secondaryContact',
  email: 'form.email',
  category: 'column.category',
  groups: 'column.groups',
  notes: 'form.notes',
};

const phoneText = (typed: string): string => {
  const parsed = parsePhone(typed);
  return parsed.ok ? formatPhone(parsed.phone) : typed;
};

/** Names of fields and what stands in them, as people read them. */
export function useFieldTexts(contact: ContactView) {
  const t = useText();
  const fieldValueText = useFieldValueText();
  const { data: fields = [] } = useGetCustomFieldsQuery(undefined);
  const { data: categories = [] } = useGetNamedRecordsQuery({ kind: 'categories' });

  const labelOf = ([field = '', key]: ValuePath): string => {
    const label = LABELS[field];
    if (label) return t(label);
    return fields.find((known) => known.key === key)?.label ?? String(key ?? field);
  };
  const textOf = (path: ValuePath, values: ContactBody): string => {
    const [field, key] = path;
    const value = valueAt(values, path);
    if (field === 'customFields') {
      return fieldValueText(fields.find((known) => known.key === key) ?? { type: 'text' }, value);
    }
    if (typeof value !== 'string') return '';
    if (field === 'primaryContact' || field === 'secondaryContact') return phoneText(value);
    if (field !== 'category') return value;
    const known = [...categories, ...(contact.category ? [contact.category] : [])];
    return known.find(({ documentId }) => documentId === value)?.name ?? '';
  };
  return { labelOf, textOf };
}
