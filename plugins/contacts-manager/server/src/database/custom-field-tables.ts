import type { Knex } from 'knex';

/**
 * Definitions of custom fields. Their values live in `contacts.custom_fields`. `options` and `default_value` are JSON.
 * A key means one type for ever, because values outlive their field: `contact_custom_field_keys` remembers it.
 */
export async function ensureCustomFieldTables(trx: Knex): Promise<void> {
  await trx.raw(`create table if not exists contact_custom_fields (
    document_id text not null primary key,
    key text not null unique,
    label text not null,
    label_key text not null unique,
    type text not null,
    options text not null,
    required integer not null,
    help text,
    default_value text,
    position integer not null
  )`);
  await trx.raw(`create table if not exists contact_custom_field_keys (
    key text not null primary key,
    type text not null
  )`);
}
