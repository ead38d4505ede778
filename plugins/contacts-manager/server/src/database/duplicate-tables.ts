import type { Knex } from 'knex';
import { dialectOf, type Dialect } from './dialect';

/**
 * Where a merged contact went, and what the search for duplicates keeps. No foreign keys: the search cleans
 * up behind contacts that are gone by itself.
 */
const TABLES = (dialect: Dialect): string[] => {
  const keyOnly = dialect === 'sqlite' ? ' without rowid' : '';
  const time = dialect === 'sqlite' ? 'integer' : 'timestamp(6)';
  const text = dialect === 'sqlite' ? 'text' : 'text collate "C"';
  return [
    // `contact_id` is the contact that stays, `from_id` the one that went; that one may have been merged too.
    // `kept_status` is the status that the merge left.
    `create table if not exists contact_redirects (
      document_id text not null primary key,
      from_id integer not null unique,
      contact_id integer not null,
      kept_status text
    )`,
    'create index if not exists contact_redirects_kept on contact_redirects (contact_id, from_id)',
    // What contacts that may be one person have in common: texts to find each other by, see domain/duplicates.
    `create table if not exists contact_duplicate_keys (
      key ${text} not null,
      contact_id integer not null,
      primary key (key, contact_id)
    )${keyOnly}`,
    'create index if not exists contact_duplicate_keys_contact on contact_duplicate_keys (contact_id, key)',
    // The queue people work through. The smaller row id first; `email_key` where the address is a reason.
    `create table if not exists contact_duplicates (
      a_id integer not null,
      b_id integer not null,
      weight integer not null,
      reasons text not null,
      email_key text,
      primary key (a_id, b_id)
    )`,
    'create index if not exists contact_duplicates_b on contact_duplicates (b_id)',
    'create index if not exists contact_duplicates_weight on contact_duplicates (weight, a_id, b_id)',
    'create index if not exists contact_duplicates_email on contact_duplicates (email_key)',
    // "Not the same person".
    `create table if not exists contact_duplicate_dismissals (
      a_id integer not null,
      b_id integer not null,
      dismissed_at ${time} not null,
      dismissed_by text,
      primary key (a_id, b_id)
    )${keyOnly}`,
  ];
};

const QUEUE = 'contact_duplicate_queue';
const enqueue = (source: string) => `insert into ${QUEUE} (contact_id) ${source}`;

/**
 * Of whoever is queued already. On PostgreSQL a search could take that row out before the change is committed,
 * and look at what was: writing the row locks it, so that searches leave it for later.
 */
const AGAIN: Record<Dialect, string> = {
  postgres: 'on conflict (contact_id) do update set contact_id = excluded.contact_id',
  sqlite: 'on conflict do nothing',
};

const COMPARED = ['name', 'primary_contact', 'secondary_contact', 'email'];
const differs = (operator: string) =>
  COMPARED.map((column) => `old.${column} ${operator} new.${column}`).join(' or ');

/** What a trigger of PostgreSQL does about rows of its transition table. */
const postgresFunction = (name: string, source: string) =>
  `create or replace function ${name}() returns trigger language plpgsql
    set search_path from current as $$
    begin
      ${enqueue(source)} ${AGAIN.postgres};
      return null;
    end $$`;

/** Whoever is new, changed or gone is looked at again, whatever path wrote. */
const TRIGGERS: Record<Dialect, string[]> = {
  postgres: [
    postgresFunction(`${QUEUE}_added`, 'select id from inserted order by id'),
    postgresFunction(`${QUEUE}_gone`, 'select id from deleted order by id'),
    postgresFunction(`${QUEUE}_changed`, 'values (new.id)'),
    `create or replace trigger ${QUEUE}_insert after insert on contacts
      referencing new table as inserted for each statement execute function ${QUEUE}_added()`,
    `create or replace trigger ${QUEUE}_delete after delete on contacts
      referencing old table as deleted for each statement execute function ${QUEUE}_gone()`,
    `create or replace trigger ${QUEUE}_update after update of ${COMPARED.join(', ')} on contacts
      for each row when (${differs('is distinct from')}) execute function ${QUEUE}_changed()`,
  ],
  sqlite: [
    ...['insert', 'update', 'delete'].map((event) => `drop trigger if exists ${QUEUE}_${event}`),
    `create trigger ${QUEUE}_insert after insert on contacts begin
      ${enqueue('select new.id where true')} ${AGAIN.sqlite};
    end`,
    `create trigger ${QUEUE}_delete after delete on contacts begin
      ${enqueue('select old.id where true')} ${AGAIN.sqlite};
    end`,
    `create trigger ${QUEUE}_update after update of ${COMPARED.join(', ')} on contacts
      when ${differs('is not')}
    begin
      ${enqueue('select new.id where true')} ${AGAIN.sqlite};
    end`,
  ],
};

export async function ensureDuplicateTables(trx: Knex): Promise<void> {
  const dialect = dialectOf(trx);
  for (const statement of TABLES(dialect)) await trx.raw(statement);
  if (!(await trx.schema.hasColumn('contact_redirects', 'kept_status'))) {
    await trx.raw('alter table contact_redirects add column kept_status text');
  }
  const isNew = !(await trx.schema.hasTable(QUEUE));
  if (isNew) {
    await trx.raw(`create table ${QUEUE} (contact_id integer not null primary key)`);
    await trx.raw(enqueue('select id from contacts'));
  }
  for (const statement of TRIGGERS[dialect]) await trx.raw(statement);
}
