import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import {
  SKIPPED_LISTED,
  type ListedContact,
  type SkippedContact,
} from '../../../../shared/contracts/operations';
import type { BulkAnswer } from '../../../../shared/contracts/bulk';
import { dialectOf, giveWay, type Dialect } from '../../database/dialect';
import {
  createOperation,
  deleteOperation,
  finishOperation,
  updateProgress,
  type NewOperation,
  type OperationRef,
} from '../../repositories/operations';
import { lockContacts } from '../../repositories/bulk-subjects';
import { findOperation } from '../../repositories/operation-records';
import {
  deleteTargets,
  recordNewer,
  recordSkips,
  writeTargets,
} from '../../repositories/operation-parts';
import { lockWork, type Claim } from '../../repositories/leases';
import { inTransaction } from '../../repositories/transaction';
import { LeaseLost } from '../work/lease-lost';
import { workRunnerOf } from '../work/service';

/** What one step of a change came to; `next` is where the following one starts, null after the last. */
export interface StepOutcome {
  applied: number;
  skipped: SkippedContact[];
  /** Of an undo: taken back, with newer values of other fields that stay. */
  newer?: ListedContact[];
  /** A category or group was made again: a change, even when nobody was in it. */
  isMore?: boolean;
  next: number | null;
}

/** One step of a change: some contacts with their history, inside the caller's transaction. */
export type Step = (trx: Knex, operation: OperationRef, cursor: number) => Promise<StepOutcome>;

/** Contacts that are changed within the request. */
export const AT_ONCE = 1_000;

/**
 * Contacts of one step. On SQLite small enough that nothing keeps the server busy for long; on PostgreSQL large,
 * because each step waits for the disk once, yet nobody else long for a contact of it.
 */
export const STEP_SIZE: Record<Dialect, number> = { sqlite: 400, postgres: 2_000 };

/**
 * Steps of one transaction of a queued change. A commit on SQLite waits for the disk as long as a step of it takes;
 * between its steps the server answers whoever needs no database.
 */
const STEPS_A_COMMIT: Record<Dialect, number> = { sqlite: 3, postgres: 1 };

/**
 * Makes a small change at once, in one transaction: contacts, history and counts agree whatever happens.
 * A change of nothing leaves no operation; that of a category or group without contacts does.
 */
export const changeAtOnce = (
  strapi: Core.Strapi,
  operation: NewOperation,
  step: Step,
  { already = [], ids = [] }: { already?: SkippedContact[]; ids?: readonly number[] } = {},
): Promise<BulkAnswer> =>
  inTransaction(strapi, async (trx) => {
    // Before the change has its place in History: of two at once, the one that waits comes second there, too.
    await lockContacts(trx, ids);
    const ref = await createOperation(trx, { ...operation, state: 'running' });
    const skipped = [...already];
    const newer: ListedContact[] = [];
    let applied = 0;
    let isMore = operation.params?.record !== undefined;
    for (let cursor: number | null = 0; cursor !== null;) {
      const outcome: StepOutcome = await step(trx, ref, cursor);
      applied += outcome.applied;
      skipped.push(...outcome.skipped);
      newer.push(...(outcome.newer ?? []));
      isMore ||= outcome.isMore ?? false;
      await giveWay(dialectOf(trx));
      cursor = outcome.next;
    }
    const isNothing = applied === 0 && !isMore;
    if (isNothing) await deleteOperation(trx, ref.id);
    else {
      await recordSkips(trx, ref.id, skipped, 0);
      await recordNewer(trx, ref.id, newer, 0);
      await finishOperation(trx, ref.id, {
        applied,
        skipped: skipped.length,
        newer: newer.length,
      });
    }
    return {
      operationId: isNothing ? null : ref.documentId,
      state: 'done',
      applied,
      skippedCount: skipped.length,
      skipped: skipped.slice(0, SKIPPED_LISTED),
      ...(newer.length > 0 && { newerCount: newer.length, newer: newer.slice(0, SKIPPED_LISTED) }),
    };
  });

/** Leaves a large change to whichever server comes first; GET /operations/:id tells how far it is. */
export async function changeLater(
  strapi: Core.Strapi,
  operation: NewOperation,
  work: {
    total: number;
    chunks?: number[][];
    already?: SkippedContact[];
    /** Whether it may still be made, asked in the transaction that queues it. */
    claim?: (trx: Knex, queued: OperationRef) => Promise<void>;
  },
): Promise<BulkAnswer> {
  const { total, chunks, already = [], claim } = work;
  const ref = await inTransaction(strapi, async (trx) => {
    const created = await createOperation(trx, {
      ...operation,
      state: 'running',
      skipped: already.length,
      queued: { total },
    });
    await claim?.(trx, created);
    if (chunks) await writeTargets(trx, created.id, chunks);
    await recordSkips(trx, created.id, already, 0);
    return created;
  });
  workRunnerOf(strapi).nudge();
  return {
    operationId: ref.documentId,
    state: 'running',
    applied: 0,
    skippedCount: already.length,
    skipped: already.slice(0, SKIPPED_LISTED),
  };
}

type MadeSteps = Required<Omit<StepOutcome, 'isMore'>>;

/** The next steps as one. */
async function makeSteps(
  trx: Knex,
  operation: OperationRef & { cursor: number },
  step: Step,
): Promise<MadeSteps> {
  const dialect = dialectOf(trx);
  const made: MadeSteps = {
    applied: 0,
    skipped: [],
    newer: [],
    next: operation.cursor,
  };
  for (let count = 0; count < STEPS_A_COMMIT[dialect] && made.next !== null; count += 1) {
    const { applied, skipped, newer = [], next } = await step(trx, operation, made.next);
    made.applied += applied;
    made.skipped.push(...skipped);
    made.newer.push(...newer);
    made.next = next;
    await giveWay(dialect);
  }
  return made;
}

/**
 * The next steps of a queued change, in one transaction: it starts by renewing the lease, which locks the
 * operation and fails unless this server still holds it, and ends by moving the mark of how far the change
 * has come, so that each contact is changed exactly once. Whether there is more to do.
 */
export const carryOutSteps = (strapi: Core.Strapi, claim: Claim, step: Step): Promise<boolean> =>
  inTransaction(strapi, async (trx) => {
    if (!(await lockWork(trx, claim))) throw new LeaseLost();
    const operation = await findOperation(trx, { id: claim.id });
    if (!operation) throw new LeaseLost();
    const { applied, skipped, newer, next } = await makeSteps(trx, operation, step);
    await recordSkips(trx, operation.id, skipped, operation.skipped);
    await recordNewer(trx, operation.id, newer, operation.newer);
    const counts = {
      applied: operation.applied + applied,
      skipped: operation.skipped + skipped.length,
      newer: operation.newer + newer.length,
    };
    if (next !== null) {
      await updateProgress(trx, operation.id, { ...counts, cursor: next });
      return true;
    }
    await deleteTargets(trx, operation.id);
    await finishOperation(trx, operation.id, counts);
    return false;
  });
