import { bold, dim, say } from './say.mjs';

/**
 * @typedef {import('../../plugins/contacts-manager/shared/contracts/imports').ImportView} ImportView
 * @typedef {import('../../plugins/contacts-manager/shared/contracts/import-rows').ImportRowView} ImportRowView
 */

/** Rows with problems that are written out. */
export const ROWS_SHOWN = 20;
const NAMES_SHOWN = 20;
const VALUE_MAX = 40;

const number = (/** @type {number} */ value) => value.toLocaleString('en');

/** @param {string} value of a cell, which may have line breaks */
const shown = (value) => {
  const line = value.replace(/\s+/g, ' ').replace(/\p{C}/gu, '');
  return line.length > VALUE_MAX ? `${line.slice(0, VALUE_MAX)}…` : line;
};

/** @param {{ name: string }[]} names the first of them @param {string} what @param {number} [count] of all */
function sayNewNames(names, what, count = names.length) {
  if (names.length === 0) return;
  const first = names.slice(0, NAMES_SHOWN).map(({ name }) => shown(name));
  const more = count > first.length ? `, and ${number(count - first.length)} more` : '';
  say(`  ${what}: ${first.join(', ')}${more}`);
}

/** What the import would do. @param {ImportView} view */
export function sayReview(view) {
  const { counts, newNames, newNameCounts, options, numbersWithoutCountry } = view;
  say(bold(`\n${number(counts.total)} rows`));
  const lines = /** @type {const} */ ([
    [counts.create, 'new'],
    [counts.update, 'to be updated'],
    [counts.unchanged, 'unchanged'],
    [counts.skip, 'in Contacts already, left alone'],
    [counts.reject, 'with a problem, left out'],
  ]);
  for (const [count, what] of lines) {
    if (count > 0) say(`  ${number(count).padStart(9)} ${what}`);
  }
  const verb = options.unknownNames === 'create' ? 'New' : 'Unknown';
  sayNewNames(newNames.categories, `${verb} categories`, newNameCounts.categories);
  sayNewNames(newNames.groups, `${verb} groups`, newNameCounts.groups);
  sayNewNames(options.groups, 'Everyone is added to');
  sayNewNames(options.category ? [options.category] : [], 'Category of people without one');
  const { count, guess } = numbersWithoutCountry;
  if (guess) {
    say(
      `  ${number(count)} numbers without country code seem to be of ${guess}: --country=${guess}`,
    );
  }
  for (const { country, rows } of view.assumedInternational) {
    say(`  ${number(rows)} rows have numbers without + that were read as those of ${country}`);
  }
  if (view.formulaCells > 0) {
    say(
      `  ${number(view.formulaCells)} cells are formulas, read as they were when the file was saved`,
    );
  }
  if (view.sharedNumbers.rows > 0) {
    say(`  ${number(view.sharedNumbers.rows)} rows have a secondary number that somebody else has`);
  }
  if (options.newStatus === 'archived') say('  New people are saved as archived');
}

/**
 * The first rows with problems, each with its cells and reasons.
 * @param {{ results: ImportRowView[], pagination: { total: number } }} rows
 * @param {import('../../plugins/contacts-manager/server/src/services/imports/service').ImportService['sentenceOf']} sentenceOf
 */
export function sayProblems({ results, pagination }, sentenceOf) {
  if (results.length === 0) return;
  say(bold('\nRows with problems'));
  for (const { row, issues } of results) {
    for (const issue of issues) {
      const { field, value, code } = issue;
      // Names in the sentence are somebody's text, as the cells are.
      const sentence = sentenceOf(issue).replace(/\p{C}/gu, '');
      say(`  Row ${row}, ${field}: "${shown(value)}" ${dim(code)}. ${sentence}`);
    }
  }
  const left = pagination.total - results.length;
  if (left > 0) say(`  … and ${number(left)} more rows.`);
}

/** @param {ImportView} view */
export function sayResult({ applied }) {
  say(bold(`\n${number(applied.create)} added, ${number(applied.update)} updated.`));
  if (applied.taken > 0) {
    say(`${number(applied.taken)} rows were left out: somebody took their number meanwhile.`);
  }
}
