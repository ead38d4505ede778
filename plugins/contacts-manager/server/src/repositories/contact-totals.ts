import type { Knex } from 'knex';
import { CONTACT_STATUSES, type ContactStatus } from '../../../shared/status';
import { dialectOf } from '../database/dialect';
import { choosePlan, SMALL, smallestOf, type Driver, type Sizes } from '../domain/list/choose-plan';
import { isPlain, type ContactPredicate } from './contact-predicate';
import { idRanges, matching, measureSizes } from './contact-sources';
import { countContacts, countMembers, type StatusCounts } from './tallies';

export interface Total {
  total: number;
  totalIsExact: boolean;
}
const exact = (total: number): Total => ({ total, totalIsExact: true });
const MANY: Total = { total: SMALL, totalIsExact: false };

/** For how long "more than 10,000" is believed without counting again. */
const BELIEVED_MS = 60_000;
const BELIEVED_MAX = 500;

/** Searches that had more hits than are counted, by database and predicate. */
const large = new WeakMap<object, Map<string, number>>();

const believedOf = (knex: Knex): Map<string, number> => {
  const database = knex.client as object;
  const known = large.get(database) ?? new Map<string, number>();
  large.set(database, known);
  return known;
};

const isKnownLarge = (knex: Knex, key: string): boolean =>
  (believedOf(knex).get(key) ?? 0) > Date.now();

function rememberLarge(knex: Knex, key: string): void {
  const known = believedOf(knex);
  const [oldest] = known.keys();
  if (known.size >= BELIEVED_MAX && oldest !== undefined) known.delete(oldest);
  known.set(key, Date.now() + BELIEVED_MS);
}

/**
 * The condition that alone makes the filter, so that its tally is the answer. A contact has one
 * category at most, so several categories add up; in several groups it may be twice.
 */
function soleRecords({ terms, categories, groups }: ContactPredicate) {
  if (terms.length > 0) return null;
  if (categories && !groups) return { kind: 'category', ids: categories } as const;
  if (groups?.length === 1 && !categories) return { kind: 'group', ids: groups } as const;
  return null;
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

/** How many contacts match: exact without a search and up to 10,000; beyond, that bound. */
export async function countMatching(
  knex: Knex,
  predicate: ContactPredicate,
  sizes?: Sizes,
): Promise<Total> {
  const counts = await tallied(knex, predicate);
  if (counts) return exact(addUp(counts, predicate.status));
  const key = JSON.stringify(predicate);
  if (isKnownLarge(knex, key)) return MANY;
  const total = await countBounded(knex, predicate, sizes ?? (await measureSizes(knex, predicate)));
  if (!total.totalIsExact) rememberLarge(knex, key);
  return total;
}

async function countBounded(knex: Knex, predicate: ContactPredicate, sizes: Sizes): Promise<Total> {
  const driver = countingDriver(knex, sizes);
  const ranges = choosePlan(sizes).kind === 'collect' ? [null] : await idRanges(knex);
  let total = 0;
  for (const range of ranges) {
    const hits = matching(knex, predicate, driver, range)
      .select(knex.raw('1'))
      .limit(SMALL + 1 - total);
    const [row] = await knex.from(hits.as('hits')).count<{ n: number | string }[]>({ n: '*' });
    total += Number(row?.n ?? 0);
    if (total > SMALL) return MANY;
  }
  return exact(total);
}

/** PostgreSQL weighs conditions by itself as long as no small one is known. */
function countingDriver(knex: Knex, sizes: Sizes): Driver {
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
  const sizes = await measureSizes(knex, { ...predicate, status: null });
  const plan = choosePlan(sizes);
  if (plan.kind === 'walk') {
    for (const status of CONTACT_STATUSES) {
      totals[status] = await countMatching(knex, { ...predicate, status });
    }
    return totals;
  }
  const rows = await matching(knex, { ...predicate, status: null }, plan.driver)
    .select<{ status: string; n: number | string }[]>(
      { status: 'c.contact_status' },
      knex.raw('count(*) as n'),
    )
    .groupBy('c.contact_status');
  for (const { status, n } of rows) {
    const known = CONTACT_STATUSES.find((candidate) => candidate === status);
    if (known) totals[known] = exact(Number(n));
  }
  return totals;
}
