import type { Knex } from 'knex';
import type { ContactFilter } from '../../../shared/filter';
import { searchTerms, type SearchTerm } from '../../../shared/search';
import type { ContactStatus } from '../../../shared/status';
import { whereTextIn } from '../database/id-list';
import { whereTextMatches } from '../database/search-predicate';

/** A filter with its records resolved to row ids: what list, counts and bulk changes ask the database. */
export interface ContactPredicate {
  status: ContactStatus | null;
  terms: SearchTerm[];
  /** Any of these; null when not filtered by it, empty when none of those asked for exists. */
  categories: number[] | null;
  groups: number[] | null;
}

export const RECORD_TABLES = {
  category: {
    records: 'contact_categories',
    links: 'contacts_category_lnk',
    column: 'category_id',
  },
  group: { records: 'contact_groups', links: 'contacts_groups_lnk', column: 'group_id' },
} as const;
export type RecordKind = keyof typeof RECORD_TABLES;

/** Row ids of categories or groups. Those that do not exist are left out. */
async function findRecordIds(
  knex: Knex,
  kind: RecordKind,
  documentIds: string[],
): Promise<number[] | null> {
  if (documentIds.length === 0) return null;
  const query = knex<{ id: number; document_id: string }>(RECORD_TABLES[kind].records);
  whereTextIn(query, knex, 'document_id', documentIds);
  const rows = await query.select('id').orderBy('id');
  return rows.map(({ id }) => id);
}

export const resolvePredicate = async (
  knex: Knex,
  filter: ContactFilter,
): Promise<ContactPredicate> => ({
  status: filter.status ?? null,
  terms: searchTerms(filter.search ?? ''),
  categories: await findRecordIds(knex, 'category', filter.category),
  groups: await findRecordIds(knex, 'group', filter.groups),
});

/** Whether a status is all that is asked for. */
export const isPlain = ({ terms, categories, groups }: ContactPredicate): boolean =>
  terms.length === 0 && categories === null && groups === null;

/** A part of the predicate that the caller's FROM guarantees already. */
export type Served = 'status' | 'search' | RecordKind;

/**
 * The one meaning of a filter: adds its conditions to a query in which the contacts table is `c`.
 * Everything that lists, counts, changes or exports "what matches" goes through here.
 */
export function applyFilter(
  query: Knex.QueryBuilder,
  knex: Knex,
  predicate: ContactPredicate,
  served: readonly Served[] = [],
): void {
  const { status, terms } = predicate;
  if (status && !served.includes('status')) void query.where('c.contact_status', status);
  if (!served.includes('category')) whereLinked(query, knex, 'category', predicate.categories);
  if (!served.includes('group')) whereLinked(query, knex, 'group', predicate.groups);
  // Last: reading a text costs more than looking into an index, and SQLite keeps this order.
  if (!served.includes('search')) whereTextMatches(query, knex, terms, 'c.search_text');
}

function whereLinked(
  query: Knex.QueryBuilder,
  knex: Knex,
  kind: RecordKind,
  ids: number[] | null,
): void {
  if (ids === null) return;
  const { links, column } = RECORD_TABLES[kind];
  void query.whereExists(
    knex(`${links} as l`)
      .select(knex.raw('1'))
      .whereRaw('l.contact_id = c.id')
      .whereIn(`l.${column}`, ids),
  );
}
