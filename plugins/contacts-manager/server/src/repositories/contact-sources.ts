import type { Knex } from 'knex';
import { CONTACT_STATUSES, type ContactStatus } from '../../../shared/status';
import { dialectOf, giveWay, type Dialect } from '../database/dialect';
import { whereIdIn } from '../database/id-list';
import { whereField } from '../database/field-predicate';
import { hasIndexedTerm, idsByText, unansweredTerms } from '../database/search-predicate';
import { whereTime } from '../database/timestamps';
import { PASSED, SMALL, type Driver, type Sizes } from '../domain/list/choose-plan';
import {
  applyFilter,
  countFoldedTexts,
  idsOf,
  isOnly,
  RECORD_TABLES,
  type ContactPredicate,
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
export async function idRanges(
  knex: Knex,
  predicate: ContactPredicate,
): Promise<(IdRange | null)[]> {
  const width = Math.ceil(RANGE[dialectOf(knex)] / Math.max(1, countFoldedTexts(predicate)));
  if (!Number.isFinite(width)) return [null];
  const [row] = await knex('contacts').max<{ last: number | null }[]>({ last: 'id' });
  const count = Math.floor((row?.last ?? 0) / width) + 1;
  return Array.from({ length: count }, (_, index) => ({
    from: index * width,
    to: (index + 1) * width,
  }));
}

/** Whose index PostgreSQL finds by itself; as candidates they would only join the table to itself. */
const FOUND_BY_PLANNER: readonly Driver[] = ['search', 'created', 'statusChanged', 'fields'];

/** The ids a driver names, as a table with one column `id`; null when the contacts table itself leads. */
function candidates(
  knex: Knex,
  predicate: ContactPredicate,
  driver: Driver,
  range: IdRange | null,
): Knex.QueryBuilder | null {
  if (dialectOf(knex) === 'postgres' && FOUND_BY_PLANNER.includes(driver)) return null;
  switch (driver) {
    case 'status':
    case 'fields':
      return null;
    case 'search':
      return foundByText(knex, predicate, range);
    case 'numbers': {
      const query = knex('contacts').select('id');
      whereIdIn(query, knex, 'id', predicate.numbers ?? []);
      return within(query, 'id', range);
    }
    case 'created':
    case 'statusChanged': {
      const query = knex('contacts').select('id');
      whereTime(query, knex, TIME_COLUMNS[driver], predicate[driver]);
      return within(query, 'id', range);
    }
    case 'category':
    case 'group':
      return membersOf(knex, predicate, driver, range);
  }
}

const TIME_COLUMNS = { created: 'created_at', statusChanged: 'status_changed_at' } as const;

function within(
  query: Knex.QueryBuilder,
  column: string,
  range: IdRange | null,
): Knex.QueryBuilder {
  if (range) void query.where(column, '>=', range.from).where(column, '<', range.to);
  return query;
}

/** On SQLite: ids from the search table, and of those who had the number before. */
function foundByText(
  knex: Knex,
  { terms, former }: ContactPredicate,
  range: IdRange | null,
): Knex.QueryBuilder {
  const query = idsByText(knex, terms, range ?? undefined);
  if (former.length === 0) return query;
  const others = knex('contacts').select('id');
  whereIdIn(others, knex, 'id', idsOf(former));
  return query.union(within(others, 'id', range));
}

function membersOf(
  knex: Knex,
  { groups, categories }: ContactPredicate,
  kind: 'category' | 'group',
  range: IdRange | null,
): Knex.QueryBuilder {
  const { links, column } = RECORD_TABLES[kind];
  const ids = (kind === 'group' ? groups[0] : categories) ?? [];
  const query = knex(links).select({ id: 'contact_id' }).whereIn(column, ids);
  // A contact may be in several of the groups.
  if (ids.length > 1) void query.distinct();
  return within(query, 'contact_id', range);
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
  const served: Served[] = driver === 'category' ? ['categories'] : indexed ? ['search'] : [];
  const groups = driver === 'group' ? predicate.groups.slice(1) : predicate.groups;
  applyFilter(query, knex, { ...predicate, groups }, served);
  return query;
}

/** Whether an index can name the contacts that these terms match. */
const isDriver = (knex: Knex, { terms }: ContactPredicate): boolean =>
  terms.length > 0 && (dialectOf(knex) === 'postgres' || hasIndexedTerm(terms));

/** How many candidates each condition leaves; what an index has to count is counted up to `SMALL` + 1, and only if need be. */
export async function measureSizes(knex: Knex, predicate: ContactPredicate): Promise<Sizes> {
  const all = await countContacts(knex);
  const sizes: Sizes = { status: predicate.status ? all[predicate.status] : sumOf(all) };
  if (predicate.numbers) sizes.numbers = predicate.numbers.length;
  const lists = {
    category: predicate.categories,
    group: predicate.groups[0],
  };
  for (const kind of ['category', 'group'] as const) {
    const ids = lists[kind];
    if (!ids) continue;
    const members = [...(await countMembers(knex, kind, ids)).values()];
    sizes[kind] = candidatesAmong(members, predicate.status);
  }
  const isSmall = () => Object.values(sizes).some((size) => size <= SMALL);
  if (!isSmall() && isDriver(knex, predicate)) sizes.search = await countHits(knex, predicate);
  for (const driver of countableDrivers(knex, predicate)) {
    if (!isSmall()) sizes[driver] = await countCandidates(knex, predicate, driver);
  }
  return sizes;
}

/** Conditions beside the search whose index can count candidates. SQLite has none on values of custom fields. */
function countableDrivers(knex: Knex, predicate: ContactPredicate) {
  const hasIndex = predicate.fields.some(({ kind }) => kind === 'equals' || kind === 'has');
  const drivers: ('created' | 'statusChanged' | 'fields')[] = [];
  if (predicate.created) drivers.push('created');
  if (predicate.statusChanged) drivers.push('statusChanged');
  if (hasIndex && dialectOf(knex) === 'postgres') drivers.push('fields');
  return drivers;
}

async function countCandidates(
  knex: Knex,
  predicate: ContactPredicate,
  driver: 'created' | 'statusChanged' | 'fields',
): Promise<number> {
  const query = knex('contacts as c')
    .select(knex.raw('1'))
    .limit(SMALL + 1);
  if (driver === 'fields') {
    for (const test of predicate.fields) {
      if (test.kind === 'equals' || test.kind === 'has') whereField(query, knex, test);
    }
  } else whereTime(query, knex, `c.${TIME_COLUMNS[driver]}`, predicate[driver]);
  const [row] = await knex.from(query.as('hits')).count<{ n: number | string }[]>({ n: '*' });
  await giveWay(dialectOf(knex));
  return Number(row?.n ?? 0);
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
  const { status, terms, former } = predicate;
  const isAll = isOnly(predicate, 'search') && former.length === 0;
  if (!isAll || !isDriver(knex, predicate)) return false;
  return hitsHaveStatus(knex) || (status === null && unansweredTerms(terms).length === 0);
};

/** Statuses a total has to be taken of. */
export const statusesOf = ({ status }: ContactPredicate) => (status ? [status] : CONTACT_STATUSES);
