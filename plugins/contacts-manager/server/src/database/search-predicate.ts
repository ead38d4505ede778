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
export const isLongNumber = (term: SearchTerm): boolean => needlesOf(term).some(isLong);

const isLong = (needle: string): boolean => needle.length > INDEXED_DIGITS && /^\d+$/.test(needle);

/** All that a term may stand as; one of them has to. */
export const needlesOf = (term: SearchTerm): string[] => [
  needleOf(term),
  ...(term.alternative === undefined ? [] : [term.alternative]),
];

/** The part of a needle that a trigram index looks up; null when it is too short for one. */
function indexedPart(needle: string): string | null {
  if ([...needle].length < TRIGRAM) return null;
  return isLong(needle) ? needle.slice(-INDEXED_DIGITS) : needle;
}

/** What an index looks up for a term: spellings of one number mostly end alike, and are one lookup. Null for no index. */
function indexedParts(term: SearchTerm): string[] | null {
  const parts = needlesOf(term).flatMap((needle) => indexedPart(needle) ?? []);
  return parts.length < needlesOf(term).length ? null : [...new Set(parts)];
}

/** The row itself is asked; serves where rows are at hand already. `column` holds a search text. */
export function whereTextMatches(
  query: Knex.QueryBuilder,
  knex: Knex,
  terms: SearchTerm[],
  column: string,
): void {
  const whereAny = (condition: string, values: string[]) =>
    query.whereRaw(
      `(${values.map(() => condition).join(' or ')})`,
      values.flatMap((value) => [column, value]),
    );
  for (const term of terms) {
    const needles = needlesOf(term);
    if (dialectOf(knex) === 'postgres') {
      void whereAny('?? like ?', (indexedParts(term) ?? needles).map(likePattern));
      if (isLongNumber(term)) void whereAny('strpos(??, ?) > 0', needles);
    } else {
      // LIKE of SQLite folds ASCII letters on each row; the text is folded already.
      void whereAny('instr(??, ?) > 0', needles);
    }
  }
}

export const hasIndexedTerm = (terms: SearchTerm[]): boolean =>
  terms.some((term) => indexedParts(term) !== null);

/** Terms that the index of SQLite answers in part or not at all: contacts have to be looked at one by one. */
export const unansweredTerms = (terms: SearchTerm[]): SearchTerm[] =>
  terms.filter(
    (term) => term.alternative !== undefined || indexedPart(needleOf(term)) !== needleOf(term),
  );

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
  const phrases = terms.flatMap((term) => {
    const parts = indexedParts(term)?.map(ftsPhrase) ?? [];
    return parts.length > 1 ? `(${parts.join(' OR ')})` : parts;
  });
  const query = knex('contact_search')
    .select({ id: 'rowid' })
    .whereRaw('contact_search match ?', [phrases.join(' AND ')]);
  if (range) void query.where('rowid', '>=', range.from).where('rowid', '<', range.to);
  return query;
}

/** Where a binding stands in a column, counted from 1; 0 when it does not. */
export const textPosition = (knex: Knex, column: string): string =>
  dialectOf(knex) === 'postgres' ? `strpos(${column}, ?)` : `instr(${column}, ?)`;
