import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { databasesOf } from '../../scripts/lib/postgres.mjs';
import type { Database } from '../../scripts/lib/server-process.mjs';

export type DatabaseClient = Database['client'];

/** The database this run tests: `npm run test:api` runs every file once on each. */
export const testedClient = (): DatabaseClient =>
  process.env.TEST_DATABASE === 'postgres' ? 'postgres' : 'sqlite';

export interface TestDatabase {
  database: Database;
  remove(): Promise<void>;
}

/** An empty database that nobody else uses. */
export async function createTestDatabase(client = testedClient()): Promise<TestDatabase> {
  return client === 'sqlite' ? createSqlite() : await createPostgres();
}

function createSqlite(): TestDatabase {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-test-'));
  return {
    database: { client: 'sqlite', filename: path.join(folder, 'data.db') },
    remove: () => fs.promises.rm(folder, { recursive: true, force: true }),
  };
}

async function createPostgres(): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server)
    throw new Error('TEST_POSTGRES_URL is not set: did the set-up of this run start it?');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const { createDatabase, dropDatabase } = databasesOf(server);
  return {
    database: { client: 'postgres', url: await createDatabase(name) },
    remove: () => dropDatabase(name),
  };
}
