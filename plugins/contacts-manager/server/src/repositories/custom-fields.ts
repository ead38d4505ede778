import type { Knex } from 'knex';
import type { CustomField, FieldType, FieldValue } from '../../../shared/custom-fields';
import { dialectOf } from '../database/dialect';
import { readJsonColumn } from '../database/json-column';
import { headerKey } from '../../../shared/header-words';

const TABLE = 'contact_custom_fields';
const KEYS = 'contact_custom_field_keys';

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
  const rows = await knex<FieldRow>(TABLE).orderBy(['position', 'key']);
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

/** Keeps others from changing definitions until the transaction ends; readers go on. SQLite has one writer anyway. */
export async function lockCustomFields(trx: Knex): Promise<void> {
  if (dialectOf(trx) === 'postgres')
    await trx.raw(`lock table ${TABLE} in share row exclusive mode`);
}

/** Every key that a field has, or had, with its type. */
export async function listKeyTypes(knex: Knex): Promise<Map<string, FieldType>> {
  const rows = await knex(KEYS).select<{ key: string; type: FieldType }[]>('key', 'type');
  return new Map(rows.map(({ key, type }) => [key, type]));
}

const columnsOf = (field: Omit<CustomField, 'documentId' | 'key' | 'position'>) => ({
  label: field.label,
  label_key: headerKey(field.label),
  type: field.type,
  options: JSON.stringify(field.options),
  required: field.required ? 1 : 0,
  help: field.help,
  default_value: field.defaultValue === null ? null : JSON.stringify(field.defaultValue),
});

export async function insertCustomField(trx: Knex, field: CustomField): Promise<void> {
  const { documentId, key, type, position } = field;
  await trx(TABLE).insert({ document_id: documentId, key, position, ...columnsOf(field) });
  await trx(KEYS).insert({ key, type }).onConflict('key').ignore();
}

export async function updateCustomField(trx: Knex, field: CustomField): Promise<void> {
  await trx(TABLE).where({ document_id: field.documentId }).update(columnsOf(field));
}

/** Values stay with their contacts. */
export async function deleteCustomField(trx: Knex, documentId: string): Promise<void> {
  await trx(TABLE).where({ document_id: documentId }).delete();
}

/** The order of the screens is that of the list. */
export async function orderCustomFields(trx: Knex, documentIds: readonly string[]): Promise<void> {
  for (const [position, documentId] of documentIds.entries()) {
    await trx(TABLE).where({ document_id: documentId }).update({ position });
  }
}

/** The custom fields of one contact as they are stored, or null. */
export async function findFieldValues(knex: Knex, documentId: string): Promise<unknown> {
  const row = await knex('contacts')
    .where({ document_id: documentId })
    .first<{ custom_fields: unknown } | undefined>('custom_fields');
  return row ? readJsonColumn(row.custom_fields) : null;
}
