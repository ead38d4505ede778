import { ensureInstalled } from './lib/install.mjs';
import { endOnSignals } from './lib/run-command.mjs';
import { bold, duration, green, red, runMain, say, Stop } from './lib/say.mjs';

/**
 * npm test [PART] [-- FILTER …]: runs one part or everything, on both databases and in a browser.
 * The last line is always "N passed, N failed". Only Node itself may be imported before the packages
 * are installed, hence the late import.
 */

/** @typedef {import('./lib/test-parts.mjs').PartResult & { name: string, milliseconds: number }} Done */

/** @param {string[]} args */
async function planParts([first, ...rest]) {
  const { GROUPS, PARTS } = await import('./lib/test-parts.mjs');
  const named = first !== undefined && (first in PARTS || first in GROUPS);
  if (first && !named && !first.startsWith('-')) {
    const names = [...Object.keys(PARTS), ...Object.keys(GROUPS)].join(', ');
    throw new Stop(`There is no part "${first}". Parts are: ${names}.`);
  }
  const names = named ? (GROUPS[first] ?? [first]) : (GROUPS.all ?? []);
  const filter = named || !first ? rest : [first, ...rest];
  return names.map((name) => ({ name, run: () => PARTS[name]?.(filter) }));
}

/**
 * A part that cannot start counts as one failure.
 * @param {Awaited<ReturnType<typeof planParts>>[number]} part
 * @returns {Promise<Done>}
 */
async function runPart({ name, run }) {
  const started = Date.now();
  say(bold(`\n━━ ${name}`));
  try {
    const result = await run();
    if (!result) throw new Stop('It does not exist.');
    return { name, milliseconds: Date.now() - started, ...result };
  } catch (error) {
    console.error(error instanceof Stop ? red(error.message) : error);
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const problems = [`could not start: ${reason}`];
    return { name, milliseconds: Date.now() - started, passed: 0, failed: 1, problems };
  }
}

/** @param {Done[]} parts */
function report(parts) {
  const broken = parts.filter((part) => part.failed > 0);
  for (const { name, problems } of broken) {
    say(red(`\n${name}`));
    for (const problem of problems) say(`  ✗ ${problem}`);
  }
  say();
  for (const { name, passed, failed, milliseconds } of parts) {
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
    say(
      `${failed ? red('✗') : green('✓')} ${name.padEnd(14)}${counts}   ${duration(milliseconds)}`,
    );
  }
}

/** @param {Done[]} parts @param {'passed' | 'failed'} what */
const sum = (parts, what) => parts.reduce((total, part) => total + part[what], 0);

await runMain(async () => {
  endOnSignals();
  /** @type {Done[]} */
  const done = [];
  try {
    await ensureInstalled();
    for (const part of await planParts(process.argv.slice(2))) done.push(await runPart(part));
  } catch (error) {
    console.error(error instanceof Stop ? red(error.message) : error);
    done.push({
      name: 'start',
      passed: 0,
      failed: 1,
      problems: ['could not start'],
      milliseconds: 0,
    });
  }
  report(done);
  const failed = sum(done, 'failed');
  say(`${sum(done, 'passed')} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
