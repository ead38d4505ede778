import type { CustomField } from './custom-fields';
import { IMPORT_FIELD_NAMES, IMPORT_FIELDS, type ImportField } from './import-fields';

/** What an export has beside the columns an import reads. */
export const EXTRA_COLUMNS = {
  status: 'Status',
  statusReason: 'Status reason',
  source: 'Source',
  createdAt: 'Created At',
} as const;
export type ExtraColumn = keyof typeof EXTRA_COLUMNS;
const EXTRA_COLUMN_NAMES = Object.keys(EXTRA_COLUMNS) as ExtraColumn[];

export type ExportColumn = { key: string; header: string } & (
  | { kind: 'field'; field: ImportField }
  | { kind: 'custom'; definition: CustomField }
  | { kind: 'extra'; field: ExtraColumn }
);

/** All columns of an export, in order: those of the template, the custom fields, then what no import reads. */
export const exportColumns = (customFields: readonly CustomField[]): ExportColumn[] => [
  ...IMPORT_FIELD_NAMES.map((field) => {
    const { header } = IMPORT_FIELDS[field];
    return { kind: 'field' as const, field, key: field, header };
  }),
  ...customFields.map((definition) => {
    const { key, label } = definition;
    return { kind: 'custom' as const, definition, key: `customFields.${key}`, header: label };
  }),
  ...EXTRA_COLUMN_NAMES.map((field) => {
    return { kind: 'extra' as const, field, key: field, header: EXTRA_COLUMNS[field] };
  }),
];
