import type { Knex } from 'knex';
import { dialectOf } from './dialect';

/**
 * Notes on contacts. No foreign key: they stay while their contact is in the bin, whose row goes and comes
 * back under the same id; emptying the bin takes them.
 */
export async function ensureNoteTables(trx: Knex): Promise<void> {
  const isSqlite = dialectOf(trx) === 'sqlite';
  await trx.raw(`create table if not exists contact_notes (
    id ${isSqlite ? 'integer primary key autoincrement' : 'bigint generated always as identity primary key'},
    document_id text not null unique,
    contact_id integer not null,
    text text not null,
    author_type text not null,
    author_id text,
    author_name text,
    created_at ${isSqlite ? 'integer' : 'timestamp(6)'} not null
  )`);
  await trx.raw(
    'create index if not exists contact_notes_contact on contact_notes (contact_id, id)',
  );
}
