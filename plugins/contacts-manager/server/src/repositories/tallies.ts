import type { Knex } from 'knex';
import { CONTACT_STATUSES, type ContactStatus } from '../../../shared/status';
import { compactTallies } from '../database/tallies';
import type { RecordKind } from './contact-predicate';

export type StatusCounts = Record<ContactStatus, number>;

interface TallyRow {
  ref: number;
  status: string;
  n: number | string;
  parts: number | string;
}

/** Differences that readers had to add up; beyond this many somebody should fold them. */
const MANY_PARTS = 2_000;

export const noCounts = (): StatusCounts => ({ active: 0, archived: 0, blocked: 0 });

export const sumOf = (counts: StatusCounts): number =>
  CONTACT_STATUSES.reduce((sum, status) => sum + counts[status], 0);

async function readTallies(
  knex: Knex,
  scope: 'all' | RecordKind,
  refs: number[] | null,
): Promise<Map<number, StatusCounts>> {
  const query = knex('contact_tallies')
    .select<TallyRow[]>('ref', 'status', knex.raw('sum(n) as n'), knex.raw('count(*) as parts'))
    .where({ scope })
    .groupBy('ref', 'status');
  if (refs) void query.whereIn('ref', refs);
  const rows = await query;
  const tallies = new Map<number, StatusCounts>();
  for (const { ref, status, n } of rows) {
    const counts = tallies.get(ref) ?? noCounts();
    const known = CONTACT_STATUSES.find((candidate) => candidate === status);
    if (known) counts[known] = Math.max(0, Number(n));
    tallies.set(ref, counts);
  }
  if (rows.reduce((sum, { parts }) => sum + Number(parts), 0) > MANY_PARTS) {
    await compactTallies(knex);
  }
  return tallies;
}

/** How many contacts there are, by status: exact, and read from a handful of rows. */
export const countContacts = async (knex: Knex): Promise<StatusCounts> =>
  (await readTallies(knex, 'all', [0])).get(0) ?? noCounts();

/** How many contacts each category or group has, by status; all of them when no ids are given. */
export const countMembers = (
  knex: Knex,
  kind: RecordKind,
  ids: number[] | null = null,
): Promise<Map<number, StatusCounts>> => readTallies(knex, kind, ids);
