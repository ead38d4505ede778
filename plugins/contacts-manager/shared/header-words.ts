import type { CustomField } from './custom-fields';
import { HEADER_SYNONYMS, NAME_PARTS } from './header-synonyms';
import {
  customColumn,
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type ImportColumn,
  type ImportField,
} from './import-fields';
import { fold, nameKey } from './text';

/** `E-Mail `, `e_mail` and `Émail` are one header. One of signs alone, such as `#`, is itself. */
export const headerKey = (header: string): string =>
  fold(header).replace(/[^\p{L}\p{M}\p{N}]/gu, '') || nameKey(header);

/** Other words for a column, as `headerKey` spells them. The template's own headers always win. */
export const SYNONYMS: Record<ImportField, readonly string[]> = {
  name: HEADER_SYNONYMS.name.map(headerKey),
  category: HEADER_SYNONYMS.category.map(headerKey),
  primaryContact: HEADER_SYNONYMS.primaryContact.map(headerKey),
  secondaryContact: HEADER_SYNONYMS.secondaryContact.map(headerKey),
  email: HEADER_SYNONYMS.email.map(headerKey),
  groups: HEADER_SYNONYMS.groups.map(headerKey),
  notes: HEADER_SYNONYMS.notes.map(headerKey),
};

const PART_KEYS = NAME_PARTS.map(headerKey);
/** Whether a column with this header has the first or the last name only. */
export const isNamePart = (header: string): boolean => PART_KEYS.includes(headerKey(header));

/** Columns of an export that an import leaves alone. */
const EXPORTED_ONLY = [
  ...['status', 'statusreason', 'statuschanged', 'statuschangedat', 'source'],
  ...['createdat', 'created', 'updatedat', 'updated', 'lastinteractionat'],
];

/** Whether a column with this header is one of the product's own, so that no custom field may be called so. */
export function isOwnHeader(header: string): boolean {
  const key = headerKey(header);
  return (
    EXPORTED_ONLY.includes(key) ||
    IMPORT_FIELD_NAMES.some(
      (field) => headerKey(IMPORT_FIELDS[field].header) === key || SYNONYMS[field].includes(key),
    )
  );
}

/** The field that a column with this header stands for, by the template's header or another word for it. */
export function fieldOfHeader(header: string): ImportField | null {
  const key = headerKey(header);
  const isOwn = (field: ImportField) => headerKey(IMPORT_FIELDS[field].header) === key;
  return (
    IMPORT_FIELD_NAMES.find(isOwn) ??
    IMPORT_FIELD_NAMES.find((field) => SYNONYMS[field].includes(key)) ??
    null
  );
}

/** The same, or the custom field that has the header for its label, else for its key. */
export function columnOfHeader(
  header: string,
  fields: readonly Pick<CustomField, 'key' | 'label'>[],
): ImportColumn | null {
  const own = fieldOfHeader(header);
  if (own) return own;
  const word = headerKey(header);
  const field =
    fields.find(({ label }) => headerKey(label) === word) ??
    fields.find(({ key }) => headerKey(key) === word);
  return field ? customColumn(field.key) : null;
}
