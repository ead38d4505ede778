import type { CustomField } from '../../../../shared/custom-fields';
import {
  FIELD_PREFIX,
  type ContactSort,
  type FieldSort,
  type SortField,
} from '../../../../shared/filter';
import type { TextKey } from '../../components/useText';

interface Column {
  label: TextKey;
  sort: SortField;
}

/** Every column that is not a custom field, in the order in which they are offered. */
export const COLUMNS = {
  name: { label: 'column.name', sort: 'name' },
  category: { label: 'column.category', sort: 'category' },
  primaryContact: { label: 'column.primaryContact', sort: 'primaryContact' },
  secondaryContact: { label: 'column.secondaryContact', sort: 'secondaryContact' },
  groups: { label: 'column.groups', sort: 'groups' },
  status: { label: 'column.status', sort: 'contactStatus' },
  createdAt: { label: 'column.createdAt', sort: 'createdAt' },
  email: { label: 'column.email', sort: 'email' },
  statusChangedAt: { label: 'column.statusChangedAt', sort: 'statusChangedAt' },
  source: { label: 'column.source', sort: 'source' },
  lastInteractionAt: { label: 'column.lastInteractionAt', sort: 'lastInteractionAt' },
  notes: { label: 'column.notes', sort: 'notes' },
  updatedAt: { label: 'column.updatedAt', sort: 'updatedAt' },
} as const satisfies Record<string, Column>;
export type ColumnName = keyof typeof COLUMNS;

export const DEFAULT_COLUMNS: readonly ColumnName[] = [
  ...(['name', 'category', 'primaryContact', 'secondaryContact'] as const),
  ...(['groups', 'status', 'createdAt'] as const),
];

/** A column as the list draws it. */
export type ListColumn =
  | { key: string; name: ColumnName; field?: never }
  | { key: FieldSort; field: CustomField; name?: never };

const isColumnName = (key: string): key is ColumnName => Object.hasOwn(COLUMNS, key);

/** A first click sorts names from A and dates from the newest; the next one turns it round. */
export function nextSort(column: ListColumn, sort: ContactSort): ContactSort {
  const field = sortOf(column);
  if (sort.field === field) return { field, direction: sort.direction === 'asc' ? 'desc' : 'asc' };
  const isTime = column.field ? column.field.type === 'date' : field.endsWith('At');
  return { field, direction: isTime ? 'desc' : 'asc' };
}

export const sortOf = (column: ListColumn): SortField =>
  column.field ? column.key : COLUMNS[column.name].sort;

/** All there is to choose from. */
export const allColumns = (fields: readonly CustomField[]): ListColumn[] => [
  ...Object.keys(COLUMNS)
    .filter(isColumnName)
    .map((name) => ({ key: name, name })),
  ...fields.map((field) => ({ key: `${FIELD_PREFIX}${field.key}` as const, field })),
];

/**
 * The columns of these keys, in their order. Keys outlive releases and custom fields: an unknown one is left out.
 * The name is always there, because it says whose row it is.
 */
export function chosenColumns(
  keys: readonly string[] | null,
  fields: readonly CustomField[],
): ListColumn[] {
  const known = new Map(allColumns(fields).map((column) => [column.key, column]));
  const chosen = [...new Set(keys ?? DEFAULT_COLUMNS)].flatMap((key) => known.get(key) ?? []);
  const name = known.get('name');
  return name && !chosen.includes(name) ? [name, ...chosen] : chosen;
}
