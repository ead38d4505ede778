import type { Knex } from 'knex';
import type { SearchTerm } from '../../../shared/search';
import { dialectOf } from './dialect';

/** What must stand in `search_text`, where two spaces come before every word. */
export const needleOf = ({ kind, text }: SearchTerm) =>
  kind === 'word-prefix' ? `  ${text}` : text;

const likePattern = (needle: string) => `%${needle.replace(/[\\%_]/g, '\\$&')}%`;

const ftsPhrase = (needle: string) => `"${needle.replaceAll('"', '""')}"`;

const TRIGRAM = 3;
const INDEXED_DIGITS = 7;

/**
 * More digits than tell one number from the next. Most numbers of a directory begin alike, and looking
 * those digits up as well would make the index read its entries of nearly every contact.
 */
export const isLongNumber = ({ text }: SearchTerm): boolean =>
  text.length > INDEXED_DIGITS && /^\d+$/.test(text);

/** The part of a term that a trigram index looks up; null when it is too short for one. */
function indexedPart(term: SearchTerm): string | null {
  const needle = needleOf(term);
  if ([...needle].length < TRIGRAM) return null;
  return isLongNumber(term) ? needle.slice(-INDEXED_DIGITS) : needle;
}

/** The row itself is asked; serves where rows are at hand already. `column` holds a search text. */
export function whereTextMatches(
  query: Knex.QueryBuilder,
  knex: Knex,
  terms: SearchTerm[],
  column: string,
): void {
  for (const term of terms) {
    const needle = needleOf(term);
    if (dialectOf(knex) === 'postgres') {
      void query.whereRaw('?? like ?', [column, likePattern(indexedPart(term) ?? needle)]);
      if (isLongNumber(term)) void query.whereRaw('strpos(??, ?) > 0', [column, needle]);
    } else {
      // LIKE of SQLite folds ASCII letters on each row; the text is folded already.
      void query.whereRaw('instr(??, ?) > 0', [column, needle]);
    }
  }
}

export const hasIndexedTerm = (terms: SearchTerm[]): boolean =>
  terms.some((term) => indexedPart(term) !== null);

/** Terms that the index of SQLite answers in part or not at all: contacts have to be looked at one by one. */
export const unansweredTerms = (terms: SearchTerm[]): SearchTerm[] =>
  terms.filter((term) => indexedPart(term) !== needleOf(term));

/**
 * Ids of the contacts an index finds, as a subquery with one column `id`. On SQLite, what
 * `unansweredTerms` names is left to `whereTextMatches`. `range` keeps to ids from (inclusive) to (exclusive).
 */
export function idsByText(
  knex: Knex,
  terms: SearchTerm[],
  range?: { from: number; to: number },
): Knex.QueryBuilder {
  if (dialectOf(knex) === 'postgres') {
    const query = knex('contacts').select('id');
    whereTextMatches(query, knex, terms, 'search_text');
    return query;
  }
  const phrases = terms.flatMap((term) => indexedPart(term) ?? []);
  const query = knex('contact_search')
    .select({ id: 'rowid' })
    .whereRaw('contact_search match ?', [phrases.map(ftsPhrase).join(' ')]);
  if (range) void query.where('rowid', '>=', range.from).where('rowid', '<', range.to);
  return query;
}

/** Where a binding stands in a column, counted from 1; 0 when it does not. */
export const textPosition = (knex: Knex, column: string): string =>
  dialectOf(knex) === 'postgres' ? `strpos(${column}, ?)` : `instr(${column}, ?)`;
