import type { Knex } from 'knex';
import { dialectOf } from './dialect';

/** What people keep for finding contacts: named views, and how each wants the list. `search` and `settings` are JSON. */
export async function ensureFindingTables(trx: Knex): Promise<void> {
  const time = dialectOf(trx) === 'sqlite' ? 'integer' : 'timestamp(6)';
  // The scope of a name is its owner for a private view and empty for a shared one: one index serves both.
  await trx.raw(`create table if not exists contact_views (
    document_id text not null primary key,
    name text not null,
    name_key text not null,
    name_scope text not null,
    owner_id text not null,
    owner_name text,
    is_shared integer not null,
    is_group integer not null,
    search text not null,
    updated_at ${time} not null
  )`);
  await trx.raw(
    'create unique index if not exists contact_views_name on contact_views (name_scope, name_key)',
  );
  await trx.raw(`create table if not exists contact_preferences (
    owner_id text not null primary key,
    settings text not null
  )`);
}
