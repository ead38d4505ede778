import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { step } from '../scripts/lib/say.mjs';
import { runFloor, runImport } from './lib/import-run.mjs';
import { writeImportWorkbook } from './lib/import-workbook.mjs';
import { summarise } from './lib/percentiles.mjs';

/**
 * A workbook of 100,000 new people into an empty table and a full one, beside the least that reading it,
 * parsing its numbers and writing all of its rows takes. Import and floor take turns on copies of the same
 * database; what is reported are means, and of what must never happen the worst. With `--rows` it is one
 * workbook of so many into an empty table, once and without the floor.
 */

const WORKBOOK_ROWS = 100_000;
const FULL_TABLE = 1_000_000;
const ROUNDS = 2;
const AIMS = {
  ratio: { atMost: 1.5 },
  health: { atMost: 200 },
  memory: { atMost: 250 },
  /** Server and worker, which are one process: 250 MB and 700 MB. */
  memoryOfMillion: { atMost: 950 },
  slowdown: { atLeast: 0.75 },
};

/** As many rows as an import may have. */
export const KEPT_ROWS = [1_000_000];

/** @typedef {import('../scripts/bench.mjs').BenchContext} Context */
/** @typedef {import('../scripts/lib/server-process.mjs').Database} Database */
/** @typedef {Awaited<ReturnType<typeof measureOnce>>} Round */

/**
 * @param {Context['databases']} databases @param {Database} filled
 * @param {string} workbook @param {number} rows
 */
async function measureOnce(databases, filled, workbook, rows) {
  const forFloor = await databases.copy(filled);
  const floor = await runFloor(forFloor, workbook);
  await databases.remove(forFloor);
  const forImport = await databases.copy(filled);
  const ours = await runImport(forImport, workbook, rows);
  await databases.remove(forImport);
  const total = ours.parse + ours.commit;
  const least = floor.read + floor.phones + floor.write;
  return { ...ours, total, floor, least, ratio: total / least };
}

/** @param {Round[]} rounds @param {(round: Round) => number} of */
const mean = (rounds, of) => summarise(rounds.map(of)).mean;
/** @param {Round[]} rounds @param {(round: Round) => number} of */
const worst = (rounds, of) => summarise(rounds.map(of)).max;

/** @param {Context['report']} report @param {string} group @param {Round[]} rounds @param {number} rows */
function reportTimes(report, group, rounds, rows) {
  const seconds = (/** @type {(round: Round) => number} */ of) => mean(rounds, of) / 1000;
  const figure = (/** @type {string} */ what, /** @type {number} */ value, unit = 's', more = {}) =>
    report.figure({ group, what, value, unit, ...more });
  figure(
    'parse and validate',
    seconds(({ parse }) => parse),
  );
  figure(
    'commit',
    seconds(({ commit }) => commit),
  );
  const total = seconds((round) => round.total);
  figure('whole import', total);
  figure('rows a second', rows / total, '/s');
  const parts = [
    `read ${seconds(({ floor }) => floor.read).toFixed(1)}`,
    `numbers ${seconds(({ floor }) => floor.phones).toFixed(1)}`,
    `write ${seconds(({ floor }) => floor.write).toFixed(1)}`,
  ];
  figure(
    'floor',
    seconds(({ least }) => least),
    's',
    { note: parts.join(', ') },
  );
  const ratios = rounds.map(({ ratio }) => ratio.toFixed(2)).join(', ');
  figure(
    'whole import to floor',
    mean(rounds, ({ ratio }) => ratio),
    '×',
    { aim: AIMS.ratio, note: `rounds ${ratios}` },
  );
}

