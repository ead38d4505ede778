import fs from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { query, startPostgres } from '../../scripts/lib/postgres.mjs';

/** @typedef {import('../../scripts/lib/server-process.mjs').Database} Database */
/** @typedef {Database['client']} Client */

/**
 * A database that a server of this run uses, and that we look into past the server.
 * @typedef {{
 *   database: Database,
 *   select(sql: string): Promise<any[]>,
 *   selectAsLeft(sql: string): Promise<any[]>,
 *   remove(): Promise<void>,
 *   engine?: { crash(): Promise<void>, start(): Promise<void> },
 * }} OpenDatabase `select`: while a server is running; `selectAsLeft`: after one was killed, without
 *   changing what it left; `engine`: the database's own process, where it has one
 */

/** @typedef {{ create(name: string): Promise<OpenDatabase>, close(): Promise<void> }} Databases */

/** Why some faults are tried on PostgreSQL only. */
export const MANY_SERVERS = /** @type {const} */ ({
  client: 'postgres',
  because: 'a file of SQLite has one server',
});

/**
 * PostgreSQL runs durable, as in production.
 * @param {Client} client @param {string} folder for files of SQLite
 * @returns {Promise<Databases>}
 */
export const openDatabases = async (client, folder) =>
  client === 'sqlite' ? sqliteIn(folder) : await startedPostgres();

/** @param {string} folder @returns {Databases} */
const sqliteIn = (folder) => ({
  async create(name) {
    const home = path.join(folder, name);
    fs.mkdirSync(home);
    const filename = path.join(home, 'data.db');
    return {
      database: { client: 'sqlite', filename },
      select: async (sql) => readSqlite(filename, sql),
      selectAsLeft: async (sql) => readCopy(home, sql),
      remove: async () => fs.rmSync(home, { recursive: true, force: true }),
    };
  },
  async close() {},
});

/** @param {string} filename @param {string} sql @param {{ readonly?: boolean }} [options] */
function readSqlite(filename, sql, { readonly = true } = {}) {
  const db = new Sqlite(filename, { fileMustExist: true, readonly });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

/**
 * Whoever opens the files of a killed server first rolls back its open transaction. That must be the next
 * server, as in an accident, and so we look at a copy.
 * @param {string} home @param {string} sql
 */
function readCopy(home, sql) {
  const copy = `${home}-copy`;
  fs.cpSync(home, copy, { recursive: true });
  try {
    return readSqlite(path.join(copy, 'data.db'), sql, { readonly: false });
  } finally {
    fs.rmSync(copy, { recursive: true });
  }
}

/** @returns {Promise<Databases>} */
async function startedPostgres() {
  const postgres = await startPostgres();
  return {
    async create(name) {
      const url = await postgres.createDatabase(name);
      const select = (/** @type {string} */ sql) => query(url, sql);
      return {
        database: { client: 'postgres', url },
        select,
        selectAsLeft: select,
        remove: () => postgres.dropDatabase(name),
        engine: postgres,
      };
    },
    close: () => postgres.stop(),
  };
}
