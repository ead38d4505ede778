import type { Knex } from 'knex';
import type { SearchTerm } from '../../../shared/search';
import { dialectOf } from './dialect';

/** What must stand in `search_text`, where two spaces come before every word. */
export const needleOf = ({ kind, text }: SearchTerm) =>
  kind === 'word-prefix' ? `  ${text}` : text;

const likePattern = (needle: string) => `%${needle.replace(/[\\%_]/g, '\\$&')}%`;

/** Fewer characters than a trigram: no index can find them, only a look at each row. */
const isTooShort = (needle: string) => [...needle].length < 3;

const ftsPhrase = (needle: string) => `"${needle.replaceAll('"', '""')}"`;

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
      void query.whereRaw('?? like ?', [column, likePattern(needle)]);
    } else {
      // LIKE of SQLite folds ASCII letters on each row; the text is folded already.
      void query.whereRaw('instr(??, ?) > 0', [column, needle]);
    }
  }
}

/** Terms that no index serves: contacts have to be looked at one by one. */
export const unindexedTerms = (terms: SearchTerm[]): SearchTerm[] =>
  terms.filter((term) => isTooShort(needleOf(term)));

/**
 * Ids of the contacts an index finds, as a subquery with one column `id`. Terms that are too short for
 * the index are left to `whereTextMatches`. `range` keeps to ids from (inclusive) to (exclusive).
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
  const phrases = terms.map(needleOf).filter((needle) => !isTooShort(needle));
  const query = knex('contact_search')
    .select({ id: 'rowid' })
    .whereRaw('contact_search match ?', [phrases.map(ftsPhrase).join(' ')]);
  if (range) void query.where('rowid', '>=', range.from).where('rowid', '<', range.to);
  return query;
}

/** Where a binding stands in a column, counted from 1; 0 when it does not. */
export const textPosition = (knex: Knex, column: string): string =>
  dialectOf(knex) === 'postgres' ? `strpos(${column}, ?)` : `instr(${column}, ?)`;
