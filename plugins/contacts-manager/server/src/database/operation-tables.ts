import type { Knex } from 'knex';
import { dialectOf } from './dialect';

/**
 * Before and after of every contact a change touched. A table of its own beside the content type
 * `operation`: a bulk change writes a row a contact, set-based, and needs none of Strapi's columns.
 */
export async function ensureOperationTables(trx: Knex): Promise<void> {
  const sqlite = dialectOf(trx) === 'sqlite';
  await trx.raw(`create table if not exists contact_operation_items (
    operation_id integer not null,
    contact_id integer not null,
    before text,
    after text,
    primary key (operation_id, contact_id)
  )${sqlite ? ' without rowid' : ''}`);
  await trx.raw(
    'create index if not exists contact_operation_items_contact on contact_operation_items (contact_id, operation_id)',
  );
}
