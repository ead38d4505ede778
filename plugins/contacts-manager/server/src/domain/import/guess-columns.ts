import type { ColumnMapping } from '../../../../shared/contracts/imports';
import { emailSchema } from '../../../../shared/contact';
import { parsePhone } from '../../../../shared/phone';
import { nameKey } from '../../../../shared/text';
import type { RawRow } from './types';

const SAMPLE_ROWS = 50;
/** One row tells nothing about a column. */
const MIN_CELLS = 2;
/** Dates have eight digits; a number without its country code has more than that nearly everywhere. */
const MIN_DIGITS = 9;
const NAME_LIKE = /^[\p{L}\p{M}][\p{L}\p{M}\p{Zs}.,'’-]{1,60}$/u;

type GuessedField = 'primaryContact' | 'email' | 'name';

/**
 * Adds to a mapping what the cells of the first rows look like, for a person to confirm: numbers, e-mail addresses,
 * and the first column of names that differ. Columns and fields that the headers have settled stay as they are.
 */
export function guessColumns(rows: readonly RawRow[], mapping: ColumnMapping): ColumnMapping {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const guess: ColumnMapping = { ...mapping };
  const cellsOf = (column: number): string[] =>
    sample.map(({ cells }) => cells[column]?.trim() ?? '').filter((cell) => cell !== '');
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  const add = (field: GuessedField, scoreOf: (cells: readonly string[]) => number) => {
    if (guess[field] !== undefined) return;
    let best = { column: -1, score: 0 };
    for (let column = 0; column < width; column += 1) {
      if (Object.values(guess).includes(column)) continue;
      const cells = cellsOf(column);
      const score = cells.length < MIN_CELLS ? 0 : scoreOf(cells);
      if (score > best.score) best = { column, score };
    }
    if (best.column !== -1) guess[field] = best.column;
  };
  add('primaryContact', (cells) => countOfMost(cells, isPhoneLike));
  add('email', (cells) => countOfMost(cells, isEmail));
  add('name', (cells) => (isListOfNames(cells) ? 1 : 0));
  return guess;
}

/** How many cells are so, when more than half of them are; else 0. */
function countOfMost(cells: readonly string[], isSo: (cell: string) => boolean): number {
  const count = cells.filter(isSo).length;
  return count * 2 > cells.length ? count : 0;
}

/** Also a number that only lacks its country, which the import can be told. */
function isPhoneLike(cell: string): boolean {
  const parsed = parsePhone(cell, { allowBareInternational: true });
  if (parsed.ok) return true;
  const digits = cell.replace(/\P{Nd}/gu, '').length;
  return parsed.code === 'phone.country-code-missing' && digits >= MIN_DIGITS;
}

const isEmail = (cell: string): boolean => emailSchema.safeParse(cell).success;

/** Categories and towns are text as well, but repeat. */
function isListOfNames(cells: readonly string[]): boolean {
  const distinct = new Set(cells.map(nameKey)).size;
  const isText = countOfMost(cells, (cell) => NAME_LIKE.test(cell)) > 0;
  return isText && distinct * 10 > cells.length * 8;
}
