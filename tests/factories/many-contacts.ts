import type { TestApp } from '../helpers/app';

/**
 * Thousands of contacts by plain SQL, ids from 1 in order of creation: `Bulk Person <n>`, every 20th
 * archived, every 50th blocked. For tables that were empty.
 */
export async function fillWithContacts({ knex, client }: TestApp, count: number): Promise<void> {
  const numbers =
    client === 'postgres'
      ? 'select n from generate_series(1, :count) as numbers(n)'
      : `with recursive numbers(n) as (
           select 1 union all select n + 1 from numbers where n < :count
         ) select n from numbers`;
  const digits =
    client === 'postgres' ? `right('00000000' || n, 8)` : `substr('00000000' || n, -8)`;
  const phone = `'9197' || ${digits}`;
  const at =
    client === 'postgres'
      ? `timestamp '2026-01-01' + n * interval '1 second'`
      : '1767225600000 + n * 1000';
  await knex.raw(
    `insert into contacts (id, document_id, name, primary_contact, contact_status, source,
       search_text, created_at, updated_at, published_at)
     select n, 'bulk' || n, 'Bulk Person ' || n, '+' || ${phone},
       case when n % 50 = 0 then 'blocked' when n % 20 = 0 then 'archived' else 'active' end, 'import',
       '  bulk  person  ' || n || '  ' || ${phone}, ${at}, ${at}, ${at}
     from (${numbers}) rows_to_make`,
    { count },
  );
  if (client === 'sqlite') {
    await knex.raw(
      'insert into contact_search (rowid, text) select id, search_text from contacts where id <= ?',
      [count],
    );
  } else {
    await knex.raw(`select setval(pg_get_serial_sequence('contacts', 'id'), ?)`, [count]);
    await knex.raw('analyze');
  }
}

/** Links contacts by plain SQL, by a condition on `n`, their number. */
export async function linkContacts(
  { knex }: TestApp,
  kind: 'group' | 'category',
  documentId: string,
  condition: string,
): Promise<void> {
  const [records, links] =
    kind === 'group'
      ? ['contact_groups', 'contacts_groups_lnk']
      : ['contact_categories', 'contacts_category_lnk'];
  await knex.raw(
    `insert into ${links} (contact_id, ${kind}_id)
     select n, (select id from ${records} where document_id = :documentId)
     from (select id as n from contacts where document_id like 'bulk%') numbers where ${condition}`,
    { documentId },
  );
}
