import type { Knex } from 'knex';
import { dialectOf } from './dialect';

/**
 * What changes keep beside the content type `operation`. Tables of their own: a bulk change writes a row
 * a contact, set-based, and needs none of Strapi's columns. No foreign keys: history outlives contacts.
 */
export async function ensureOperationTables(trx: Knex): Promise<void> {
  const keyOnly = dialectOf(trx) === 'sqlite' ? ' without rowid' : '';
  // Before and after of every contact a change touched.
  await trx.raw(`create table if not exists contact_operation_items (
    operation_id integer not null,
    contact_id integer not null,
    before text,
    after text,
    primary key (operation_id, contact_id)
  )${keyOnly}`);
  await trx.raw(
    'create index if not exists contact_operation_items_contact on contact_operation_items (contact_id, operation_id)',
  );
  // Whom a change made off the request is about: a JSON array of row ids a chunk, resolved once.
  await trx.raw(`create table if not exists contact_operation_targets (
    operation_id integer not null,
    chunk integer not null,
    ids text not null,
    primary key (operation_id, chunk)
  )`);
  // Whom it left out, and why; as many as answers list.
  await trx.raw(`create table if not exists contact_operation_skips (
    operation_id integer not null,
    position integer not null,
    document_id text not null,
    name text not null,
    code text not null,
    primary key (operation_id, position)
  )${keyOnly}`);
  // Deleted contacts with all it takes to bring them back: their row as JSON, and their relations.
  await trx.raw(`create table if not exists contact_bin (
    contact_id integer not null primary key,
    document_id text not null unique,
    operation_id integer not null,
    deleted_at ${dialectOf(trx) === 'sqlite' ? 'integer' : 'timestamp(6)'} not null,
    deleted_by text,
    search_text text not null,
    contact text not null,
    relations text not null
  )`);
  await trx.raw(
    'create index if not exists contact_bin_deleted on contact_bin (deleted_at, contact_id)',
  );
}
