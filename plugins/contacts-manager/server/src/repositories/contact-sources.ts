import type { Knex } from 'knex';
import { CONTACT_STATUSES, type ContactStatus } from '../../../shared/status';
import { dialectOf, giveWay, type Dialect } from '../database/dialect';
import { hasIndexedTerm, idsByText, unansweredTerms } from '../database/search-predicate';
import { PASSED, SMALL, type Driver, type Sizes } from '../domain/list/choose-plan';
import {
  applyFilter,
  RECORD_TABLES,
  type ContactPredicate,
  type RecordKind,
  type Served,
} from './contact-predicate';
import { isKnownLarge } from './large-searches';
import { countContacts, countMembers, sumOf, type StatusCounts } from './tallies';

export interface IdRange {
  from: number;
  to: number;
}

/** A driver of SQLite is synchronous: long work goes range by range, and the server breathes between. */
const RANGE: Record<Dialect, number> = { postgres: Number.POSITIVE_INFINITY, sqlite: 25_000 };

/** Consecutive ranges that cover every contact; one without bounds where nothing has to be cut up. */
export async function idRanges(knex: Knex): Promise<(IdRange | null)[]> {
  const width = RANGE[dialectOf(knex)];
  if (!Number.isFinite(width)) return [null];
  const [row] = await knex('contacts').max<{ last: number | null }[]>({ last: 'id' });
  const count = Math.floor((row?.last ?? 0) / width) + 1;
  return Array.from({ length: count }, (_, index) => ({
    from: index * width,
    to: (index + 1) * width,
  }));
}

const isRecordKind = (driver: Driver): driver is RecordKind => driver in RECORD_TABLES;

/** The ids a driver names, as a table with one column `id`; null when the contacts table itself leads. */
function candidates(
  knex: Knex,
  predicate: ContactPredicate,
  driver: Driver,
  range: IdRange | null,
): Knex.QueryBuilder | null {
  if (driver === 'status') return null;
  if (driver === 'search') {
    // PostgreSQL finds its trigram index by itself and would only join the table to itself.
    if (dialectOf(knex) === 'postgres') return null;
    return idsByText(knex, predicate.terms, range ?? undefined);
  }
  const { links, column } = RECORD_TABLES[driver];
  const ids = (driver === 'group' ? predicate.groups : predicate.categories) ?? [];
  const query = knex(links).select({ id: 'contact_id' }).whereIn(column, ids);
  if (range) void query.where('contact_id', '>=', range.from).where('contact_id', '<', range.to);
  // A contact may be in several of the groups.
  if (ids.length > 1) void query.distinct();
  return query;
}

/**
 * The contacts that match, led by what the driver names; `c` is the contacts table. A cross join,
 * because SQLite takes it as the order in which to read; PostgreSQL makes of it what it likes.
 */
export function matching(
  knex: Knex,
  predicate: ContactPredicate,
  driver: Driver,
  range: IdRange | null = null,
): Knex.QueryBuilder {
  const ids = candidates(knex, predicate, driver, range);
  if (!ids) {
    const query = knex('contacts as c');
    if (range) void query.where('c.id', '>=', range.from).where('c.id', '<', range.to);
    applyFilter(query, knex, predicate);
    return query;
  }
  const query = knex.from(ids.as('d')).crossJoin(knex.raw('contacts as c')).whereRaw('c.id = d.id');
  const indexed = driver === 'search' && unansweredTerms(predicate.terms).length === 0;
  const served: Served[] = isRecordKind(driver) ? [driver] : indexed ? ['search'] : [];
  applyFilter(query, knex, predicate, served);
  return query;
}

/** Whether an index can name the contacts that these terms match. */
const isDriver = (knex: Knex, { terms }: ContactPredicate): boolean =>
  terms.length > 0 && (dialectOf(knex) === 'postgres' || hasIndexedTerm(terms));

/** How many candidates each condition leaves; a search is counted up to `SMALL` + 1, and only if need be. */
export async function measureSizes(knex: Knex, predicate: ContactPredicate): Promise<Sizes> {
  const all = await countContacts(knex);
  const sizes: Sizes = { status: predicate.status ? all[predicate.status] : sumOf(all) };
  for (const kind of ['category', 'group'] as const) {
    const ids = kind === 'group' ? predicate.groups : predicate.categories;
    if (!ids) continue;
    const members = [...(await countMembers(knex, kind, ids)).values()];
    sizes[kind] = candidatesAmong(members, predicate.status);
  }
  const isSmall = Object.values(sizes).some((size) => size <= SMALL);
  if (!isSmall && isDriver(knex, predicate)) sizes.search = await countHits(knex, predicate);
  return sizes;
}

/** Members of the other tabs have to be passed as well: there may be too many of them to go by the members. */
function candidatesAmong(members: StatusCounts[], status: ContactStatus | null): number {
  const all = members.reduce((sum, counts) => sum + sumOf(counts), 0);
  if (!status || all > PASSED) return all;
  return members.reduce((sum, counts) => sum + counts[status], 0);
}

/** PostgreSQL reads the row of each hit anyway, and so tells the status with it; FTS5 knows ids only. */
const hitsHaveStatus = (knex: Knex): boolean => dialectOf(knex) === 'postgres';

async function countHits(knex: Knex, predicate: ContactPredicate): Promise<number> {
  if (isKnownLarge(knex, predicate)) return SMALL + 1;
  const hits = idsByText(knex, predicate.terms).limit(SMALL + 1);
  if (predicate.status && hitsHaveStatus(knex)) void hits.where('contact_status', predicate.status);
  const [row] = await knex.from(hits.as('hits')).count<{ n: number | string }[]>({ n: '*' });
  await giveWay(dialectOf(knex));
  return Number(row?.n ?? 0);
}

/** Whether the hits that `measureSizes` counts are all that the predicate asks for. */
export const hitsAreTotal = (knex: Knex, predicate: ContactPredicate): boolean => {
  const { status, terms, categories, groups } = predicate;
  if (categories || groups || !isDriver(knex, predicate)) return false;
  return hitsHaveStatus(knex) || (status === null && unansweredTerms(terms).length === 0);
};

/** Statuses a total has to be taken of. */
export const statusesOf = ({ status }: ContactPredicate) => (status ? [status] : CONTACT_STATUSES);
