import { step } from '../scripts/lib/say.mjs';
import { ensurePackages } from './lib/peers/packages.mjs';
import { PEERS } from './lib/peers/peers.mjs';
import { countKinds, peerRows, withoutNames } from './lib/peers/rows.mjs';
import { readStored } from './lib/peers/stored.mjs';
import { timed } from './lib/timing.mjs';

/**
 * The same file of 10,000 people through stock Strapi's REST and through the plugins on npm that import into
 * Strapi 5: how long it takes, and what each does with repeated numbers and rows that cannot be right.
 */

const ROWS = 10_000;

/** @typedef {import('../scripts/bench.mjs').BenchContext} Context */

/**
 * @param {Context} context @param {import('./lib/peers/peers.mjs').Peer} peer
 * @param {import('./lib/peers/peers.mjs').PeerRow[]} rows
 */
async function measure({ title, databases }, peer, rows) {
  const database = await databases.createEmpty();
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
    const rows = peerRows(count);
    const whole = await measure(context, peer, rows);
    // What refuses every row with a category or a group is measured once more without them.
    const isRefused = whole.stored.contacts === 0;
    const { milliseconds, reported, stored } = isRefused
      ? await measure(context, peer, withoutNames(rows))
      : whole;
    const figure = (/** @type {string} */ what, /** @type {number} */ value, note = '') =>
      report.figure({ group, what, value, unit: 'rows', digits: 0, ...(note && { note }) });
    report.figure({
      ...{ group, what: 'time', value: milliseconds / 1000, unit: 's' },
      ...(isRefused && { note: 'without category and group: with their names it took no row' }),
    });
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
