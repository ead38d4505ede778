import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { timed } from './timing.mjs';

/**
 * The floor of bulk changes: each as bare set-based statements in one transaction, with the operation and an
 * item a contact. It decides nothing, locks nothing before it writes, can be neither followed nor cancelled, and
 * on SQLite holds the only thread throughout.
 */

/**
 * @typedef {import('../../scripts/lib/server-process.mjs').Database} Database
 * @typedef {{ groups: number[], group: number, category: number }} Targets row ids: whose active members are
 *   changed, the group they are put into, the category they get
 * @typedef {{ run(sql: string, values?: unknown[]): Promise<number> }} Connection answers with the rows changed
 */

/** @param {Database} database @returns {Promise<Connection & { idsOf(sql: string): Promise<number[]>, close(): Promise<void> }>} */
async function connect(database) {
  if (database.client === 'sqlite') {
    const db = new Sqlite(database.filename, { fileMustExist: true });
    db.pragma('foreign_keys = on');
    db.pragma('cache_size = -500000');
    return {
      run: async (sql, values = []) => db.prepare(sql).run(...values).changes,
      idsOf: async (sql) =>
        db
          .prepare(sql)
          .all()
          .map(({ id }) => Number(id)),
      close: async () => void db.close(),
    };
  }
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return {
    run: async (sql, values = []) => {
      let at = 0;
      const numbered = sql.replace(/\?/g, () => `$${(at += 1)}`);
      return (await client.query(numbered, values)).rowCount ?? 0;
    },
    idsOf: async (sql) => (await client.query(sql)).rows.map(({ id }) => Number(id)),
    close: () => client.end(),
  };
}

/** What differs between the two: how a name becomes JSON, and how the parts of a list are put together. */
const DIALECTS = {
  postgres: {
    quote: (/** @type {string} */ text) => `to_json(${text})::text`,
    joined: (/** @type {string} */ text) => `string_agg(${text}, ',')`,
    now: `timezone('utc', now())`,
  },
  sqlite: {
    quote: (/** @type {string} */ text) => `json_quote(${text})`,
    joined: (/** @type {string} */ text) => `group_concat(${text}, ',')`,
    now: `(unixepoch('subsec') * 1000)`,
  },
};

const ARCHIVED = `'{"contactStatus":"archived","statusReason":"Benchmark","statusChangedAt":"2026-01-01T00:00:00.000Z"}'`;
const ACTIVE = `'{"contactStatus":"active","statusReason":null,"statusChangedAt":null}'`;

/**
 * Statements of each change; `op` is its operation, `chosen` selects the ids of those it is about.
 * @param {Database['client']} client @param {Targets} targets
 */
