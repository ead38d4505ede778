import { step } from '../scripts/lib/say.mjs';
import { findRowIds, runBulkFloor } from './lib/bulk-floor.mjs';
import { startInstallation } from './lib/installation.mjs';
import { summarise } from './lib/percentiles.mjs';
import { watchHealth } from './lib/sampling.mjs';
import { timed } from './lib/timing.mjs';

/**
 * Changes of about a tenth of the directory over the admin API, from the request to the end of the change, beside
 * the same writes as bare set-based statements. Changes and floor take turns on copies of the same database; what
 * is reported are means, and of what must never happen the worst.
 */

const ROUNDS = 2;
/** Milliseconds; screens ask less often, and every question takes the server some of the time that is measured. */
const ASK_EVERY = 250;
const AIMS = {
  ratio: { postgres: { atMost: 1.5 }, sqlite: { atMost: 2 } },
  health: { atMost: 200 },
};
/** Active members of these are changed: of 1,000,000 people 112,500. */
const GROUPS = ['Group 2', 'Group 3', 'Group 4'];
/** What they get; some in eight have it already. */
const CATEGORY = 'Category 2';
const CHANGES = /** @type {const} */ (['archive', 'undo', 'add to group', 'set category']);

/**
 * @typedef {import('../scripts/bench.mjs').BenchContext} Context
 * @typedef {import('../scripts/lib/server-process.mjs').Database} Database
 * @typedef {(typeof CHANGES)[number]} Change
 * @typedef {{ ours: Record<Change, number>, floor: Record<string, number>, health: number, changed: number }} Round
 */

/** @param {import('./lib/installation.mjs').Installation} installation */
function bulkOf({ admin }) {
  /** @param {string} path @param {object} body */
  const make = async (path, body) => {
    const { result, milliseconds } = await timed(async () => {
      const { operationId } = await admin.post(`/contacts-manager${path}`, body);
      for (;;) {
        const operation = await admin.get(`/contacts-manager/operations/${operationId}`);
        if (operation.state !== 'running') return operation;
        await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
      }
    });
    if (result.state !== 'done') throw new Error(`The change ended as ${result.state}.`);
    return { ...result, milliseconds };
  };
  return make;
}

/** @param {Database} database @returns {Promise<Omit<Round, 'floor'>>} */
async function measureOurs(database) {
  const installation = await startInstallation(database);
  const { admin } = installation;
  try {
    const idsOf = async (/** @type {string} */ plural, /** @type {string[]} */ names) => {
      const { results } = await admin.get(`/contacts-manager/${plural}`);
      return names.map(
        (name) =>
          results.find((/** @type {{ name: string }} */ one) => one.name === name).documentId,
      );
    };
    const { data: group } = await admin.post('/contacts-manager/groups', { name: 'Benchmark' });
    const [category] = await idsOf('categories', [CATEGORY]);
    const filter = { status: 'active', groups: await idsOf('groups', GROUPS) };
    const selection = { kind: 'filter', filter };
    const make = bulkOf(installation);
    const bulk = (/** @type {object} */ body) => make('/contacts/bulk', { selection, ...body });
    const health = watchHealth(installation.url);
    const archive = await bulk({ action: 'archive', reason: 'Benchmark' });
    const undo = await make(`/operations/${archive.operationId}/undo`, {});
    const addToGroup = await bulk({ action: 'add-to-groups', groups: [group.documentId] });
    const setCategory = await bulk({ action: 'set-category', category });
    const { max } = await health.stop();
    return {
      ours: {
        archive: archive.milliseconds,
        undo: undo.milliseconds,
        'add to group': addToGroup.milliseconds,
        'set category': setCategory.milliseconds,
      },
      health: max,
      changed: archive.applied,
    };
  } finally {
    await installation.stop();
  }
}

/** @param {Context['databases']} databases @param {Database} filled @returns {Promise<Round>} */
async function measureOnce(databases, filled) {
  const forFloor = await databases.copy(filled);
  const [group = 0] = await findRowIds(forFloor, 'contact_groups', ['Group 25']);
  const [category = 0] = await findRowIds(forFloor, 'contact_categories', [CATEGORY]);
  const groups = await findRowIds(forFloor, 'contact_groups', GROUPS);
  const floor = await runBulkFloor(forFloor, { groups, group, category });
  await databases.remove(forFloor);
  const forOurs = await databases.copy(filled);
  const measured = await measureOurs(forOurs);
  await databases.remove(forOurs);
  return { ...measured, floor };
}

/** @param {Context} context */
export default async function benchBulk({ client, title, rows = 1_000_000, databases, report }) {
  const filled = await databases.createSeeded(rows);
  /** @type {Round[]} */
  const rounds = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const what = `${title}: round ${round} of ${ROUNDS}`;
    rounds.push(await step(what, () => measureOnce(databases, filled)));
  }
  const amount = (/** @type {number} */ value) => value.toLocaleString('en');
  const mean = (/** @type {(round: Round) => number} */ of) => summarise(rounds.map(of)).mean;
  const group = `${title}, ${amount(rounds[0]?.changed ?? 0)} of ${amount(rows)} contacts`;
  for (const change of CHANGES) {
    const floor = mean((round) => round.floor[change] ?? NaN) / 1000;
    report.figure({
      ...{ group, what: change, value: mean(({ ours }) => ours[change]) / 1000, unit: 's' },
      note: `bare statements ${floor.toFixed(1)} s`,
    });
    const ratios = rounds.map(({ ours, floor: bare }) => ours[change] / (bare[change] ?? NaN));
    report.figure({
      ...{
        group,
        what: `${change} to the bare statements`,
        value: summarise(ratios).mean,
        unit: '×',
      },
      aim: AIMS.ratio[client],
      note: `rounds ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`,
    });
  }
  report.figure({
    ...{ group, what: 'slowest /_health answer', unit: 'ms', aim: AIMS.health },
    value: summarise(rounds.map(({ health }) => health)).max,
  });
}
