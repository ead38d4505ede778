import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
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
import { describeWrong, isRight, tableOf } from './comparison.mjs';
import { openDatabases } from './databases.mjs';
import { runFault } from './fault.mjs';
import { planFile, writePeople } from './plan.mjs';

/**
 * npm run test:faults [-- sqlite|postgres] [10|50|90] [--rows N]: kills the server in the middle of a large
 * commit, starts it again, and compares what the database holds with what the file says. Each fault is a
 * test. The rows must be several chunks a share, or the commit is over before the kill, which is a failure.
 */

/** @typedef {import('./databases.mjs').Client} Client */

const CLIENTS = /** @type {const} */ (['sqlite', 'postgres']);
const SHARES = [10, 50, 90];
const ROWS = 100_000;

function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rows: { type: 'string', default: String(ROWS) } },
  });
  if (!/^[1-9]\d*$/.test(values.rows)) throw new Stop('--rows is a whole number.');
  const clients = CLIENTS.filter((client) => positionals.includes(client));
  const shares = SHARES.filter((share) => positionals.includes(String(share)));
  if (clients.length + shares.length < positionals.length) {
    throw new Stop(`Faults are chosen by ${[...CLIENTS, ...SHARES].join(', ')}.`);
  }
  return {
    rows: Number(values.rows),
    clients: clients.length > 0 ? clients : CLIENTS,
    shares: shares.length > 0 ? shares : SHARES,
  };
}

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
  return { plan, files, temporary };
}

/** @param {Client} client @param {number} share @param {number} rows */
const nameOf = (client, share, rows) => {
  const title = client === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  return `${title}, kill -9 at ${share} % of a commit of ${rows.toLocaleString('en')} rows`;
};

/**
 * @param {import('./databases.mjs').Databases} databases @param {string} name
 * @param {Omit<import('./fault.mjs').Fault, 'base'>} fault
 * @returns {Promise<string[]>} what is wrong
 */
async function tryFault(databases, name, fault) {
  const started = Date.now();
  say(bold(`\n${name}`));
  const base = await databases.create(`at_${fault.share}`);
  try {
    const comparisons = await runFault({ ...fault, base });
    const wrong = comparisons.filter((comparison) => !isRight(comparison)).map(describeWrong);
    for (const line of tableOf(comparisons)) say(line.endsWith('✗') ? red(line) : line);
    say(dim(`  in ${duration(Date.now() - started)}`));
    return wrong;
  } catch (error) {
    console.error(error instanceof Stop ? red(error.message) : error);
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    await base.remove();
  }
}

await runMain(async () => {
  const { rows, clients, shares } = readArguments();
  endOnSignals();
  const folder = makeFolder();
  const prepared = await prepare(folder, rows);
  /** @type {string[][]} */
  const results = [];
  for (const client of clients) {
    const databases = await openDatabases(client, folder);
    try {
      for (const share of shares) {
        const name = nameOf(client, share, rows);
        const wrong = await tryFault(databases, name, { ...prepared, share });
        say(wrong.length === 0 ? green('  ✓ all as expected') : red(`  ✗ ${wrong.length} wrong`));
        results.push(wrong.map((line) => `${name}: ${line}`));
      }
    } finally {
      await databases.close();
    }
  }
  const failed = results.filter((problems) => problems.length > 0).length;
  writePartResult({ passed: results.length - failed, failed, problems: results.flat() });
  return failed > 0 ? 1 : 0;
});