function statementsOf(client, { groups, group, category }) {
  const { quote, joined, now } = DIALECTS[client];
  const ref = (/** @type {string} */ alias) =>
    `'{"documentId":' || ${quote(`${alias}.document_id`)} || ',"name":' || ${quote(`${alias}.name`)} || '}'`;
  const chosen = `c.contact_status = 'active' and exists (select 1 from contacts_groups_lnk m
    where m.contact_id = c.id and m.group_id in (${groups.join(', ')}))`;
  const touched = (/** @type {string} */ op) =>
    `(select contact_id from contact_operation_items where operation_id = ${op})`;
  const insertItems = (
    /** @type {string} */ op,
    /** @type {string} */ before,
    /** @type {string} */ after,
  ) =>
    `insert into contact_operation_items (operation_id, contact_id, number, before, after)
     select ${op}, c.id, 1, ${before}, ${after} from contacts c`;
  const groupsNow = `coalesce((select ${joined(ref('g'))} from contacts_groups_lnk l
    join contact_groups g on g.id = l.group_id where l.contact_id = c.id), '')`;
  const newGroup = `(select ${ref('g')} from contact_groups g where g.id = ${group})`;
  const categoryNow = `coalesce((select ${ref('k')} from contacts_category_lnk l
    join contact_categories k on k.id = l.category_id where l.contact_id = c.id), 'null')`;
  const newCategory = `(select ${ref('k')} from contact_categories k where k.id = ${category})`;
  const touch = (/** @type {string} */ op) =>
    `update contacts set updated_at = ${now} where id in ${touched(op)}`;
  return {
    archive: (/** @type {string} */ op) => [
      `${insertItems(op, ACTIVE, ARCHIVED)} where ${chosen}`,
      `update contacts set contact_status = 'archived', status_reason = 'Benchmark', status_changed_at = ${now},
         updated_at = ${now} where id in ${touched(op)}`,
    ],
    'add to group': (/** @type {string} */ op) => [
      `${insertItems(
        op,
        `'{"groups":[' || ${groupsNow} || ']}'`,
        `'{"groups":[' || ${groupsNow} || ',' || ${newGroup} || ']}'`,
      )} where ${chosen}`,
      `insert into contacts_groups_lnk (contact_id, group_id, group_ord)
       select i.contact_id, ${group}, coalesce((select max(l.group_ord + 1) from contacts_groups_lnk l
         where l.contact_id = i.contact_id), 1)
       from contact_operation_items i where i.operation_id = ${op}`,
      touch(op),
    ],
    'set category': (/** @type {string} */ op) => [
      `${insertItems(
        op,
        `'{"category":' || ${categoryNow} || '}'`,
        `'{"category":' || ${newCategory} || '}'`,
      )} where ${chosen}`,
      `delete from contacts_category_lnk where contact_id in ${touched(op)}`,
      `insert into contacts_category_lnk (contact_id, category_id)
       select contact_id, ${category} from contact_operation_items where operation_id = ${op}`,
      touch(op),
    ],
    /** Of the archiving, whose operation `undone` is. */
    undo: (/** @type {string} */ op, /** @type {string} */ undone) => [
      `insert into contact_operation_items (operation_id, contact_id, number, before, after)
       select ${op}, contact_id, 2, after, before from contact_operation_items where operation_id = ${undone}`,
      `update contacts set contact_status = 'active', status_reason = null, status_changed_at = null,
         updated_at = ${now} where id in ${touched(op)}`,
    ],
  };
}

/**
 * Milliseconds of each change on this database, over which no server may run.
 * @param {Database} database @param {Targets} targets
 * @returns {Promise<Record<string, number>>}
 */
export async function runBulkFloor(database, targets) {
  const db = await connect(database);
  const statements = statementsOf(database.client, targets);
  const make = async (
    /** @type {string} */ kind,
    /** @type {(op: string) => string[]} */ sqlOf,
  ) => {
    const documentId = randomUUID().slice(0, 24);
    const { milliseconds } = await timed(async () => {
      await db.run('begin');
      await db.run('insert into contact_operations (document_id, kind) values (?, ?)', [
        documentId,
        kind,
      ]);
      const op = `(select id from contact_operations where document_id = '${documentId}')`;
      for (const sql of sqlOf(op)) await db.run(sql);
      await db.run('commit');
    });
    return {
      milliseconds,
      op: `(select id from contact_operations where document_id = '${documentId}')`,
    };
  };
  try {
    const archive = await make('archive', statements.archive);
    const undo = await make('undo', (op) => statements.undo(op, archive.op));
    const addToGroup = await make('add-to-groups', statements['add to group']);
    const setCategory = await make('set-category', statements['set category']);
    return {
      archive: archive.milliseconds,
      undo: undo.milliseconds,
      'add to group': addToGroup.milliseconds,
      'set category': setCategory.milliseconds,
    };
  } finally {
    await db.close();
  }
}

/**
 * Row ids of categories or groups by name.
 * @param {Database} database @param {'contact_groups' | 'contact_categories'} table @param {string[]} names
 */
export async function findRowIds(database, table, names) {
  const db = await connect(database);
  try {
    const list = names.map((name) => `'${name}'`).join(', ');
    return await db.idsOf(`select id from ${table} where name in (${list}) order by id`);
  } finally {
    await db.close();
  }
}
