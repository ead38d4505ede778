import type { Knex } from 'knex';
import { dialectOf, rawRows } from '../../database/dialect';
import { DATABASE_NOW } from '../../database/import-sql';

/** The steps that a server carries out; the others wait for a person. */
export type WorkState = 'parsing' | 'committing';

/** Long enough for the slowest chunk, short enough that another server takes over soon. */
export const LEASE_MILLISECONDS = 15_000;

/**
 * The right to work on an import. Every claim raises `fence`, and every write of the holder asks for it,
 * so that a server that was thought dead cannot write after its successor.
 */
export interface Claim {
  importId: number;
  state: WorkState;
  fence: number;
  /** Claims since the last progress, this one included. */
  attempts: number;
}

const leaseEnd = (knex: Knex) => `${DATABASE_NOW[dialectOf(knex)]} + ${LEASE_MILLISECONDS}`;

/** The oldest import in this state that nobody works on, or null. */
export async function claimImport(knex: Knex, state: WorkState): Promise<Claim | null> {
  const free = `state = :state and lease_until < ${DATABASE_NOW[dialectOf(knex)]}`;
  const [row] = await rawRows<{ id: number; fence: number; attempts: number }>(
    knex.raw(
      `update contact_imports
       set fence = fence + 1, attempts = attempts + 1, lease_until = ${leaseEnd(knex)}
       where id = (select id from contact_imports where ${free} order by id limit 1) and ${free}
       returning id, fence, attempts`,
      { state },
    ),
  );
  return row ? { importId: row.id, state, fence: row.fence, attempts: row.attempts } : null;
}

/** Extends the lease; false when the import was cancelled, or claimed by somebody else. */
export async function renewLease(knex: Knex, claim: Claim): Promise<boolean> {
  const renewed = await knex('contact_imports')
    .where({ id: claim.importId, state: claim.state, fence: claim.fence })
    .update({ lease_until: knex.raw(leaseEnd(knex)) });
  return renewed === 1;
}

/** Gives an import back that is to be continued by whoever comes first; the attempt does not count. */
export async function releaseLease(knex: Knex, claim: Claim): Promise<void> {
  await knex('contact_imports')
    .where({ id: claim.importId, state: claim.state, fence: claim.fence })
    .update({ lease_until: 0, attempts: claim.attempts - 1 });
}
