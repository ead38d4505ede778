import type { Knex } from 'knex';
import { searchTextOf } from '../../../shared/search';
import { dialectOf, rawRows } from './dialect';

/**
 * The search column `contacts.search_text` is kept by the write path. PostgreSQL indexes it with
 * pg_trgm. SQLite has a contentless FTS5 trigram table whose rowid is the contact's id; the write path
 * fills it too, in batches, because a row trigger makes imports six times slower.
 */
export async function ensureSearchIndex(trx: Knex): Promise<void> {
  if (dialectOf(trx) === 'postgres') {
    await trx.raw('create extension if not exists pg_trgm');
    await trx.raw(
      'create index if not exists contacts_search_trgm on contacts using gin (search_text gin_trgm_ops)',
    );
  } else {
    await trx.raw(`create virtual table if not exists contact_search
      using fts5(text, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')`);
    await trx.raw('drop trigger if exists contact_search_delete');
    await trx.raw(`create trigger contact_search_delete after delete on contacts begin
      delete from contact_search where rowid = old.id;
    end`);
  }
  await fillSearchText(trx);
  if (dialectOf(trx) === 'sqlite') await fillMissingSearchRows(trx);
}

interface Unindexed {
  id: number;
  name: string | null;
  primary_contact: string;
  secondary_contact: string | null;
  email: string | null;
}

/** Contacts written by plain SQL have no search text yet. */
async function fillSearchText(trx: Knex): Promise<void> {
  for (;;) {
    const rows = await trx<Unindexed>('contacts')
      .select('id', 'name', 'primary_contact', 'secondary_contact', 'email')
      .whereNull('search_text')
      .limit(1_000);
    if (rows.length === 0) return;
    for (const row of rows) {
      await trx('contacts')
        .where({ id: row.id })
        .update({
          search_text: searchTextOf({
            name: row.name ?? '',
            primaryContact: row.primary_contact,
            secondaryContact: row.secondary_contact,
            email: row.email,
          }),
        });
    }
  }
}

async function fillMissingSearchRows(trx: Knex): Promise<void> {
  await trx.raw(
    'delete from contact_search where rowid in (select id from contact_search_docsize except select id from contacts)',
  );
  await trx.raw(`insert into contact_search (rowid, text)
    select id, search_text from contacts where id not in (select id from contact_search_docsize)`);
}

/** The FTS row of a contact that has none yet. Does nothing on PostgreSQL. */
export async function addSearchRow(trx: Knex, contactId: number): Promise<void> {
  if (dialectOf(trx) === 'postgres') return;
  await trx.raw(
    'insert into contact_search (rowid, text) select id, search_text from contacts where id = ?',
    [contactId],
  );
}

/** Makes the FTS rows of these contacts agree with their search text. Does nothing on PostgreSQL. */
export async function refreshSearchRows(trx: Knex, contactIds: number[]): Promise<void> {
  if (dialectOf(trx) === 'postgres' || contactIds.length === 0) return;
  const ids = JSON.stringify(contactIds);
  await rawRows(
    trx.raw('delete from contact_search where rowid in (select value from json_each(?))', [ids]),
  );
  await rawRows(
    trx.raw(
      `insert into contact_search (rowid, text)
       select id, search_text from contacts where id in (select value from json_each(?))`,
      [ids],
    ),
  );
}
