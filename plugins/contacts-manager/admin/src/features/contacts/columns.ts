import type { CustomField } from '../../../../shared/custom-fields';
import type { SortField } from '../../../../shared/filter';
import type { TextKey } from '../../components/useText';

interface Column {
  label: TextKey;
  /** Absent where the server does not sort, and where a whole tab has one value. */
  sort?: SortField;
}

/** Every column that is not a custom field, in the order in which they are offered. */
export const COLUMNS = {
  name: { label: 'column.name', sort: 'name' },
  category: { label: 'column.category' },
  primaryContact: { label: 'column.primaryContact', sort: 'primaryContact' },
  secondaryContact: { label: 'column.secondaryContact', sort: 'secondaryContact' },
  groups: { label: 'column.groups' },
  status: { label: 'column.status' },
  createdAt: { label: 'column.createdAt', sort: 'createdAt' },
  email: { label: 'column.email', sort: 'email' },
  statusChangedAt: { label: 'column.statusChangedAt', sort: 'statusChangedAt' },
  source: { label: 'column.source' },
  lastInteractionAt: { label: 'column.lastInteractionAt' },
  notes: { label: 'column.notes' },
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
  | { key: string; field: CustomField; name?: never };

const FIELD_PREFIX = 'customFields.';
const isColumnName = (key: string): key is ColumnName => Object.hasOwn(COLUMNS, key);

/** All there is to choose from. */
export const allColumns = (fields: readonly CustomField[]): ListColumn[] => [
  ...Object.keys(COLUMNS)
    .filter(isColumnName)
    .map((name) => ({ key: name, name })),
  ...fields.map((field) => ({ key: `${FIELD_PREFIX}${field.key}`, field })),
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
