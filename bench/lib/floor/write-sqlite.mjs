import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';

/** @typedef {import('./people.mjs').Names} Names */
/** @typedef {import('./people.mjs').FloorRow} FloorRow */

/** The floor's writer on SQLite: prepared statements in one transaction. @param {string} filename */
export function openSqliteFloor(filename) {
  const db = new Database(filename, { fileMustExist: true });
  db.pragma('foreign_keys = on');

  /** @param {string} table @param {string[]} wanted @returns {Map<string, import('./people.mjs').Named>} */
  const ensureNamed = (table, wanted) => {
    const insert = db.prepare(
      `insert into ${table} (document_id, name, name_key) values (?, ?, ?) on conflict do nothing`,
    );
    for (const name of wanted) insert.run(randomUUID().slice(0, 24), name, name.toLowerCase());
    const rows = db.prepare(`select id, name, document_id as documentId from ${table}`).all();
    return new Map(rows.map((/** @type {any} */ row) => [row.name, row]));
  };
  /** @param {FloorRow[]} rows */
  const insertAll = (rows) => {
    const now = Date.now();
    const contact = db.prepare(
      `insert into contacts (id, document_id, name, primary_contact, secondary_contact, email, notes,
         contact_status, source, search_text, created_at, updated_at, published_at)
       values (?, ?, ?, ?, ?, ?, ?, 'active', 'import', ?, ?, ?, ?)`,
    );
    const category = db.prepare(
      'insert into contacts_category_lnk (contact_id, category_id) values (?, ?)',
    );
    const group = db.prepare(
      'insert into contacts_groups_lnk (contact_id, group_id, group_ord) values (?, ?, ?)',
    );
    const search = db.prepare('insert into contact_search (rowid, text) values (?, ?)');
    const item = db.prepare(
      'insert into contact_operation_items (operation_id, contact_id, after) values (?, ?, ?)',
    );
    const operation = Number(
      db
        .prepare(`insert into contact_operations (document_id, kind) values (?, 'import')`)
        .run(randomUUID().slice(0, 24)).lastInsertRowid,
    );
    for (const row of rows) {
      contact.run(
        ...[row.id, row.documentId, row.name, row.primaryContact, row.secondaryContact],
        ...[row.email, row.notes, row.searchText, now, now, now],
      );
    }
    for (const row of rows) if (row.category !== null) category.run(row.id, row.category);
    for (const row of rows) row.groups.forEach((id, at) => group.run(row.id, id, at + 1));
    for (const row of rows) search.run(row.id, row.searchText);
    for (const row of rows) item.run(operation, row.id, row.history);
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