/** @param {Context['report']} report @param {string} group @param {Round[]} rounds */
function reportLoad(report, group, rounds) {
  const slowestHealth = worst(rounds, (round) => round.slowestHealth);
  const health = { what: 'slowest /_health answer', value: slowestHealth, unit: 'ms' };
  report.figure({ group, ...health, aim: AIMS.health });
  const memory = (/** @type {string} */ what, /** @type {number} */ value, more = {}) =>
    report.figure({ group, what, value, unit: 'MB', ...more });
  const { before, parsePeak, commitPeak } = /** @type {Round} */ (rounds[0]).memory;
  const growthOf = (/** @type {Round} */ round) =>
    Math.max(round.memory.parsePeak, round.memory.commitPeak) - round.memory.before;
  memory('memory of the server before the upload', before);
  memory('peak memory of server and worker, parse and validate', parsePeak);
  memory('peak memory of server and worker, commit', commitPeak);
  memory('peak over the memory before the upload', worst(rounds, growthOf), { aim: AIMS.memory });
}

/** @param {Context['report']} report @param {string} group @param {number} rows @param {Awaited<ReturnType<typeof runImport>>} run */
function reportMillion(report, group, rows, { parse, commit, pace, slowestHealth, memory }) {
  const figure = (/** @type {string} */ what, /** @type {number} */ value, unit = 's', more = {}) =>
    report.figure({ group, what, value, unit, ...more });
  figure('parse and validate', parse / 1000);
  figure('commit', commit / 1000);
  figure('whole import', (parse + commit) / 1000);
  figure('rows a second', rows / ((parse + commit) / 1000), '/s');
  for (const [name, { first, last }] of Object.entries({
    'parse and validate': pace.parse,
    commit: pace.commit,
  })) {
    const note = `${Math.round(first).toLocaleString('en')} and ${Math.round(last).toLocaleString('en')} rows a second`;
    figure(`${name}: last tenth to first`, last / first, '×', { aim: AIMS.slowdown, note });
  }
  figure('slowest /_health answer', slowestHealth, 'ms', { aim: AIMS.health });
  const { before, parsePeak, commitPeak } = memory;
  figure('memory of the server before the upload', before, 'MB');
  figure('peak memory of server and worker, parse and validate', parsePeak, 'MB');
  figure('peak memory of server and worker, commit', commitPeak, 'MB');
  figure('peak over the memory before the upload', Math.max(parsePeak, commitPeak) - before, 'MB', {
    aim: AIMS.memoryOfMillion,
  });
}

/** @param {Context} context @param {string} workbook @param {number} rows */
async function benchOneFile({ title, databases, report }, workbook, rows) {
  const group = `${title}, one file of ${amount(rows)} rows into an empty table`;
  const database = await databases.createSeeded(0);
  const run = await step(group, () => runImport(database, workbook, rows));
  await databases.remove(database);
  reportMillion(report, group, rows, run);
}

/** @param {Context} context @param {string} workbook */
async function benchBesideFloor({ title, databases, report }, workbook) {
  for (const fill of [0, FULL_TABLE]) {
    const target = fill === 0 ? 'an empty table' : `${amount(fill)} contacts`;
    const group = `${title}, ${amount(WORKBOOK_ROWS)} rows into ${target}`;
    const filled = await databases.createSeeded(fill);
    /** @type {Round[]} */
    const rounds = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const what = `${group}: round ${round} of ${ROUNDS}`;
      rounds.push(await step(what, () => measureOnce(databases, filled, workbook, WORKBOOK_ROWS)));
    }
    await databases.remove(filled);
    reportTimes(report, group, rounds, WORKBOOK_ROWS);
    reportLoad(report, group, rounds);
  }
}

const amount = (/** @type {number} */ value) => value.toLocaleString('en');

/** @param {Context} context */
export default async function benchImport(context) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-bench-workbook-'));
  const workbook = path.join(folder, 'people.xlsx');
  const rows = context.rows ?? WORKBOOK_ROWS;
  try {
    await step(`Writing a workbook of ${amount(rows)} rows`, () =>
      writeImportWorkbook(workbook, { from: FULL_TABLE, rows }),
    );
    if (context.rows === undefined) await benchBesideFloor(context, workbook);
    else await benchOneFile(context, workbook, rows);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
