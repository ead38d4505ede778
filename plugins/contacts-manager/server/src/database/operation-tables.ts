import type { Knex } from 'knex';
import { dialectOf } from './dialect';

/**
 * What changes keep beside the content type `operation`. Tables of their own: a bulk change writes a row
 * a contact, set-based, and needs none of Strapi's columns. No foreign keys: history outlives contacts.
 */
export async function ensureOperationTables(trx: Knex): Promise<void> {
  const keyOnly = dialectOf(trx) === 'sqlite' ? ' without rowid' : '';
  // Every server looks for work every few seconds, among all changes there have ever been.
  await trx.raw(
    `create index if not exists contact_operations_running on contact_operations (id) where state = 'running'`,
  );
  // Before and after of every contact a change touched. `number` counts the changes of one contact: a large change
  // takes a while, so that the order in which changes began is not that in which they came to a contact.
  await trx.raw(`create table if not exists contact_operation_items (
    operation_id integer not null,
    contact_id integer not null,
    number integer not null default 0,
    before text,
    after text,
    primary key (operation_id, contact_id)
  )${keyOnly}`);
  if (!(await trx.schema.hasColumn('contact_operation_items', 'number'))) {
    await trx.raw(
      'alter table contact_operation_items add column number integer not null default 0',
    );
  }
  await trx.raw(
    'create index if not exists contact_operation_items_history on contact_operation_items (contact_id, number)',
  );
  await trx.raw('drop index if exists contact_operation_items_contact');
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
  // Whom an undo took back although other fields of theirs have changed since.
  await trx.raw(`create table if not exists contact_operation_newer (
    operation_id integer not null,
    position integer not null,
    document_id text not null,
    name text not null,
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

/** SQL for `number` of a new item, whose contact the caller has locked. */
export const nextNumber = (contactId: string): string =>
  `coalesce((select max(p.number) from contact_operation_items p where p.contact_id = ${contactId}), 0) + 1`;
