import { listCases } from './lib/list-cases.mjs';
import { summarise } from './lib/percentiles.mjs';
import { startProbed } from './lib/probed-installation.mjs';

/**
 * Reading a large directory: tabs, far pages, filters, searches and counts, one question after the other.
 * Times are those in the server, from the request's head to the answer's last byte, with everything Strapi
 * does around it. Beside each stands how long the process could do nothing else.
 */

const ROUNDS = 45;
const WARM_UP = 5;
const STANDSTILL_AIM = 100;
const PAGE_SIZE = 25;

/** @typedef {import('./lib/probed-installation.mjs').ProbedInstallation} Installation */

/**
 * @param {Installation} installation @param {number} rows
 * @returns {Promise<import('./lib/list-cases.mjs').Seen>}
 */
async function lookAround({ admin, application }, rows) {
  const idOf = async (/** @type {string} */ plural, /** @type {string} */ name) =>
    (await application.get(`/api/${plural}?filters[name][$eq]=${encodeURIComponent(name)}`)).data[0]
      .documentId;
  // Half way down: the 20,000th page of a million.
  const farPage = Math.max(2, Math.floor(rows / PAGE_SIZE / 2));
  const far = await admin.get(`/contacts-manager/contacts?status=active&page=${farPage}`);
  return {
    rows,
    category: await idOf('categories', 'Category 2'),
    largeGroup: await idOf('groups', 'Group 1'),
    smallGroup: await idOf('groups', 'Group 2'),
    farPage,
    nextCursor: far.pagination.nextCursor,
    previousCursor: far.pagination.previousCursor,
  };
}

/** @param {Installation} installation @param {import('./lib/list-cases.mjs').ListCase} asked */
const clientOf = ({ application, admin }, { by }) => (by === 'application' ? application : admin);

/**
 * A server that has just started is slower in everything than one that has run for a minute.
 * @param {Installation} installation @param {import('./lib/list-cases.mjs').Seen} seen
 */
async function warmUp(installation, seen) {
  for (let round = 0; round < 3; round += 1) {
    for (const asked of listCases(seen)) {
      // Texts that no case asks for: what was searched once may be remembered.
      if (!asked.isSearch) await clientOf(installation, asked).get(asked.ask(round));
    }
    for (let turn = 0; turn < 60; turn += 1) {
      await installation.admin.get('/contacts-manager/contacts?status=active&search=warm+up');
      await installation.application.get('/api/contacts?_q=warm+up');
    }
  }
}

/** @param {Installation} installation @param {import('./lib/list-cases.mjs').ListCase} asked */
async function measure(installation, asked) {
  const { ask, rounds = ROUNDS, warmUp: discarded = WARM_UP } = asked;
  const client = clientOf(installation, asked);
  for (let round = -discarded; round < 0; round += 1) await client.get(ask(round));
  await installation.readProbe();
  for (let round = 0; round < rounds; round += 1) await client.get(ask(round));
  const { times, stoodStill } = await installation.readProbe();
  if (times.length !== rounds) throw new Error(`${times.length} answers to ${rounds} requests`);
  return { ...summarise(times), stoodStill };
}

/** @param {number} value */
const milliseconds = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export default async function benchList({ title, rows = 1_000_000, databases, report }) {
  const installation = await startProbed(await databases.createSeeded(rows));
  const group = `${title}, ${rows.toLocaleString('en')} contacts`;
  try {
    const seen = await lookAround(installation, rows);
    await warmUp(installation, seen);
    let longest = { what: '', stoodStill: 0 };
    for (const asked of listCases(seen)) {
      const { what } = asked;
      const { p50, p95, stoodStill } = await measure(installation, asked);
      if (stoodStill > longest.stoodStill) longest = { what, stoodStill };
      const note = `p50 ${milliseconds(p50)}, stood still ${milliseconds(stoodStill)}`;
      report.figure({
        ...{ group, what: `${what}, p95`, value: p95, unit: 'ms', note },
        aim: { atMost: asked.aim },
      });
    }
    report.figure({
      group,
      what: 'longest time the process stood still',
      value: longest.stoodStill,
      unit: 'ms',
      aim: { atMost: STANDSTILL_AIM },
      note: longest.what,
    });
  } finally {
    await installation.stop();
  }
}
