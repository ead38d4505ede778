import { step } from '../scripts/lib/say.mjs';
import { ensurePackages } from './lib/peers/packages.mjs';
import { PEERS } from './lib/peers/peers.mjs';
import { countKinds, peerRows } from './lib/peers/rows.mjs';
import { readStored } from './lib/peers/stored.mjs';
import { timed } from './lib/timing.mjs';

/**
 * The same file of 10,000 people through stock Strapi's REST and through the plugins on npm that import into
 * Strapi 5: how long it takes, and what each does with repeated numbers and rows that cannot be right.
 */

const ROWS = 10_000;

/** @typedef {import('../scripts/bench.mjs').BenchContext} Context */

/** @param {Context} context @param {import('./lib/peers/peers.mjs').Peer} peer @param {number} count */
async function measure({ title, databases }, peer, count) {
  const database = await databases.createEmpty();
  const rows = peerRows(count);
  const running = await peer.start(database);
  try {
    const { result, milliseconds } = await step(`${title}: ${peer.title}`, () =>
      timed(() => running.add(rows)),
    );
    return { ...result, milliseconds, stored: await readStored(database) };
  } finally {
    await running.stop();
    await databases.remove(database);
  }
}

/** @param {Context} context */
export default async function benchPeers(context) {
  const { title, rows: count = ROWS, report } = context;
  await ensurePackages();
  const kinds = countKinds(count);
  for (const peer of PEERS) {
    const group = `${title}: ${peer.title}`;
    const { milliseconds, reported, stored } = await measure(context, peer, count);
    const figure = (/** @type {string} */ what, /** @type {number} */ value, note = '') =>
      report.figure({ group, what, value, unit: 'rows', ...(note && { note }) });
    report.figure({ group, what: 'time', value: milliseconds / 1000, unit: 's' });
    figure('stored', stored.contacts, `${kinds.good} are right, ${count - kinds.good} are not`);
    figure('said not to be taken', reported);
    figure(
      'stored with a number that another has',
      stored.repeated,
      `${kinds.repeated} in the file`,
    );
    figure(
      'stored with a wrong number',
      stored['bad number'],
      `${kinds['bad number']} in the file`,
    );
    figure('stored without a name', stored['no name'], `${kinds['no name']} in the file`);
    figure(
      'stored with a wrong e-mail',
      stored['bad e-mail'],
      `${kinds['bad e-mail']} in the file`,
    );
    figure('with their category', stored.categories);
    figure('with their group', stored.groups);
  }
}
