import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { commandFile, readJson } from './project.mjs';
import { endChild, startChild } from './run-command.mjs';

/** Jest has written its results but does not end: something it started holds on. */
const GRACE = 30_000;

/**
 * Runs one Jest project and counts. A run without results counts as one failure.
 * @param {{ project: string, filter: string[], env?: Record<string, string>, options?: string[], limit: number }} run
 *   `filter`: parts of file names, or Jest's own options; `limit` in milliseconds
 * @returns {Promise<import('./test-parts.mjs').PartResult>}
 */
export async function runJest({ project, filter, env = {}, options = [], limit }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-jest-'));
  const results = path.join(folder, 'results.json');
  const child = startChild(
    process.execPath,
    [
      commandFile('jest'),
      ...['--selectProjects', project, '--json', `--outputFile=${results}`],
      ...options,
      ...filter,
    ],
    {
      env: { ...process.env, NODE_ENV: 'test', ...env },
      // The JSON goes to the file and to standard output; people read Jest's report on standard error.
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const hung = await waitFor(child, results, limit);
  const outcome = readResults(readJson(results));
  fs.rmSync(folder, { recursive: true, force: true });
  return hung && !outcome.failed
    ? {
        ...outcome,
        failed: 1,
        problems: ['Jest did not end by itself: a test left something open.'],
      }
    : outcome;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} results @param {number} limit
 * @returns {Promise<boolean>} whether it had to be ended
 */
async function waitFor(child, results, limit) {
  const deadline = Date.now() + limit;
  let written = 0;
  let ended = false;
  const exit = new Promise((resolve) => child.once('exit', resolve)).then(() => (ended = true));
  while (!ended) {
    await Promise.race([exit, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    if (!written && fs.existsSync(results)) written = Date.now();
    const hangs = written ? Date.now() > written + GRACE : Date.now() > deadline;
    if (!ended && hangs) {
      await endChild(child);
      return true;
    }
  }
  return false;
}

/**
 * @param {any} report what Jest writes with --json
 * @returns {import('./test-parts.mjs').PartResult}
 */
function readResults(report) {
  if (!report) return { passed: 0, failed: 1, problems: ['Jest ended without results.'] };
  /** @type {{ name: string, message: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} */
  const files = report.testResults;
  const problems = files.flatMap((file) => {
    const tests = file.assertionResults.filter((test) => test.status === 'failed');
    const where = path.basename(file.name);
    if (tests.length > 0) return tests.map((test) => `${where}: ${test.fullName}`);
    return file.status === 'failed' ? [`${where} did not run`] : [];
  });
  const failed = problems.length;
  if (report.numTotalTests === 0 && failed === 0) {
    return { passed: 0, failed: 1, problems: ['No test matches.'] };
  }
  return { passed: report.numPassedTests, failed, problems };
}
