import type { Knex } from 'knex';
import type { CustomField, FieldType, FieldValue } from '../../../shared/custom-fields';

interface FieldRow {
  document_id: string;
  key: string;
  label: string;
  type: FieldType;
  options: string;
  required: number;
  help: string | null;
  default_value: string | null;
}

/** All custom fields in the order of the screens. Works inside a transaction, too. */
export async function listCustomFields(knex: Knex): Promise<CustomField[]> {
  const rows = await knex<FieldRow>('contact_custom_fields').orderBy(['position', 'key']);
  return rows.map((row, position) => ({
    documentId: row.document_id,
    key: row.key,
    label: row.label,
    type: row.type,
    options: JSON.parse(row.options) as string[],
    required: row.required === 1,
    help: row.help,
    defaultValue: row.default_value === null ? null : (JSON.parse(row.default_value) as FieldValue),
    position,
  }));
}
