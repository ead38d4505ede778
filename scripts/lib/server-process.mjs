import fs from 'node:fs';
import { findFreePort } from './free-port.mjs';
import { commandFile, inRoot, ROOT } from './project.mjs';
import { endChild, startChild } from './run-command.mjs';
import { Stop } from './say.mjs';
import { makeSecrets } from './secrets.mjs';

/** @typedef {{ client: 'sqlite', filename: string } | { client: 'postgres', url: string }} Database */

const KEPT_OUTPUT = 20_000;
const SETTINGS = /^(DATABASE_|APP_KEYS$|HOST$|PORT$|PUBLIC_URL$|IS_PROXIED$|CONTACTS_|STRAPI_)/;

/** The variables of this process without settings that belong to somebody's own installation. */
const neutralEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.test(name)));

/** @param {Database} database @returns {Record<string, string>} */
export const databaseVariables = (database) =>
  database.client === 'sqlite'
    ? { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: database.filename }
    : { DATABASE_CLIENT: 'postgres', DATABASE_URL: database.url };

/** What keeps Strapi from reporting its use, and from reading a developer's .env. */
export const quietVariables = () => ({
  ENV_PATH: inRoot('.env.of-nobody'),
  STRAPI_TELEMETRY_DISABLED: 'true',
});

/** Secrets of a test or benchmark server: the same for every process of one run, or its sessions would differ. */
const runSecrets = makeSecrets();

/**
 * The production server (`strapi start` on what is built in dist/) as a process of its own, which can be
 * killed, started again on the same database and port, and run beside a second one.
 * @param {{
 *   database: Database,
 *   settings?: 'neutral' | 'installation',
 *   port?: number,
 *   env?: Record<string, string | undefined>,
 *   logFile?: string,
 *   appDir?: string,
 *   nodeArgs?: string[],
 * }} options `settings: 'installation'` keeps this environment and .env, instead of secrets of its own and
 *   nobody's settings; `port` 0 or none: any free one; `env` wins over everything else
 */
export async function createServer(options) {
  const port = options.port || (await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...(options.settings === 'installation'
      ? process.env
      : { ...neutralEnvironment(), ...quietVariables(), ...runSecrets, HOST: '127.0.0.1' }),
    NODE_ENV: 'production',
    PORT: String(port),
    ...databaseVariables(options.database),
    ...options.env,
  };
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  let output = '';

  const spawnServer = () => {
    const started = startChild(
      process.execPath,
      [...(options.nodeArgs ?? []), commandFile('@strapi/strapi', 'strapi'), 'start'],
      { cwd: options.appDir ?? ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
      if (options.logFile) fs.appendFileSync(options.logFile, chunk);
    };
    started.stdout?.on('data', keep);
    started.stderr?.on('data', keep);
    return started;
  };

  return {
    url,
    port,
    /** The variables it runs with: a second instance must share the secrets. */
    env,
    get pid() {
      return child?.pid;
    },
    /** Ends when the process does. @returns {Promise<void>} */
    ended: () =>
      new Promise((resolve) => {
        if (!child || child.exitCode !== null || child.signalCode !== null) resolve();
        else child.once('exit', () => resolve());
      }),
    /** The last of what it printed. */
    output: () => output,
    /** Starts and waits until it answers. @param {{ timeout?: number }} [wait] milliseconds */
    async start({ timeout = 120_000 } = {}) {
      output = '';
      child = spawnServer();
      await waitUntilHealthy(url, child, timeout, () => output);
    },
    /** The clean end: Strapi closes its connections. */
    async stop() {
      if (child) await endChild(child, { patience: 20_000 });
    },
    /** The end of a crash: no code of the server runs any more. */
    async kill(/** @type {NodeJS.Signals} */ signal = 'SIGKILL') {
      if (child) await endChild(child, { signal });
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof createServer>>} ServerProcess */

/** @param {Parameters<typeof createServer>[0]} options */
export async function startServer(options) {
  const server = await createServer(options);
  await server.start();
  return server;
}

/**
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} timeout
 * @param {() => string} output
 */
async function waitUntilHealthy(url, child, timeout, output) {
  const deadline = Date.now() + timeout;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Stop(`The server ended while starting:\n${output().trim()}`);
    }
    const healthy = await fetch(`${url}/_health`, { signal: AbortSignal.timeout(5_000) }).then(
      (answer) => answer.status === 204,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await endChild(child, { signal: 'SIGKILL' });
  throw new Stop(`The server did not answer within ${timeout / 1000} s:\n${output().trim()}`);
}
