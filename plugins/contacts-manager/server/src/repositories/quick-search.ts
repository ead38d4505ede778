import type { Knex } from 'knex';
import type { SearchTerm } from '../../../shared/search';
import { dialectOf } from '../database/dialect';
import {
  hasIndexedTerm,
  idsByText,
  isLongNumber,
  needlesOf,
  unansweredTerms,
} from '../database/search-predicate';
import { readSearch } from './search-terms';

/** More hits than this are found sooner by walking through the list than by collecting them first. */
const COLLECTED = 10_000;

/** The product's search as conditions of a Strapi `where`; none when the text holds nothing to search for. */
export async function findQuickSearchConditions(
  knex: Knex,
  search: string,
  { counting }: { counting: boolean },
): Promise<object[]> {
  const terms = await readSearch(knex, search);
  // Strapi writes this as a condition on the column, which PostgreSQL's trigram index serves.
  const walk = (some: SearchTerm[]) =>
    some.map((term) => ({
      $or: needlesOf(term).map((needle) => ({ searchText: { $contains: needle } })),
    }));
  if (dialectOf(knex) === 'postgres') {
    return terms.some(isLongNumber) ? [{ id: { $in: idsByText(knex, terms) } }] : walk(terms);
  }
  if (!hasIndexedTerm(terms)) return walk(terms);
  const [hits] = await knex
    .from(
      idsByText(knex, terms)
        .limit(COLLECTED + 1)
        .as('hits'),
    )
    .count<{ n: number }[]>({ n: '*' });
  const isCommon = (hits?.n ?? 0) > COLLECTED;
  if (isCommon && !counting) return walk(terms);
  return [{ id: { $in: idsByText(knex, terms) } }, ...walk(unansweredTerms(terms))];
}
