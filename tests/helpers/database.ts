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

/** A database that nobody else uses, as the first boot of the server leaves it. */
export async function copyInstallation(): Promise<TestDatabase> {
  const prepared = process.env.TEST_PREPARED;
  if (!prepared) throw new Error('TEST_PREPARED is not set: did the set-up of this run make it?');
  return testedClient() === 'sqlite' ? createSqlite(prepared) : await createPostgres(prepared);
}

function createSqlite(template?: string): TestDatabase {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-test-'));
  const filename = path.join(folder, 'data.db');
  if (template) fs.copyFileSync(template, filename);
  return {
    database: { client: 'sqlite', filename },
    remove: () => fs.promises.rm(folder, { recursive: true, force: true }),
  };
}

async function createPostgres(template?: string): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server)
    throw new Error('TEST_POSTGRES_URL is not set: did the set-up of this run start it?');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const { createDatabase, dropDatabase } = databasesOf(server);
  return {
    database: { client: 'postgres', url: await createDatabase(name, template ? { template } : {}) },
    remove: () => dropDatabase(name),
  };
}
