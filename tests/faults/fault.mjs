import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { makeAccounts, signInAs } from '../../scripts/lib/accounts.mjs';
import { confirmImport, uploadFile, waitForImport } from '../../scripts/lib/import-file.mjs';
import { Stop } from '../../scripts/lib/say.mjs';
import { createServer } from '../../scripts/lib/server-process.mjs';
import { compareAfterKill, compareResult } from './compare.mjs';

/** @typedef {import('../../scripts/lib/admin-client.mjs').AdminClient} AdminClient */
/** @typedef {import('../../scripts/lib/server-process.mjs').ServerProcess} ServerProcess */
/** @typedef {import('./comparison.mjs').Comparison} Comparison */

/**
 * @typedef {{
 *   base: import('./databases.mjs').OpenDatabase,
 *   share: number,
 *   plan: import('./plan.mjs').Plan,
 *   files: { before: string, people: string },
 *   temporary: string,
 * }} Fault `share`: per cent of the commit at which the server is killed; `temporary`: the folder for
 *   what a killed server leaves
 */

export const MOST_SECONDS = 120;

/**
 * Kills the server in the middle of a commit, starts it again, and compares what came of it.
 * @param {Fault} fault
 * @returns {Promise<Comparison[]>}
 */
export async function runFault(fault) {
  const { base, share, plan, files, temporary } = fault;
  const server = await createServer({ database: base.database, env: { TMPDIR: temporary } });
  try {
    await server.start();
    const accounts = await makeAccounts(server.url);
    const client = await signInAs(server.url, accounts, 'contacts-manager');
    await importAll(client, files.before);
    const id = await uploadForReview(client, files.people, plan.counts);
    await confirmImport(client, id);
    await waitForShare(client, id, share);
    const alive = await killServer(server);
    const left = await compareAfterKill(fault, alive);

    const seconds = await restart(server, base);
    const again = await signInAs(server.url, accounts, 'contacts-manager');
    return [...left, within(seconds), ...(await compareResult(fault, again, id))];
  } finally {
    await server.kill();
  }
}

/** The people who are there before. @param {AdminClient} client @param {string} file */
async function importAll(client, file) {
  const id = await uploadFile(client, file);
  await waitForImport(client, id);
  await confirmImport(client, id);
  await waitForImport(client, id);
}

/** @param {AdminClient} client @param {string} file @param {import('./plan.mjs').Plan['counts']} counts */
async function uploadForReview(client, file, counts) {
  const id = await uploadFile(client, file, { existing: 'update' });
  const review = await waitForImport(client, id);
  if (review.state !== 'review' || !isDeepStrictEqual(review.counts, counts)) {
    const found = `${review.state} ${JSON.stringify(review.counts)}`;
    throw new Stop(`The file must be read as ${JSON.stringify(counts)}, not as ${found}.`);
  }
  return id;
}

/** @param {AdminClient} client @param {string} id @param {number} share */
async function waitForShare(client, id, share) {
  for (;;) {
    const view = await client.get(`/contacts-manager/imports/${id}`);
    if (view.state !== 'committing' || view.progress * 100 >= share) return;
    await wait(10);
  }
}

/** @param {ServerProcess} server @returns {Promise<boolean>} whether the process is still there */
async function killServer(server) {
  const { pid } = server;
  await server.kill('SIGKILL');
  try {
    // Signal 0 only asks.
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Starts the server again and only watches the database: no request could be what moves the import on.
 * @param {ServerProcess} server @param {Fault['base']} base
 * @returns {Promise<number>} seconds from the start of the process until the import has ended
 */
async function restart(server, base) {
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  await server.start();
  while (seconds() <= MOST_SECONDS) {
    const busy = await base.select(`select 1 from contact_imports where state = 'committing'`);
    if (busy.length === 0) break;
    await wait(500);
  }
  return seconds();
}

/** @param {number} seconds @returns {Comparison} */
const within = (seconds) => ({
  what: 'seconds from the restart to its end',
  expected: `≤ ${MOST_SECONDS}`,
  found: seconds.toFixed(1),
  ok: seconds <= MOST_SECONDS,
});
