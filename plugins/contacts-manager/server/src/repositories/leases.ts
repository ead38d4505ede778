import type { Knex } from 'knex';
import { dialectOf, limitSilence, rawRows } from '../database/dialect';
import { DATABASE_NOW } from '../database/import-sql';

/** Work that servers carry out off the request: each row is a piece, its table the queue. */
export type WorkTable = 'contact_imports' | 'contact_operations';

/** The states in which a piece waits for a server; in the others it waits for a person, or is over. */
export type WorkState = 'parsing' | 'committing' | 'running';

/** Long enough for the slowest chunk, short enough that another server takes over soon. */
export const LEASE_MILLISECONDS = 15_000;

/**
 * The right to work on a piece. Every claim raises `fence`, and every write of the holder asks for it,
 * so that a server that was thought dead cannot write after its successor.
 */
export interface Claim {
  table: WorkTable;
  id: number;
  state: WorkState;
  fence: number;
  /** Claims since the last progress, this one included. */
  attempts: number;
}

const leaseEnd = (knex: Knex) => `${DATABASE_NOW[dialectOf(knex)]} + ${LEASE_MILLISECONDS}`;

/** States in which servers work on a piece while they hold its lease. */
const WORKING: Record<WorkTable, readonly WorkState[]> = {
  contact_imports: ['parsing', 'committing'],
  contact_operations: ['running'],
};

/** Any number that nothing else in the database locks. */
const CLAIM_LOCK = 5_054_001;

/** `claimWork` while fewer than `atMost` pieces of the table are worked on, whatever their state. */
export const claimIfRoom = (
  knex: Knex,
  { table, state }: Pick<Claim, 'table' | 'state'>,
  atMost: number,
): Promise<Claim | null> =>
  knex.transaction(async (trx) => {
    // Two servers that count at the same time would both find the last place.
    if (dialectOf(trx) === 'postgres') {
      await trx.raw('select pg_advisory_xact_lock(?)', [CLAIM_LOCK]);
    }
    const held = await trx(table)
      .whereIn('state', WORKING[table])
      .whereRaw(`lease_until >= ${DATABASE_NOW[dialectOf(trx)]}`)
      .count<{ held: number | string }[]>('* as held');
    return Number(held[0]?.held ?? 0) < atMost ? claimWork(trx, table, state) : null;
  });

/** Whether some piece in this state waits for a server. */
export async function hasFreeWork(
  knex: Knex,
  { table, state }: Pick<Claim, 'table' | 'state'>,
): Promise<boolean> {
  const free = await knex<{ id: number }>(table)
    .whereRaw(freeSql(knex, state))
    .limit(1)
    .select('id');
  return free.length > 0;
}

// The state as a word of the statement: a value that is bound keeps SQLite from the index on running changes.
const freeSql = (knex: Knex, state: WorkState): string =>
  `state = '${state}' and lease_until < ${DATABASE_NOW[dialectOf(knex)]}`;

/** The oldest piece in this state that nobody works on, or null. One without a lease is never claimed. */
export async function claimWork(
  knex: Knex,
  table: WorkTable,
  state: WorkState,
): Promise<Claim | null> {
  const free = freeSql(knex, state);
  const [row] = await rawRows<{ id: number; fence: number; attempts: number }>(
    knex.raw(
      `update ${table}
       set fence = fence + 1, attempts = attempts + 1, lease_until = ${leaseEnd(knex)}
       where id = (select id from ${table} where ${free} order by id limit 1) and ${free}
       returning id, fence, attempts`,
    ),
  );
  return row ? { table, id: row.id, state, fence: row.fence, attempts: row.attempts } : null;
}

/** Extends the lease; false when the work was cancelled, or claimed by somebody else. */
export async function renewLease(knex: Knex, claim: Claim): Promise<boolean> {
  const renewed = await knex(claim.table)
    .where({ id: claim.id, state: claim.state, fence: claim.fence })
    .update({ lease_until: knex.raw(leaseEnd(knex)) });
  return renewed === 1;
}

/**
 * The same at the start of a transaction, which locks the piece until it ends. A server that stands still in the
 * middle of it loses the lock when it loses the lease; otherwise its successor would wait for it.
 */
export async function lockWork(trx: Knex, claim: Claim): Promise<boolean> {
  await limitSilence(trx, LEASE_MILLISECONDS);
  return renewLease(trx, claim);
}

/** Gives work back that is to be continued by whoever comes first; the attempt does not count. */
export async function releaseLease(knex: Knex, claim: Claim): Promise<void> {
  await knex(claim.table)
    .where({ id: claim.id, state: claim.state, fence: claim.fence })
    .update({ lease_until: 0, attempts: claim.attempts - 1 });
}
