import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endOnSignals } from '../../scripts/lib/run-command.mjs';
import {
  bold,
  dim,
  duration,
  green,
  red,
  runMain,
  say,
  step,
  Stop,
} from '../../scripts/lib/say.mjs';
import { writePartResult } from '../../scripts/lib/test-parts.mjs';
import { isFor, readArguments } from './arguments.mjs';
import { describeWrong, isRight, tableOf } from './comparison.mjs';
import { openDatabases } from './databases.mjs';
import { planFile, writePeople } from './plan.mjs';
import { Skipped } from './trial.mjs';

/**
 * npm run test:faults [-- --fault NAME] [--db sqlite|postgres] [10|50|90] [--rows N]: lets real servers meet
 * with accidents while they import a large file, and compares what the database holds afterwards with what
 * the file says. Each fault, on each database, at each share of the commit is a test; `catalogue.mjs` lists
 * them. The rows must be several chunks a share, or the commit is over before the fault, which is a failure.
 */

/** @typedef {import('./databases.mjs').Client} Client */
/** @typedef {import('./trial.mjs').Fault} Fault */
/** @typedef {import('./trial.mjs').Trial} Trial */
/** @typedef {{ passed: number, failed: number, skipped: number, problems: string[] }} Results */

/** Removed with everything in it when this process ends, whatever ends it. */
function makeFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-faults-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** @param {string} folder @param {number} rows */
async function prepare(folder, rows) {
  const plan = planFile(rows);
  const files = {
    before: path.join(folder, 'before.xlsx'),
    people: path.join(folder, 'people.xlsx'),
  };
  const temporary = path.join(folder, 'tmp');
  fs.mkdirSync(temporary);
  await step(`Writing a workbook of ${plan.counts.total.toLocaleString('en')} rows`, async () => {
    await writePeople(files.before, plan.before);
    await writePeople(files.people, plan.rows);
  });
  return { rows, plan, files, temporary, folder };
}

const titleOf = (/** @type {Client} */ client) => (client === 'sqlite' ? 'SQLite' : 'PostgreSQL');

/** @param {Client} client @param {Fault} fault @param {number} share @param {number} rows */
const nameOf = (client, { title, shares }, share, rows) => {
  const where = shares ? ` at ${share} % of a commit of ${rows.toLocaleString('en')} rows` : '';
  return `${titleOf(client)}, ${title}${where}`;
};

/**
 * @param {import('./databases.mjs').Databases} databases @param {Fault} fault
 * @param {Omit<Trial, 'base'>} trial
 * @returns {Promise<string[]>} what is wrong
 * @throws {Skipped}
 */
async function tryFault(databases, fault, trial) {
  const started = Date.now();
  const base = await databases.create(`${fault.name}_${trial.share}`.replaceAll('-', '_'));
  try {
    const comparisons = await fault.run({ ...trial, base });
    const wrong = comparisons.filter((comparison) => !isRight(comparison)).map(describeWrong);
    for (const line of tableOf(comparisons)) say(line.endsWith('✗') ? red(line) : line);
    say(dim(`  in ${duration(Date.now() - started)}`));
    return wrong;
  } catch (error) {
    if (error instanceof Skipped) throw error;
    console.error(error instanceof Stop ? red(error.message) : error);
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    await base.remove();
  }
}

/**
 * Tries one fault at one share and counts what came of it.
 * @param {Results} results @param {string} name @param {() => Promise<string[]>} attempt
 */
async function count(results, name, attempt) {
  say(bold(`\n${name}`));
  try {
    const wrong = await attempt();
    say(wrong.length === 0 ? green('  ✓ all as expected') : red(`  ✗ ${wrong.length} wrong`));
    results[wrong.length === 0 ? 'passed' : 'failed'] += 1;
    results.problems.push(...wrong.map((line) => `${name}: ${line}`));
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    say(`  – skipped: ${error.message}`);
    results.skipped += 1;
  }
}

await runMain(async () => {
  const { rows, clients, faults, shares } = readArguments(process.argv.slice(2));
  endOnSignals();
  const folder = makeFolder();
  const prepared = await prepare(folder, rows);
  /** @type {Results} */
  const results = { passed: 0, failed: 0, skipped: 0, problems: [] };
  for (const client of clients) {
    const databases = await openDatabases(client, folder);
    try {
      for (const fault of faults.filter((one) => isFor(one, client))) {
        const wanted = shares.length > 0 ? shares : fault.shares;
        for (const share of fault.shares ? (wanted ?? []) : [0]) {
          const trial = { ...prepared, share };
          const attempt = () => tryFault(databases, fault, trial);
          await count(results, nameOf(client, fault, share, rows), attempt);
        }
      }
    } finally {
      await databases.close();
    }
    for (const { title, onlyOn } of faults.filter((one) => !isFor(one, client))) {
      say(dim(`\n${titleOf(client)}, ${title}: not tried, ${onlyOn?.because}`));
    }
  }
  const { passed, failed, skipped, problems } = results;
  if (skipped > 0) say(`\n${skipped} skipped`);
  writePartResult({ passed, failed, problems });
  return failed > 0 ? 1 : 0;
});
