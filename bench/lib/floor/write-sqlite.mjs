import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';

/** @typedef {import('./people.mjs').Names} Names */
/** @typedef {import('./people.mjs').FloorRow} FloorRow */

const BATCH = 5_000;

/**
 * The floor's writer on SQLite: prepared statements in one transaction. A statement takes many rows as one
 * JSON text, which is a third faster than one call a row: each of these would open a journal of its own,
 * because the triggers may refuse it.
 * @param {string} filename
 */
export function openSqliteFloor(filename) {
  const db = new Database(filename, { fileMustExist: true });
  db.pragma('foreign_keys = on');
  db.pragma('cache_size = -500000');

  /** @param {string} table @param {string[]} wanted @returns {Map<string, import('./people.mjs').Named>} */
  const ensureNamed = (table, wanted) => {
    const insert = db.prepare(
      `insert into ${table} (document_id, name, name_key) values (?, ?, ?) on conflict do nothing`,
    );
    for (const name of wanted) insert.run(randomUUID().slice(0, 24), name, name.toLowerCase());
    const rows = db.prepare(`select id, name, document_id as documentId from ${table}`).all();
    return new Map(rows.map((/** @type {any} */ row) => [row.name, row]));
  };
  /**
   * @param {string} table @param {string} columns @param {unknown[][]} records
   * @param {Record<string, string>} [constants] SQL by column, the same for every record
   */
  const insertMany = (table, columns, records, constants = {}) => {
    const names = [columns, ...Object.keys(constants)];
    const values = [
      ...columns.split(',').map((_, at) => `v ->> ${at}`),
      ...Object.values(constants),
    ];
    const insert = db.prepare(
      `with source as materialized (select jsonb(value) as v from json_each(?))
       insert into ${table} (${names}) select ${values} from source`,
    );
    for (let from = 0; from < records.length; from += BATCH) {
      insert.run(JSON.stringify(records.slice(from, from + BATCH)));
    }
  };
  /** @param {FloorRow[]} rows */
  const insertAll = (rows) => {
    const now = String(Date.now());
    const operation = Number(
      db
        .prepare(`insert into contact_operations (document_id, kind) values (?, 'import')`)
        .run(randomUUID().slice(0, 24)).lastInsertRowid,
    );
    insertMany(
      'contacts',
      'id, document_id, name, primary_contact, secondary_contact, email, notes, search_text',
      rows.map((row) => [
        ...[row.id, row.documentId, row.name, row.primaryContact, row.secondaryContact],
        ...[row.email, row.notes, row.searchText],
      ]),
      {
        ...{ contact_status: `'active'`, source: `'import'` },
        ...{ created_at: now, updated_at: now, published_at: now },
      },
    );
    insertMany(
      'contacts_category_lnk',
      'contact_id, category_id',
      rows.flatMap(({ id, category }) => (category === null ? [] : [[id, category]])),
    );
    insertMany(
      'contacts_groups_lnk',
      'contact_id, group_id, group_ord',
      rows.flatMap(({ id, groups }) => groups.map((group, at) => [id, group, at + 1])),
    );
    insertMany(
      'contact_search',
      'rowid, text',
      rows.map((row) => [row.id, row.searchText]),
    );
    insertMany(
      'contact_operation_items',
      'operation_id, contact_id, after',
      rows.map((row) => [operation, row.id, row.history]),
    );
  };
  return {
    /** @param {string[]} categories @param {string[]} groups @returns {Promise<Names>} */
    ensureNames: async (categories, groups) => ({
      categories: ensureNamed('contact_categories', categories),
      groups: ensureNamed('contact_groups', groups),
    }),
    lastContactId: async () =>
      Number(db.prepare('select coalesce(max(id), 0) as last from contacts').get().last),
    /** @param {FloorRow[]} rows */
    async write(rows) {
      db.transaction(() => insertAll(rows))();
    },
    async close() {
      db.close();
    },
  };
}
