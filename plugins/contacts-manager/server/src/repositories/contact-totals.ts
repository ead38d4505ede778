import type { Knex } from 'knex';
import { CONTACT_STATUSES, type ContactStatus } from '../../../shared/status';
import { dialectOf, giveWay } from '../database/dialect';
import { choosePlan, SMALL, smallestOf, type Driver, type Sizes } from '../domain/list/choose-plan';
import { isOnly, isPlain, type ContactPredicate } from './contact-predicate';
import { hitsAreTotal, idRanges, matching, measureSizes } from './contact-sources';
import { isKnownLarge, rememberLarge } from './large-searches';
import { countContacts, countMembers, type StatusCounts } from './tallies';

export interface Total {
  total: number;
  totalIsExact: boolean;
}
const exact = (total: number): Total => ({ total, totalIsExact: true });
const MANY: Total = { total: SMALL, totalIsExact: false };

/**
 * The condition that alone makes the filter, so that its tally is the answer. A contact has one
 * category at most, so several categories add up; in several groups it may be twice.
 */
function soleRecords(predicate: ContactPredicate) {
  const { categories, groups } = predicate;
  if (categories && isOnly(predicate, 'categories')) {
    return { kind: 'category', ids: categories } as const;
  }
  const [ids, ...others] = groups;
  const isOne = isOnly(predicate, 'groups') && others.length === 0 && ids?.length === 1;
  return isOne ? ({ kind: 'group', ids } as const) : null;
}

/** Exact counts by status where tallies give them; null where contacts have to be counted. */
async function tallied(knex: Knex, predicate: ContactPredicate): Promise<StatusCounts | null> {
  if (isPlain(predicate)) return countContacts(knex);
  const sole = soleRecords(predicate);
  if (!sole) return null;
  const counts: StatusCounts = { active: 0, archived: 0, blocked: 0 };
  for (const members of (await countMembers(knex, sole.kind, sole.ids)).values()) {
    for (const status of CONTACT_STATUSES) counts[status] += members[status];
  }
  return counts;
}

const addUp = (counts: StatusCounts, status: ContactStatus | null): number =>
  status ? counts[status] : CONTACT_STATUSES.reduce((sum, each) => sum + counts[each], 0);

/** How many contacts match where a tally says it, exactly and at once; else null. */
export async function talliedTotal(
  knex: Knex,
  predicate: ContactPredicate,
): Promise<number | null> {
  const counts = await tallied(knex, predicate);
  return counts && addUp(counts, predicate.status);
}

/** How many contacts match: exact without a search and up to 10,000; beyond, that bound. */
export async function countMatching(
  knex: Knex,
  predicate: ContactPredicate,
  sizes?: Sizes,
): Promise<Total> {
  const counts = await tallied(knex, predicate);
  if (counts) return exact(addUp(counts, predicate.status));
  if (isKnownLarge(knex, predicate)) return MANY;
  const measured = sizes ?? (await measureSizes(knex, predicate));
  const hits = hitsAreTotal(knex, predicate) ? measured.search : undefined;
  const total =
    hits === undefined ? await countBounded(knex, predicate, measured) : boundedTotal(hits);
  if (!total.totalIsExact) rememberLarge(knex, predicate);
  return total;
}

/** How many contacts match, exactly: all of them are looked at, where no tally says it. */
export async function countAll(knex: Knex, predicate: ContactPredicate): Promise<number> {
  const tally = await talliedTotal(knex, predicate);
  return tally ?? countUpTo(knex, predicate, await measureSizes(knex, predicate));
}

const boundedTotal = (hits: number): Total => (hits > SMALL ? MANY : exact(hits));

const countBounded = async (knex: Knex, predicate: ContactPredicate, sizes: Sizes) =>
  boundedTotal(await countUpTo(knex, predicate, sizes, SMALL + 1));

/** Counts no further than `bound`, when there is one. */
async function countUpTo(
  knex: Knex,
  predicate: ContactPredicate,
  sizes: Sizes,
  bound?: number,
): Promise<number> {
  const driver = countingDriver(knex, sizes);
  const ranges = choosePlan(sizes).kind === 'collect' ? [null] : await idRanges(knex, predicate);
  let total = 0;
  for (const range of ranges) {
    const hits = matching(knex, predicate, driver, range).select(knex.raw('1'));
    if (bound !== undefined) void hits.limit(bound - total);
    const [row] = await knex.from(hits.as('hits')).count<{ n: number | string }[]>({ n: '*' });
    total += Number(row?.n ?? 0);
    if (bound !== undefined && total >= bound) break;
    await giveWay(dialectOf(knex));
  }
  return total;
}

/** PostgreSQL weighs conditions by itself as long as no small one is known. */
export function countingDriver(knex: Knex, sizes: Sizes): Driver {
  const smallest = smallestOf(sizes);
  const plan = choosePlan(sizes);
  if (plan.kind === 'collect') return plan.driver;
  return dialectOf(knex) === 'sqlite' && smallest ? smallest.name : 'status';
}

/** The same search and filters in every tab. */
export async function countByStatus(
  knex: Knex,
  predicate: ContactPredicate,
): Promise<Record<ContactStatus, Total>> {
  const counts = await tallied(knex, predicate);
  const totals: Record<ContactStatus, Total> = {
    active: exact(counts?.active ?? 0),
    archived: exact(counts?.archived ?? 0),
    blocked: exact(counts?.blocked ?? 0),
  };
  if (counts) return totals;
  const any = { ...predicate, status: null };
  const sizes = await measureSizes(knex, any);
  if (choosePlan(sizes).kind === 'walk' && dialectOf(knex) === 'postgres') {
    for (const status of CONTACT_STATUSES) {
      totals[status] = await countMatching(knex, { ...predicate, status });
    }
    return totals;
  }
  const found = await countTabs(knex, any, sizes);
  for (const status of CONTACT_STATUSES) totals[status] = boundedTotal(found[status]);
  return totals;
}

/** Range by range, one pass for all tabs costs less than one for each that stops early. */
async function countTabs(
  knex: Knex,
  predicate: ContactPredicate,
  sizes: Sizes,
): Promise<StatusCounts> {
  const driver = countingDriver(knex, sizes);
  const ranges = choosePlan(sizes).kind === 'collect' ? [null] : await idRanges(knex, predicate);
  const found: StatusCounts = { active: 0, archived: 0, blocked: 0 };
  for (const range of ranges) {
    if (CONTACT_STATUSES.every((status) => found[status] > SMALL)) break;
    const rows = await matching(knex, predicate, driver, range)
      .select<{ status: string; n: number | string }[]>(
        { status: 'c.contact_status' },
        knex.raw('count(*) as n'),
      )
      .groupBy('c.contact_status');
    for (const { status, n } of rows) {
      const known = CONTACT_STATUSES.find((candidate) => candidate === status);
      if (known) found[known] += Number(n);
    }
    await giveWay(dialectOf(knex));
  }
  return found;
}
