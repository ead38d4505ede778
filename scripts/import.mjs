import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { readImportCommand, USAGE } from './lib/import-options.mjs';
import { ROWS_SHOWN, sayProblems, sayResult, sayReview } from './lib/import-review.mjs';
import { requireNode } from './lib/install.mjs';
import { dim, runMain, say, Stop } from './lib/say.mjs';

/**
 * npm run import -- people.xlsx: an import for whoever runs the server, without a browser. It loads the server's own
 * code and settings in this process; other servers on the same database may go on running.
 */

/**
 * @typedef {import('../plugins/contacts-manager/shared/contracts/imports').ImportView} ImportView
 * @typedef {import('../plugins/contacts-manager/server/src/services/imports/service').ImportService} ImportService
 * @typedef {import('./lib/import-options.mjs').ImportCommand} ImportCommand
 */

const LOOK_EVERY = 300;
/** Of the work; so many lines of progress at most. */
const TELL_EVERY = 0.1;
const INTERRUPTED = 130;

/** Asked to stop by Ctrl-C, or by whoever ends the process. */
const stopping = new AbortController();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    // Asked twice: whoever asks does not want to wait for the clean end.
    if (stopping.signal.aborted) process.exit(INTERRUPTED);
    stopping.abort();
  });
}

/**
 * Waits while a server reads or writes, this one or another.
 * @param {ImportService} imports @param {string} id @param {'Reading' | 'Writing'} what
 */
async function settle(imports, id, what) {
  let told = 0;
  for (;;) {
    stopping.signal.throwIfAborted();
    const view = await imports.get(id);
    if (view.state === 'failed') {
      const sentence = view.error?.message ?? '';
      throw new Stop(what === 'Reading' ? `The file is refused: ${sentence}` : sentence);
    }
    if (view.state !== 'parsing' && view.state !== 'committing') return view;
    if (view.progress >= told + TELL_EVERY) {
      told = view.progress;
      say(dim(`  ${what}: ${Math.round(told * 100)} %`));
    }
    await wait(LOOK_EVERY);
  }
}

/** A refusal that the product foresees carries its sentence. @param {unknown} error */
const sentenceIn = (error) =>
  error instanceof Error && error.name === 'Refusal' ? new Stop(error.message) : error;

/** @param {ImportService} imports @param {ImportCommand} command */
async function start(imports, { file, options, names }) {
  const { size } = fs.statSync(file);
  try {
    const chosen = await imports.chosenBy(names);
    const upload = { path: file, name: path.basename(file), size };
    return await imports.start(upload, { ...options, ...chosen });
  } catch (error) {
    throw sentenceIn(error);
  }
}

/**
 * What follows from the review; null when the import is to be written.
 * @param {ImportView} view @param {ImportCommand} command
 * @returns {Promise<{ sentence: string, code: number } | null>}
 */
async function reasonToStop({ state, counts, question, sheets }, { isStrict, isDryRun, isAgreed }) {
  const hasProblems = counts.reject > 0;
  if (state === 'mapping') {
    if (question === 'table') return { sentence: sayTables(sheets), code: 1 };
    return {
      sentence:
        'The column names are not clear. Say which they are with --columns, or name them as the template does.',
      code: 1,
    };
  }
  if (isStrict && hasProblems) {
    return { sentence: 'There are problems, so nothing is imported (--strict).', code: 1 };
  }
  if (isDryRun) return { sentence: 'Nothing is imported (--dry-run).', code: 0 };
  if (counts.create + counts.update === 0) {
    return { sentence: 'There is nothing to import.', code: hasProblems ? 1 : 0 };
  }
  return isAgreed || (await isConfirmed()) ? null : { sentence: 'Nothing is imported.', code: 0 };
}

/** @param {ImportView['sheets']} sheets */
function sayTables(sheets) {
  const names = sheets.filter(({ rows }) => rows.length > 0).map(({ name }) => `"${name}"`);
  const sheet = names.length > 1 ? `--sheet, of ${names.join(', ')}, and ` : '';
  return `It is not clear where the list is. Say so with ${sheet}--header-row.`;
}

async function isConfirmed() {
  const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });
  // The terminal keeps Ctrl-C to itself while it is read.
  terminal.on('SIGINT', () => stopping.abort());
  try {
    const question = '\nImport them? (yes/no) ';
    const answer = await terminal.question(question, { signal: stopping.signal });
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}

/** @param {ImportService} imports @param {string} id @param {'reject' | 'taken'} which */
const problemRows = (imports, id, which) =>
  imports.rows(id, which === 'reject' ? { decision: which } : { state: which }, ROWS_SHOWN);

/**
 * @param {ImportService} imports @param {ImportCommand} command
 * @returns {Promise<number>} the exit code
 */
async function run(imports, command) {
  const { id } = await start(imports, command);
  try {
    const review = await settle(imports, id, 'Reading');
    if (review.state === 'review') {
      sayReview(review);
      sayProblems(await problemRows(imports, id, 'reject'), imports.sentenceOf);
    }
    const stop = await reasonToStop(review, command);
    if (stop) {
      await imports.cancel(id);
      say(`\n${stop.sentence}`);
      return stop.code;
    }
    await imports.confirm(id);
    const done = await settle(imports, id, 'Writing');
    sayResult(done);
    sayProblems(await problemRows(imports, id, 'taken'), imports.sentenceOf);
    return done.state === 'done' ? 0 : 1;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    await imports.cancel(id);
    say(
      '\nThe import is cancelled. What was written already stays, and can be undone under History.',
    );
    return INTERRUPTED;
  }
}

/** Where the user is: npm runs scripts in the project's folder. */
const folder = () =>
  (process.env.npm_lifecycle_event === 'import' && process.env.INIT_CWD) || process.cwd();

await runMain(async () => {
  requireNode();
  const isTerminal = Boolean(process.stdin.isTTY);
  const command = readImportCommand(process.argv.slice(2), { folder: folder(), isTerminal });
  if (!command) return say(USAGE);
  const { loadStrapi } = await import('./lib/load-strapi.mjs');
  say(`Importing ${command.file} …`);
  const strapi = await loadStrapi();
  try {
    return await run(strapi.plugin('contacts-manager').service('imports'), command);
  } finally {
    await strapi.destroy();
  }
});
