import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { findFreePort } from './lib/free-port.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot, readJson, writeJson } from './lib/project.mjs';
import { bold, dim, duration, runMain, say, step, Stop } from './lib/say.mjs';
import { ensureEnvFile } from './lib/secrets.mjs';

/**
 * npm run demo: from a fresh clone to a server with people in it. Starting again takes seconds and adds
 * nothing twice. Only Node itself may be imported before the packages are installed.
 */

const WORKBOOK = inRoot('database', 'demo', 'demo-contacts.xlsx');
const DATABASE = inRoot('.tmp', 'data.db');
const STATE = inRoot('.tmp', 'demo-accounts.json');
const LOG = inRoot('.tmp', 'demo.log');
const USUAL_PORT = 1337;

/** @typedef {{ accounts?: import('./lib/accounts.mjs').Account[], importId?: string, loaded?: boolean }} State */

/** @returns {State} */
const readState = () => readJson(STATE) ?? {};

/** Passwords are in it: for the owner's eyes only. @param {State} change */
const remember = (change) => writeJson(STATE, { ...readState(), ...change }, { mode: 0o600 });

async function startDemoServer() {
  const { createServer } = await import('./lib/server-process.mjs');
  const wanted = Number(process.env.PORT) || USUAL_PORT;
  const port = await findFreePort(wanted);
  if (port !== wanted) say(`Port ${wanted} is in use, so this runs on ${port}.`);
  const filename = path.resolve(inRoot(), process.env.DATABASE_FILENAME || DATABASE);
  fs.mkdirSync(path.dirname(LOG), { recursive: true });
  const server = await createServer({
    database: { client: 'sqlite', filename },
    settings: 'installation',
    port,
    logFile: LOG,
    env: { STRAPI_TELEMETRY_DISABLED: 'true' },
  });
  await step('Starting the server', () => server.start());
  return server;
}

/** The accounts whose passwords still work; made first on a new installation. @param {string} url */
async function findAccounts(url) {
  const { makeAccounts } = await import('./lib/accounts.mjs');
  const { hasAdministrator, signIn } = await import('./lib/admin-client.mjs');
  if (!(await hasAdministrator(url))) {
    remember({ accounts: await makeAccounts(url), importId: undefined, loaded: undefined });
  }
  const working = [];
  for (const account of readState().accounts ?? []) {
    const client = await signIn(url, account);
    if (client) working.push({ ...account, client });
  }
  return working;
}

/** @param {Awaited<ReturnType<typeof findAccounts>>} accounts */
async function findPeople(accounts) {
  const manager = accounts.find((account) => account.role !== 'contacts-agent');
  if (!manager) return undefined;
  const { loadDemoPeople } = await import('./lib/demo-people.mjs');
  const { countPeople } = await import('./lib/import-file.mjs');
  if (!readState().loaded) {
    await step('Importing the demo contacts', () =>
      loadDemoPeople(manager.client, WORKBOOK, readState(), remember),
    );
  }
  return countPeople(manager.client);
}

/**
 * @param {string} address
 * @param {Awaited<ReturnType<typeof findAccounts>>} accounts
 * @param {number | undefined} people
 */
function tellHowToSignIn(address, accounts, people) {
  say(`\n${bold('Contacts Manager is ready:')} ${bold(address)}`);
  if (people !== undefined) say(`${people.toLocaleString('en')} people are in it.\n`);
  for (const { title, email, password } of accounts) {
    say(`  ${title.padEnd(18)}${email.padEnd(22)}${password}`);
  }
  if (accounts.length < 3) {
    say('  Other accounts: their passwords have been changed, and are known to their owners only.');
  }
  say(dim('\nStop it with Ctrl-C.'));
}

await runMain(async () => {
  const started = Date.now();
  await ensureInstalled();
  if (ensureEnvFile()) say('Made a .env with random secrets.');
  await ensureBuilt();
  const server = await startDemoServer();

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    say('\nStopping …');
    void server.stop();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);

  try {
    const accounts = await findAccounts(server.url);
    const people = await findPeople(accounts);
    tellHowToSignIn(`http://localhost:${server.port}/admin`, accounts, people);
    say(dim(`Up in ${duration(Date.now() - started)}.`));
  } catch (error) {
    const interrupted = stopping;
    await server.stop();
    if (!interrupted) throw error;
  }
  await server.ended();
  if (!stopping) throw new Stop(`The server has ended. Its last words are in ${LOG}.`);
});
