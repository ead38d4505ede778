import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** @typedef {import('./people.mjs').Names} Names */
/** @typedef {import('./people.mjs').FloorRow} FloorRow */

const INSERT_CONTACTS = `
  insert into contacts (id, document_id, name, primary_contact, secondary_contact, email, notes,
    search_text, contact_status, source, created_at, updated_at, published_at)
  select *, 'active', 'import', now(), now(), now() from unnest($1::int[], $2::text[], $3::text[],
    $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])`;
const INSERT_CATEGORIES = `
  insert into contacts_category_lnk (contact_id, category_id) select * from unnest($1::int[], $2::int[])`;
const INSERT_GROUPS = `
  insert into contacts_groups_lnk (contact_id, group_id, group_ord)
  select * from unnest($1::int[], $2::int[], $3::float8[])`;
const INSERT_ITEMS = `
  insert into contact_operation_items (operation_id, contact_id, after)
  select $1, id, after from unnest($2::int[], $3::text[]) as t(id, after)`;

/** The floor's writer on PostgreSQL: one statement with arrays for each table, in one transaction. @param {string} url */
export async function openPostgresFloor(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();

  /** @param {string} table @param {string[]} wanted @returns {Promise<Map<string, import('./people.mjs').Named>>} */
  const ensureNamed = async (table, wanted) => {
    const ids = wanted.map(() => randomUUID().slice(0, 24));
    await client.query(
      `insert into ${table} (document_id, name, name_key)
       select id, name, lower(name) from unnest($1::text[], $2::text[]) as t(id, name)
       on conflict do nothing`,
      [ids, wanted],
    );
    const { rows } = await client.query(
      `select id, name, document_id as "documentId" from ${table}`,
    );
    return new Map(rows.map((row) => [row.name, row]));
  };
  /** @param {FloorRow[]} rows */
  const insertAll = async (rows) => {
    const of = (/** @type {keyof FloorRow} */ name) => rows.map((row) => row[name]);
    const { rows: operations } = await client.query(
      `insert into contact_operations (document_id, kind) values ($1, 'import') returning id`,
      [randomUUID().slice(0, 24)],
    );
    await client.query(INSERT_CONTACTS, [
      ...[of('id'), of('documentId'), of('name'), of('primaryContact'), of('secondaryContact')],
      ...[of('email'), of('notes'), of('searchText')],
    ]);
    const categories = rows.filter((row) => row.category !== null);
    await client.query(INSERT_CATEGORIES, [
      categories.map((row) => row.id),
      categories.map((row) => row.category),
    ]);
    const groups = rows.flatMap((row) => row.groups.map((id, at) => [row.id, id, at + 1]));
    const column = (/** @type {number} */ at) => groups.map((link) => link[at]);
    await client.query(INSERT_GROUPS, [column(0), column(1), column(2)]);
    await client.query(INSERT_ITEMS, [operations[0].id, of('id'), of('history')]);
  };
  return {
    /** @param {string[]} categories @param {string[]} groups @returns {Promise<Names>} */
    ensureNames: async (categories, groups) => ({
      categories: await ensureNamed('contact_categories', categories),
      groups: await ensureNamed('contact_groups', groups),
    }),
    lastContactId: async () =>
      Number(
        (await client.query('select coalesce(max(id), 0) as last from contacts')).rows[0].last,
      ),
    /** @param {FloorRow[]} rows */
    async write(rows) {
      await client.query('begin');
      await insertAll(rows);
      await client.query('commit');
    },
    async close() {
      await client.end();
    },
  };
}
