import Database from 'better-sqlite3';
import pg from 'pg';

/**
 * The tables of contacts by plain SQL, on either database, for filling them fast.
 * @typedef {import('./people.mjs').Person & {
 *   id: number, documentId: string, createdAt: number, searchText: string, category: number | null, groups: number[],
 * }} ContactRow `createdAt`: milliseconds since 1970; `category` and `groups`: ids
 * @typedef {{ documentId: string, name: string, nameKey: string }} NamedRow
 * @typedef {'contact_categories' | 'contact_groups'} NamedTable
 * @typedef {{
 *   addNamed(table: NamedTable, rows: NamedRow[]): Promise<number[]>,
 *   lastContactId(): Promise<number>,
 *   dropPlainIndexes(): Promise<() => Promise<void>>,
 *   addContacts(rows: ContactRow[]): Promise<void>,
 *   forgetDuplicateQueue(): Promise<void>,
 *   finish(): Promise<void>,
 *   close(): Promise<void>,
 * }} Tables
 */

const FILLED = ['contacts', 'contacts_category_lnk', 'contacts_groups_lnk'];
const LIST = FILLED.map((table) => `'${table}'`).join(', ');

/**
 * @param {import('../../scripts/lib/server-process.mjs').Database} database
 * @returns {Promise<Tables>}
 */
export const openTables = async (database) =>
  database.client === 'sqlite' ? openSqlite(database.filename) : await openPostgres(database.url);

/** @param {string} filename @returns {Tables} */
function openSqlite(filename) {
  const db = new Database(filename, { fileMustExist: true });
  db.pragma('synchronous = off');
  db.pragma('cache_size = -500000');
  const contact = db.prepare(
    `insert into contacts (id, document_id, name, primary_contact, secondary_contact, email,
       contact_status, source, search_text, created_at, updated_at, published_at)
     values (?, ?, ?, ?, ?, ?, ?, 'import', ?, ?, ?, ?)`,
  );
  const category = db.prepare(
    'insert into contacts_category_lnk (contact_id, category_id) values (?, ?)',
  );
  const group = db.prepare(
    'insert into contacts_groups_lnk (contact_id, group_id, group_ord) values (?, ?, ?)',
  );
  const search = db.prepare('insert into contact_search (rowid, text) values (?, ?)');
  const inTransaction = (/** @type {() => void} */ work) => db.transaction(work)();
  return {
    async addNamed(table, rows) {
      const now = Date.now();
      const insert = db.prepare(
        `insert into ${table} (document_id, name, name_key, created_at, updated_at, published_at)
         values (?, ?, ?, ?, ?, ?)`,
      );
      return rows.map(({ documentId, name, nameKey }) =>
        Number(insert.run(documentId, name, nameKey, now, now, now).lastInsertRowid),
      );
    },
    async lastContactId() {
      return db.prepare('select coalesce(max(id), 0) as last from contacts').get().last;
    },
    async dropPlainIndexes() {
      const indexes = db
        .prepare(
          `select name, sql from sqlite_master where type = 'index' and tbl_name in (${LIST})
             and sql is not null and sql not like 'create unique%'`,
        )
        .all();
      for (const { name } of indexes) db.exec(`drop index "${name}"`);
      return async () => {
        for (const { sql } of indexes) db.exec(sql);
      };
    },
    async addContacts(rows) {
      inTransaction(() => {
        for (const row of rows) {
          contact.run(
            ...[row.id, row.documentId, row.name, row.primaryContact, row.secondaryContact],
            ...[row.email, row.contactStatus, row.searchText],
            ...[row.createdAt, row.createdAt, row.createdAt],
          );
          if (row.category !== null) category.run(row.id, row.category);
          row.groups.forEach((id, position) => group.run(row.id, id, position + 1));
        }
        for (const row of rows) search.run(row.id, row.searchText);
      });
    },
    async forgetDuplicateQueue() {
      db.exec('delete from contact_duplicate_queue');
    },
    // No `analyze`: nothing in production runs it either.
    async finish() {
      db.pragma('wal_checkpoint(truncate)');
    },
    async close() {
      db.close();
    },
  };
}

const INSERT_CONTACTS = `
  insert into contacts (id, document_id, name, primary_contact, secondary_contact, email,
    contact_status, source, search_text, created_at, updated_at, published_at)
  select id, document_id, name, primary_contact, secondary_contact, email, contact_status, 'import',
    search_text, at, at, at
  from (select *, to_timestamp(created / 1000.0)::timestamp as at from unnest($1::int[], $2::text[],
    $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[])
    as t(id, document_id, name, primary_contact, secondary_contact, email, contact_status,
      search_text, created)) rows`;

/** @param {ContactRow[]} rows */
const contactColumns = (rows) => [
  rows.map((row) => row.id),
  rows.map((row) => row.documentId),
  rows.map((row) => row.name),
  rows.map((row) => row.primaryContact),
  rows.map((row) => row.secondaryContact),
  rows.map((row) => row.email),
  rows.map((row) => row.contactStatus),
  rows.map((row) => row.searchText),
  rows.map((row) => row.createdAt),
];

/** @param {string} url @returns {Promise<Tables>} */
async function openPostgres(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set synchronous_commit = off');
  /** @param {ContactRow[]} rows */
  const addLinks = async (rows) => {
    const categories = rows.filter((row) => row.category !== null);
    await client.query(
      `insert into contacts_category_lnk (contact_id, category_id) select * from unnest($1::int[], $2::int[])`,
      [categories.map((row) => row.id), categories.map((row) => row.category)],
    );
    const groups = rows.flatMap((row) =>
      row.groups.map((group, position) => ({ contact: row.id, group, position: position + 1 })),
    );
    await client.query(
      `insert into contacts_groups_lnk (contact_id, group_id, group_ord)
       select * from unnest($1::int[], $2::int[], $3::float8[])`,
      [
        groups.map((link) => link.contact),
        groups.map((link) => link.group),
        groups.map((link) => link.position),
      ],
    );
  };
  return {
    async addNamed(table, rows) {
      const { rows: added } = await client.query(
        `insert into ${table} (document_id, name, name_key, created_at, updated_at, published_at)
         select *, now(), now(), now() from unnest($1::text[], $2::text[], $3::text[]) returning id`,
        [
          rows.map((row) => row.documentId),
          rows.map((row) => row.name),
          rows.map((row) => row.nameKey),
        ],
      );
      return added.map((row) => row.id);
    },
    async lastContactId() {
      return (await client.query('select coalesce(max(id), 0) as last from contacts')).rows[0].last;
    },
    async dropPlainIndexes() {
      const { rows: indexes } = await client.query(
        `select indexname, indexdef from pg_indexes where schemaname = current_schema()
           and tablename in (${LIST}) and indexdef not like 'CREATE UNIQUE%'`,
      );
      for (const { indexname } of indexes) await client.query(`drop index "${indexname}"`);
      return async () => {
        await client.query(`set maintenance_work_mem = '1GB'`);
        for (const { indexdef } of indexes) await client.query(indexdef);
      };
    },
    async addContacts(rows) {
      await client.query('begin');
      await client.query(INSERT_CONTACTS, contactColumns(rows));
      await addLinks(rows);
      await client.query('commit');
    },
    async forgetDuplicateQueue() {
      await client.query('truncate contact_duplicate_queue');
    },
    // What autovacuum does within a minute or so after such a load, without the wait.
    async finish() {
      await client.query(
        `select setval(pg_get_serial_sequence('contacts', 'id'), (select max(id) from contacts))`,
      );
      await client.query(`vacuum analyze`);
    },
    async close() {
      await client.end();
    },
  };
}
