import { FIELD_KEY } from './custom-fields';

/** The columns of the template, in order, with the headers it carries. */
export const IMPORT_FIELDS = {
  name: { header: 'Name', required: true },
  category: { header: 'Category', required: false },
  primaryContact: { header: 'Primary Contact', required: true },
  secondaryContact: { header: 'Secondary Contact', required: false },
  email: { header: 'Email', required: false },
  groups: { header: 'Groups', required: false },
  notes: { header: 'Notes', required: false },
} as const;

export type ImportField = keyof typeof IMPORT_FIELDS;
export const IMPORT_FIELD_NAMES = Object.keys(IMPORT_FIELDS) as ImportField[];

/** The column of a custom field, by the field's key. */
export type CustomColumn = `customFields.${string}`;
/** All that can stand in a column of a workbook. */
export type ImportColumn = ImportField | CustomColumn;

const CUSTOM = 'customFields.';
export const customColumn = (key: string): CustomColumn => `${CUSTOM}${key}`;
/** The key of the custom field, or null for a column of the template's own. */
export const customKeyOf = (column: string): string | null =>
  column.startsWith(CUSTOM) ? column.slice(CUSTOM.length) : null;

export const isImportField = (column: string): column is ImportField =>
  Object.hasOwn(IMPORT_FIELDS, column);
export const isImportColumn = (column: unknown): column is ImportColumn =>
  typeof column === 'string' &&
  (isImportField(column) || FIELD_KEY.test(customKeyOf(column) ?? ''));

/** The template's example row carries this name and is never imported. */
export const EXAMPLE_NAME = 'Example – this row is not imported';
