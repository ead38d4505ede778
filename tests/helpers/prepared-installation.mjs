import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { databasesOf } from '../../scripts/lib/postgres.mjs';
import { inRoot } from '../../scripts/lib/project.mjs';
import { runNode } from '../../scripts/lib/run-command.mjs';
import { makeSecrets } from '../../scripts/lib/secrets.mjs';
import { databaseVariables, quietVariables } from '../../scripts/lib/server-process.mjs';

/**
 * A database as the first boot of the compiled server leaves it, of which every test file gets a copy: a boot that
 * finds its tables there takes half the time.
 * @returns {Promise<{ name: string, remove: () => Promise<void> }>} `name` for `copyInstallation`
 */
export async function prepareInstallation() {
  const { database, name, remove } = await emptyDatabase();
  const code = await runNode(inRoot('tests/helpers/first-boot.mjs'), [], {
    env: { ...quietVariables(), ...makeSecrets(), ...databaseVariables(database) },
  });
  if (code !== 0) throw new Error('The server did not boot on an empty database.');
  return { name, remove };
}

/** @returns {Promise<{ database: import('../../scripts/lib/server-process.mjs').Database, name: string, remove: () => Promise<void> }>} */
async function emptyDatabase() {
  const server = process.env.TEST_POSTGRES_URL;
  if (process.env.TEST_DATABASE === 'postgres' && server) {
    const name = `prepared_${randomBytes(6).toString('hex')}`;
    const { createDatabase, dropDatabase } = databasesOf(server);
    const database = { client: /** @type {const} */ ('postgres'), url: await createDatabase(name) };
    return { database, name, remove: () => dropDatabase(name) };
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-prepared-'));
  const filename = path.join(folder, 'data.db');
  return {
    database: { client: 'sqlite', filename },
    name: filename,
    remove: () => fs.promises.rm(folder, { recursive: true, force: true }),
  };
}
