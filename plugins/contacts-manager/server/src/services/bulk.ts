import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { BulkAnswer } from '../../../shared/contracts/bulk';
import { SKIPPED_LISTED } from '../../../shared/contracts/bulk';
import type { OperationKind } from '../../../shared/contracts/operations';
import type { Actor } from '../domain/actor';
import { planChange, type BulkChange, type BulkSubject } from '../domain/bulk/plan-change';
import { loadSubjects } from '../repositories/bulk-subjects';
import { writeChange } from '../repositories/bulk-writes';
import { recordManyItems } from '../repositories/operation-items';
import {
  createOperation,
  finishOperation,
  updateProgress,
  type OperationItem,
  type OperationRef,
} from '../repositories/operations';
import type { ResolvedSelection } from '../repositories/selections';
import { inTransaction } from '../repositories/transaction';
import { refusalOfDatabase } from '../guards/database-refusal';

/** One transaction each. Small enough that nothing keeps SQLite, and with it the server, busy for long. */
const CHUNK = 1_000;

export interface BulkOrder {
  change: BulkChange;
  kind: OperationKind;
  actor: Actor;
  reason: string | null;
  /** What was asked for, as the operation keeps it. */
  params: Record<string, unknown>;
}

/** What one chunk came to. */
interface ChunkOutcome {
  items: OperationItem[];
  changed: BulkSubject[];
  skipped: BulkAnswer['skipped'];
}

type Outcome = Pick<BulkAnswer, 'operationId' | 'applied' | 'skippedCount' | 'skipped'>;

function chunksOf(ids: number[]): number[][] {
  const chunks: number[][] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    chunks.push(ids.slice(start, start + CHUNK));
  }
  return chunks;
}

async function planChunk(
  trx: Knex,
  ids: number[],
  change: BulkChange,
  lock: boolean,
): Promise<ChunkOutcome> {
  const subjects = await loadSubjects(trx, ids, { lock });
  const outcome: ChunkOutcome = { items: [], changed: [], skipped: [] };
  for (const subject of subjects) {
    const planned = planChange(subject, change);
    if (planned.ok) {
      const { before, after } = planned;
      outcome.items.push({ contactId: subject.id, before, after });
      outcome.changed.push(subject);
    } else {
      const { documentId, name } = subject;
      outcome.skipped.push({ documentId, name, code: planned.code });
    }
  }
  return outcome;
}

const missingOf = ({ missing }: ResolvedSelection): BulkAnswer['skipped'] =>
  missing.map((documentId) => ({ documentId, name: '', code: 'contact.not-found' }));

function addSkipped(outcome: Outcome, skipped: BulkAnswer['skipped']): void {
  outcome.skippedCount += skipped.length;
  outcome.skipped.push(...skipped.slice(0, SKIPPED_LISTED - outcome.skipped.length));
}

const newOutcome = (selection: ResolvedSelection): Outcome => {
  const outcome: Outcome = { operationId: null, applied: 0, skippedCount: 0, skipped: [] };
  addSkipped(outcome, missingOf(selection));
  return outcome;
};

/**
 * Makes one change to many contacts, set-based, chunk by chunk. Each chunk is a transaction that holds
 * the contacts, their history and the operation's counts, so that they agree whatever happens. A change
 * of nothing leaves no operation.
 */
export async function applyChange(
  strapi: Core.Strapi,
  selection: ResolvedSelection,
  order: BulkOrder,
): Promise<BulkAnswer> {
  const outcome = newOutcome(selection);
  const chunks = chunksOf(selection.ids);
  let operation: OperationRef | null = null;
  try {
    for (const [index, ids] of chunks.entries()) {
      const isLast = index === chunks.length - 1;
      const done = await inTransaction(strapi, (trx) =>
        applyChunk(trx, ids, order, { outcome, operation, isLast }),
      );
      operation = done.operation;
      outcome.applied += done.applied;
      addSkipped(outcome, done.skipped);
    }
  } catch (error) {
    // What earlier chunks did stays done, and the operation says how far it came.
    if (operation) await cancelOperation(strapi, operation, outcome);
    throw refusalOfDatabase(error) ?? error;
  }
  return { ...outcome, operationId: operation?.documentId ?? null, state: 'done' };
}

const cancelOperation = (strapi: Core.Strapi, operation: OperationRef, outcome: Outcome) =>
  finishOperation(strapi.db.connection, operation.id, {
    applied: outcome.applied,
    skipped: outcome.skippedCount,
    state: 'cancelled',
  });

interface Progress {
  outcome: Outcome;
  operation: OperationRef | null;
  isLast: boolean;
}

async function applyChunk(
  trx: Knex,
  ids: number[],
  order: BulkOrder,
  { outcome, operation, isLast }: Progress,
) {
  const { items, changed, skipped } = await planChunk(trx, ids, order.change, true);
  const applied = items.length;
  if (!operation && applied === 0) return { operation: null, applied, skipped };
  const { kind, actor, reason, params } = order;
  const ref =
    operation ?? (await createOperation(trx, { kind, actor, reason, params, state: 'running' }));
  await writeChange(
    trx,
    changed.map(({ id }) => id),
    order.change,
  );
  await recordManyItems(trx, ref.id, items);
  const counts = {
    applied: outcome.applied + applied,
    skipped: outcome.skippedCount + skipped.length,
  };
  if (isLast) await finishOperation(trx, ref.id, counts);
  else await updateProgress(trx, ref.id, counts);
  return { operation: ref, applied, skipped };
}

/** What the same change would do, and which groups it touches. Writes and locks nothing. */
export async function previewChange(
  strapi: Core.Strapi,
  selection: ResolvedSelection,
  change: BulkChange,
): Promise<BulkAnswer> {
  const outcome = newOutcome(selection);
  const touched = new Map<number, { documentId: string; name: string; count: number }>();
  for (const ids of chunksOf(selection.ids)) {
    const { changed, skipped } = await planChunk(strapi.db.connection, ids, change, false);
    outcome.applied += changed.length;
    addSkipped(outcome, skipped);
    for (const { id, documentId, name } of changed.flatMap(({ groups }) => groups)) {
      const group = touched.get(id) ?? { documentId, name, count: 0 };
      group.count += 1;
      touched.set(id, group);
    }
  }
  const groups = [...touched.values()].sort(
    (left, right) => right.count - left.count || left.name.localeCompare(right.name),
  );
  return { ...outcome, state: 'done', touches: { groups } };
}
