import { step } from '../scripts/lib/say.mjs';
import { measureExports, runExportFloor, withSavedCells } from './lib/export-run.mjs';
import { startInstallation } from './lib/installation.mjs';
import { summarise } from './lib/percentiles.mjs';
import { watchMemory } from './lib/sampling.mjs';

/**
 * Everybody as a workbook over HTTP, beside exceljs' stream writer alone, which writes the same cells into nothing;
 * and how much memory the server takes for ten times as many.
 */

const ROUNDS = 3;
const AIMS = { ratio: { atMost: 1.3 }, memory: { atMost: 50 } };
const MEMORY_EVERY = 50;

/** @typedef {import('../scripts/bench.mjs').BenchContext} Context */

/**
 * Export and floor in turns, and the highest memory of the server during its exports.
 * @param {Context} context @param {number} rows
 */
async function measureSmall({ title, databases }, rows) {
  const database = await databases.createSeeded(rows);
  const installation = await startInstallation(database);
  try {
    return await withSavedCells(installation, rows, async (cells) => {
      const exported = await measureExports(installation);
      const rounds = [];
      let peak = 0;
      for (let round = 1; round <= ROUNDS; round += 1) {
        const floor = await step(`${title}: exceljs alone`, () => runExportFloor(cells));
        const memory = await watchMemory(installation.server.pid, { every: MEMORY_EVERY });
        const ours = await step(`${title}: export`, () => exported(rows));
        peak = Math.max(peak, memory.stop().peak);
        rounds.push({ ours, floor, ratio: ours / floor });
      }
      return { rounds, peak };
    });
  } finally {
    await installation.stop();
    await databases.remove(database);
  }
}

/** @param {Context} context @param {number} rows */
async function measureLarge({ title, databases }, rows) {
  const database = await databases.createSeeded(rows);
  const installation = await startInstallation(database);
  try {
    const exported = await measureExports(installation);
    const memory = await watchMemory(installation.server.pid, { every: MEMORY_EVERY });
    const milliseconds = await step(`${title}: export`, () => exported(rows));
    return { milliseconds, peak: memory.stop().peak };
  } finally {
    await installation.stop();
    await databases.remove(database);
  }
}

/** @param {Context} context */
export default async function benchExport(context) {
  const { title, rows = 1_000_000, report } = context;
  const fewer = Math.ceil(rows / 10);
  const groupOf = (/** @type {number} */ count) =>
    `${title}, ${count.toLocaleString('en')} contacts as xlsx`;

  const small = await measureSmall(context, fewer);
  const seconds = (/** @type {(round: typeof small.rounds[number]) => number} */ of) =>
    summarise(small.rounds.map(of)).mean;
  const group = groupOf(fewer);
  report.figure({
    ...{ group, what: 'export', unit: 's' },
    value: seconds(({ ours }) => ours / 1000),
  });
  report.figure({
    ...{ group, what: 'exceljs alone', unit: 's' },
    value: seconds(({ floor }) => floor / 1000),
  });
  report.figure({
    ...{ group, what: 'export to exceljs alone', unit: '×', aim: AIMS.ratio },
    value: seconds(({ ratio }) => ratio),
    note: `rounds ${small.rounds.map(({ ratio }) => ratio.toFixed(2)).join(', ')}`,
  });
  report.figure({ group, what: 'peak memory of the server', value: small.peak, unit: 'MB' });

  const large = await measureLarge(context, rows);
  const all = groupOf(rows);
  report.figure({ group: all, what: 'export', value: large.milliseconds / 1000, unit: 's' });
  report.figure({ group: all, what: 'peak memory of the server', value: large.peak, unit: 'MB' });
  report.figure({
    ...{ group: all, what: 'peak over that of a tenth of them', unit: 'MB', aim: AIMS.memory },
    value: large.peak - small.peak,
  });
}
