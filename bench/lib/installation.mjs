import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeAccounts, signInAs } from '../../scripts/lib/accounts.mjs';
import { createAdminClient } from '../../scripts/lib/admin-client.mjs';
import { query, startPostgres } from '../../scripts/lib/postgres.mjs';
import { createServer, startServer } from '../../scripts/lib/server-process.mjs';
import { seedContacts } from './seed.mjs';

/** @typedef {import('../../scripts/lib/server-process.mjs').Database} Database */
/** @typedef {Awaited<ReturnType<typeof openDatabases>>} Databases */

/** A quarter of a 4 GB server, as PostgreSQL's own documentation advises; everything else as it comes. */
const POSTGRES_SETTINGS = ['shared_buffers=1GB', 'effective_cache_size=3GB', 'max_wal_size=4GB'];

/** What installers of PostgreSQL choose everywhere: a locale in which every alphabet has letters. */
const unicodeLocale = () => (process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8');

/**
 * Databases of one kind for one benchmark; PostgreSQL runs durable, as in production.
 * @param {Database['client']} client
 */
export async function openDatabases(client) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-bench-'));
  const removeFolder = () => fs.rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const postgres =
    client === 'postgres'
      ? await startPostgres({ settings: POSTGRES_SETTINGS, characters: unicodeLocale() })
      : undefined;
  let made = 0;

  const newFile = () => path.join(folder, `bench-${made}.db`);

  /** @returns {Promise<Database>} */
  const createEmpty = async () => {
    made += 1;
    return postgres
      ? { client: 'postgres', url: await postgres.createDatabase(`bench_${made}`) }
      : { client: 'sqlite', filename: newFile() };
  };
  return {
    client,
    /** The version of the database itself. */
    version: async () =>
      postgres
        ? (await query(postgres.urlOf(), 'show server_version'))[0].server_version
        : await sqliteVersion(),
    createEmpty,
    /**
     * A database with the product's schema and `rows` made-up contacts in it. The search for duplicates has
     * them before it only where that is measured: elsewhere it would be one more thing at the same time.
     * @param {number} rows @param {{ lookForDuplicates?: boolean }} [options]
     */
    async createSeeded(rows, { lookForDuplicates = false } = {}) {
      const database = await createEmpty();
      const server = await startServer({ database });
      await server.stop();
      await seedContacts(database, rows, { lookForDuplicates });
      return database;
    },
    /** The same database once more; nobody may be connected to it. @param {Database} database @returns {Promise<Database>} */
    async copy(database) {
      made += 1;
      if (database.client === 'sqlite') {
        const filename = newFile();
        await fs.promises.copyFile(database.filename, filename);
        // Copying has written much: the first commit must not wait until all of it is on the disk.
        const copied = await fs.promises.open(filename, 'r+');
        await copied.sync();
        await copied.close();
        return { client: 'sqlite', filename };
      }
      const template = new URL(database.url).pathname.slice(1);
      if (!postgres) throw new Error('This PostgreSQL is not ours.');
      const url = await postgres.createDatabase(`bench_${made}`, { template });
      // Copying has written much: its checkpoint must not fall into what is measured.
      await query(url, 'checkpoint');
      return { client: 'postgres', url };
    },
    /** Gives its disk space back. @param {Database} database */
    async remove(database) {
      if (database.client === 'sqlite') {
        for (const end of ['', '-wal', '-shm', '-journal']) {
          await fs.promises.rm(database.filename + end, { force: true });
        }
      } else await postgres?.dropDatabase(new URL(database.url).pathname.slice(1));
    },
    async close() {
      await postgres?.stop();
      process.off('exit', removeFolder);
      removeFolder();
    },
  };
}

async function sqliteVersion() {
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(':memory:');
  const { version } = db.prepare('select sqlite_version() as version').get();
  db.close();
  return version;
}

/**
 * The production server on this database, with somebody signed in and an API token for applications.
 * @param {Database} database
 * @param {{ env?: Record<string, string>, nodeArgs?: string[] }} [options]
 */
export async function startInstallation(database, options = {}) {
  const server = await createServer({ database, ...options });
  await server.start();
  const accounts = await makeAccounts(server.url);
  const admin = await signInAs(server.url, accounts, 'strapi-super-admin');
  const { data } = await admin.post('/admin/api-tokens', {
    name: 'Benchmark',
    description: '',
    type: 'full-access',
    lifespan: null,
  });
  return {
    server,
    url: server.url,
    accounts,
    /** Super admin, over the admin API. */
    admin,
    /** An application with full access, over REST and GraphQL. */
    application: createAdminClient(server.url, data.accessKey),
    stop: () => server.stop(),
  };
}

/** @typedef {Awaited<ReturnType<typeof startInstallation>>} Installation */
