import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt, ensureServerCompiled } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { runJest } from './jest-run.mjs';
import { inRoot, readJson, writeJson } from './project.mjs';
import { runNode, runNpm } from './run-command.mjs';
import { say, Stop } from './say.mjs';
import { shareFiles } from './test-shares.mjs';

/** @typedef {{ passed: number, failed: number, problems: string[] }} PartResult */

const MINUTE = 60_000;

/** Format, lint and types, side by side: each counts as one test. @returns {Promise<PartResult>} */
async function runCheck() {
  const checks = ['format:check', 'lint', 'types'];
  const codes = await Promise.all(checks.map((name) => runNpm(['run', '--silent', name])));
  const failed = checks.filter((_, index) => codes[index] !== 0).map((name) => `npm run ${name}`);
  return { passed: checks.length - failed.length, failed: failed.length, problems: failed };
}

/** @param {'sqlite' | 'postgres'} database @param {string[]} filter */
async function runApi(database, filter) {
  // Here one test starts two servers of the production build on one database.
  if (database === 'postgres') await ensureBuilt();
  const env = { TEST_DATABASE: database, TEST_DIST: await ensureServerCompiled() };
  return runJest({
    project: 'api',
    filter,
    env,
    options: ['--maxWorkers=2'],
    limit: 20 * MINUTE,
  });
}

/** @param {string[]} filter */
async function runE2e(filter) {
  const env = { CHROMIUM_PATH: await ensureChromium() };
  await ensureBuilt();
  // Each share has one server and one browser: its files come one after the other, every line a test that people can read.
  const options = ['--runInBand', '--verbose'];
  const shares = filter.length > 0 ? [filter] : shareFiles('tests/e2e');
  const results = await Promise.all(
    shares.map((files) =>
      runJest({ project: 'e2e', filter: files, env, options, limit: 30 * MINUTE }),
    ),
  );
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    problems: results.flatMap(({ problems }) => problems),
  };
}

/**
 * A script of its own, which says what it found through `writePartResult`; without that its exit code counts.
 * @param {string} file @param {string[]} args
 * @returns {Promise<PartResult>}
 */
async function runScript(file, args) {
  if (!fs.existsSync(inRoot(file))) throw new Stop(`There is no ${file}.`);
  await ensureBuilt();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-part-'));
  const results = path.join(folder, 'result.json');
  const code = await runNode(inRoot(file), args, { env: { TEST_RESULTS: results } });
  const result = readJson(results);
  fs.rmSync(folder, { recursive: true });
  if (result && (code === 0 || result.failed > 0)) return result;
  const failed = code === 0 ? 0 : 1;
  return { passed: 1 - failed, failed, problems: failed ? [`${file} ended with ${code}`] : [] };
}

/**
 * For the scripts of a part: hands the counts to `npm run test:PART`, and prints them when run alone.
 * @param {PartResult} result
 */
export function writePartResult(result) {
  if (process.env.TEST_RESULTS) writeJson(process.env.TEST_RESULTS, result);
  else say(`${result.passed} passed, ${result.failed} failed`);
}

/** @type {Record<string, (filter: string[]) => Promise<PartResult>>} */
export const PARTS = {
  check: runCheck,
  unit: (filter) => runJest({ project: 'unit', filter, limit: 5 * MINUTE }),
  'api-sqlite': (filter) => runApi('sqlite', filter),
  'api-postgres': (filter) => runApi('postgres', filter),
  e2e: runE2e,
  faults: (args) => runScript('tests/faults/run.mjs', args),
  mutants: (args) => runScript('tests/mutants/run.mjs', args),
};

/** What a name on the command line runs; no name at all runs `all`. @type {Record<string, string[]>} */
export const GROUPS = {
  all: ['check', 'unit', 'api-sqlite', 'api-postgres', 'e2e'],
  api: ['api-sqlite', 'api-postgres'],
};
