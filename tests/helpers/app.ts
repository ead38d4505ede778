import type { AddressInfo } from 'node:net';
import { createStrapi } from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import { ROOT } from '../../scripts/lib/project.mjs';
import { makeSecrets } from '../../scripts/lib/secrets.mjs';
import { databaseVariables, quietVariables } from '../../scripts/lib/server-process.mjs';
import { accountsOf, type Accounts } from './accounts';
import { createClient, type Client } from './client';
import {
  copyInstallation,
  createTestDatabase,
  type DatabaseClient,
  type TestDatabase,
} from './database';

export interface TestApp extends Accounts {
  strapi: Core.Strapi;
  client: DatabaseClient;
  /** Such as http://127.0.0.1:40123, without a slash at the end. */
  url: string;
  /** Raw SQL, past every guard: what the database itself lets through. */
  knex: Core.Strapi['db']['connection'];
  /** A caller without any right. */
  anonymous: Client;
  /** A caller with this token, of whatever kind. */
  as(token: string): Client;
  /** Stops the server and keeps the database, for tests that start it again. */
  stop(): Promise<void>;
  /** Stops the server and removes the database. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** An existing database instead of a new one; its maker removes it. */
  on?: TestDatabase;
  /** Settings of this server, such as CONTACTS_DEFAULT_COUNTRY. */
  env?: Record<string, string>;
}

const secrets = makeSecrets();

/** What the variables of a server say may be stored at its first boot, which then has to be one. */
const newDatabase = (env: Record<string, string>) =>
  Object.keys(env).length > 0 ? createTestDatabase() : copyInstallation();

/**
 * The compiled server inside this process, on a new database of the tested kind, listening on a free
 * port. One per test file: `beforeAll(async () => { app = await createApp(); })` and
 * `afterAll(() => app.close())`.
 */
export async function createApp({ on, env = {} }: AppOptions = {}): Promise<TestApp> {
  const { database, remove } = on ?? (await newDatabase(env));
  Object.assign(process.env, quietVariables(), secrets, databaseVariables(database), env);

  const strapi = await loadStrapi();
  strapi.server.mount();
  const url = await listen(strapi);
  const stop = async () => {
    strapi.server.httpServer.closeAllConnections();
    await strapi.destroy();
  };
  return {
    strapi,
    client: database.client,
    url,
    knex: strapi.db.connection,
    anonymous: createClient(url),
    as: (token) => createClient(url, token),
    ...accountsOf(strapi, url),
    stop,
    close: async () => {
      await stop();
      if (!on) await remove();
    },
  };
}

async function loadStrapi(): Promise<Core.Strapi> {
  const distDir = process.env.TEST_DIST;
  if (!distDir) throw new Error('TEST_DIST is not set: did the set-up of this run compile it?');
  const strapi = createStrapi({
    appDir: ROOT,
    distDir,
    serveAdminPanel: false,
    autoReload: false,
  });
  // Warnings and errors belong in the output of a test, one line for every request does not.
  strapi.log.level = process.env.TEST_LOG ?? 'error';
  try {
    return await strapi.load();
  } catch (error) {
    // Whoever refuses to boot ends; in a test, what it has opened by then would keep the process alive.
    await strapi.destroy();
    throw error;
  }
}

async function listen(strapi: Core.Strapi): Promise<string> {
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = httpServer.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
