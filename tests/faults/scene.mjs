import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { makeAccounts, signInAs } from '../../scripts/lib/accounts.mjs';
import { confirmImport, uploadFile, waitForImport } from '../../scripts/lib/import-file.mjs';
import { Stop } from '../../scripts/lib/say.mjs';
import { createServer } from '../../scripts/lib/server-process.mjs';

/** What happens on every stage before, during and after a fault. */

/** @typedef {import('../../scripts/lib/admin-client.mjs').AdminClient} AdminClient */
/** @typedef {import('../../scripts/lib/accounts.mjs').Account} Account */
/** @typedef {import('../../scripts/lib/server-process.mjs').ServerProcess} ServerProcess */
/** @typedef {import('./comparison.mjs').Comparison} Comparison */
/** @typedef {import('./trial.mjs').Trial} Trial */
/** @typedef {(options?: Partial<Parameters<typeof createServer>[0]>) => Promise<ServerProcess>} NewServer */

/** An import that cannot end would keep the run for ever. */
export const MOST_SECONDS = 120;

/**
 * Servers of one trial, none of which outlives it: also those that are stopped or hang.
 * @template T
 * @param {Trial} trial @param {(newServer: NewServer) => Promise<T>} work
 */
export async function withServers({ base, temporary }, work) {
  /** @type {ServerProcess[]} */
  const servers = [];
  try {
    return await work(async (options = {}) => {
      const server = await createServer({
        database: base.database,
        ...options,
        env: { TMPDIR: temporary, ...options.env },
      });
      servers.push(server);
      return server;
    });
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
  }
}

/**
 * Starts a server on an empty database, with the people who are there before and an import that waits for
 * its confirmation.
 * @param {Trial} trial @param {ServerProcess} server
 */
export async function prepareImport({ files, plan }, server) {
  await server.start();
  const accounts = await makeAccounts(server.url);
  const client = await signIn(server, accounts);
  await importAll(client, files.before);
  const id = await uploadForReview(client, files.people, plan.counts);
  return { accounts, client, id };
}

/**
 * The same, and in the middle of its commit.
 * @param {Trial} trial @param {ServerProcess} server
 */
export async function beginCommit(trial, server) {
  const prepared = await prepareImport(trial, server);
  await confirmImport(prepared.client, prepared.id);
  await waitForShare(prepared.client, prepared.id, trial.share);
  return prepared;
}

/** @param {ServerProcess} server @param {Account[]} accounts */
export const signIn = (server, accounts) => signInAs(server.url, accounts, 'contacts-manager');

/** @param {AdminClient} client @param {string} file */
async function importAll(client, file) {
  const id = await uploadFile(client, file);
  await waitForImport(client, id);
  await confirmImport(client, id);
  await waitForImport(client, id);
}

/** @param {AdminClient} client @param {string} file @param {import('./plan.mjs').Plan['counts']} counts */
export async function uploadForReview(client, file, counts) {
  const id = await uploadFile(client, file, { existing: 'update' });
  const review = await waitForImport(client, id);
  if (review.state !== 'review' || !isDeepStrictEqual(review.counts, counts)) {
    const found = `${review.state} ${JSON.stringify(review.counts)}`;
    throw new Stop(`The file must be read as ${JSON.stringify(counts)}, not as ${found}.`);
  }
  return id;
}

/** @param {AdminClient} client @param {string} id @param {number} share */
export async function waitForShare(client, id, share) {
  for (;;) {
    const view = await client.get(`/contacts-manager/imports/${id}`);
    if (view.state !== 'committing' || view.progress * 100 >= share) return;
    await wait(10);
  }
}

/**
 * Only watches the database: no request could be what moves an import on.
 * @param {Trial['base']} base @param {number} started when, in milliseconds
 * @returns {Promise<number>} seconds from then until no import is being committed
 */
export async function waitForEnd(base, started) {
  const seconds = () => (Date.now() - started) / 1000;
  while (seconds() <= MOST_SECONDS) {
    const busy = await base.select(`select 1 from contact_imports where state = 'committing'`);
    if (busy.length === 0) break;
    await wait(500);
  }
  return seconds();
}

/** @param {string} from @param {number} seconds @returns {Comparison} */
export const endedWithin = (from, seconds) => ({
  what: `seconds from ${from} to the end`,
  expected: `≤ ${MOST_SECONDS}`,
  found: seconds.toFixed(1),
  ok: seconds <= MOST_SECONDS,
});

/** @param {ServerProcess} server */
export function isRunning({ pid }) {
  try {
    // Signal 0 only asks.
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Whether the process is there and answers. @param {ServerProcess} server @returns {Promise<string>} */
export async function stateOf(server) {
  if (!isRunning(server)) return 'gone';
  const answer = await fetch(`${server.url}/_health`, { signal: AbortSignal.timeout(10_000) }).then(
    ({ status }) => status,
    () => 0,
  );
  return answer === 204 ? 'answers' : 'does not answer';
}
