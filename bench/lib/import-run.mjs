import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { confirmImport, uploadFile, waitForImport } from '../../scripts/lib/import-file.mjs';
import { startInstallation } from './installation.mjs';
import { watchHealth, watchMemory } from './sampling.mjs';
import { createPace } from './pace.mjs';
import { timed } from './timing.mjs';

/** @typedef {import('../../scripts/lib/server-process.mjs').Database} Database */
/** @typedef {import('../../scripts/lib/import-file.mjs').ImportView} ImportView */

const LOOK_EVERY = 100;
const MEMORY_EVERY = 50;
const FLOOR = fileURLToPath(new URL('./floor/run.mjs', import.meta.url));

/** @param {Database} database @param {string} workbook @returns {Promise<import('./floor/run.mjs').FloorTimes>} */
export async function runFloor(database, workbook) {
  const job = JSON.stringify({ database, workbook });
  const { stdout } = await promisify(execFile)(process.execPath, [FLOOR, job]);
  return JSON.parse(stdout);
}

/** @param {ImportView} view @param {ImportView['state']} state @param {number} amount @param {number} wanted */
function expectAll(view, state, amount, wanted) {
  if (view.state !== state || amount !== wanted) {
    throw new Error(`${amount} of ${wanted} rows are new; the import is in "${view.state}".`);
  }
}

/**
 * The whole import as a person does it, watched from outside: milliseconds from the first byte sent to the
 * review, and from the confirmation to the result; rows a second in the first and last tenth of both; MB of the
 * server's process, in which the worker is a thread.
 * @param {Database} database @param {string} workbook @param {number} rows
 */
export async function runImport(database, workbook, rows) {
  const installation = await startInstallation(database);
  try {
    const { admin, server, url } = installation;
    const health = watchHealth(url);
    const parseMemory = await watchMemory(server.pid, { every: MEMORY_EVERY });
    const parsePace = createPace(rows);
    const parse = await timed(async () => {
      const id = await uploadFile(admin, workbook);
      const view = await waitForImport(admin, id, { every: LOOK_EVERY, onView: parsePace.look });
      return { id, view };
    });
    const { before, peak: parsePeak } = parseMemory.stop();
    const { id, view } = parse.result;
    expectAll(view, 'review', view.counts.create, rows);
    const commitMemory = await watchMemory(server.pid, { every: MEMORY_EVERY });
    const commitPace = createPace(rows);
    const commit = await timed(async () => {
      await confirmImport(admin, id);
      return waitForImport(admin, id, { every: LOOK_EVERY, onView: commitPace.look });
    });
    const { peak: commitPeak } = commitMemory.stop();
    expectAll(commit.result, 'done', commit.result.applied.create, rows);
    const { max: slowestHealth, failures } = await health.stop();
    if (failures > 0) throw new Error(`${failures} times nobody answered /_health.`);
    return {
      parse: parse.milliseconds,
      commit: commit.milliseconds,
      pace: { parse: parsePace.read(), commit: commitPace.read() },
      slowestHealth,
      memory: { before, parsePeak, commitPeak },
    };
  } finally {
    await installation.stop();
  }
}
