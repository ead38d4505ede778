import type { Knex } from 'knex';
import type {
  OperationKind,
  OperationParams,
  OperationState,
} from '../../../shared/contracts/operations';
import { dialectOf, type Dialect } from '../database/dialect';
import { nextNumber } from '../database/operation-tables';
import type { Actor } from '../domain/actor';
import { newDocumentId } from '../domain/document-id';

export interface NewOperation {
  kind: OperationKind;
  actor: Actor;
  reason?: string | null;
  params?: OperationParams;
  applied?: number;
  skipped?: number;
  /** `running` for work in chunks that `finishOperation` will end; otherwise the change is done at once. */
  state?: OperationState;
  /** Contacts to be looked at, of a change that is made off the request: some server will claim it. */
  queued?: { total: number };
}

export interface OperationRef {
  id: number;
  documentId: string;
}

/** What changed of one contact: only the attributes that differ; null before a creation. */
export interface OperationItem {
  contactId: number;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Strapi stores datetimes of SQLite as milliseconds; plain SQL has to do the same. */
export const timestamp = (dialect: Dialect, date: Date): Date | number =>
  dialect === 'sqlite' ? date.getTime() : date;

/** Writes the record of a change. Call it in the transaction of the change itself. */
export async function createOperation(trx: Knex, operation: NewOperation): Promise<OperationRef> {
  const dialect = dialectOf(trx);
  const now = timestamp(dialect, new Date());
  const documentId = newDocumentId();
  const state = operation.state ?? 'done';
  const [row] = await trx('contact_operations')
    .insert({
      document_id: documentId,
      kind: operation.kind,
      state,
      actor_type: operation.actor.type,
      actor_id: operation.actor.id,
      actor_name: operation.actor.name,
      reason: operation.reason ?? null,
      params: JSON.stringify(operation.params ?? {}),
      applied: operation.applied ?? 0,
      skipped: operation.skipped ?? 0,
      total: operation.queued?.total ?? 0,
      cursor: 0,
      lease_until: operation.queued ? 0 : null,
      fence: 0,
      attempts: 0,
      created_at: now,
      updated_at: now,
      published_at: now,
      finished_at: state === 'done' ? now : null,
    })
    .returning<{ id: number }[]>('id');
  if (!row) throw new Error('The database did not answer with the id of the operation.');
  return { id: row.id, documentId };
}

/** Takes back the record of a change that turned out to change nothing, in the same transaction. */
export const deleteOperation = (trx: Knex, operationId: number): Promise<number> =>
  trx('contact_operations').where({ id: operationId }).delete();

/** Makes one change of those that have just made these contacts, which have no other. Its documentId. */
export async function joinCreations(trx: Knex, contactIds: readonly number[]): Promise<string> {
  const rows = await trx('contact_operation_items as i')
    .join('contact_operations as o', 'o.id', 'i.operation_id')
    .whereIn('i.contact_id', contactIds)
    .distinct<{ id: number; document_id: string }[]>('o.id', 'o.document_id')
    .orderBy('o.id');
  const [kept, ...others] = rows;
  if (!kept) throw new Error('Contacts were made without a change.');
  const ids = others.map(({ id }) => id);
  await trx('contact_operation_items')
    .whereIn('operation_id', ids)
    .update({ operation_id: kept.id });
  await trx('contact_operations').whereIn('id', ids).delete();
  await trx('contact_operations').where({ id: kept.id }).update({ applied: contactIds.length });
  return kept.document_id;
}

/** Items of a handful of contacts; bulk changes write theirs with `insert … select`. */
export async function recordItems(
  trx: Knex,
  operationId: number,
  items: OperationItem[],
): Promise<void> {
  if (items.length === 0) return;
  await trx('contact_operation_items').insert(
    items.map(({ contactId, before, after }) => ({
      operation_id: operationId,
      contact_id: contactId,
      number: trx.raw(nextNumber('?'), [contactId]),
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
    })),
  );
}

/** How many contacts a change reached; `newer` of an undo only. */
export interface OperationCounts {
  applied: number;
  skipped: number;
  newer?: number;
}

export async function finishOperation(
  trx: Knex,
  operationId: number,
  { state = 'done', ...counts }: OperationCounts & { state?: Exclude<OperationState, 'running'> },
): Promise<void> {
  const now = timestamp(dialectOf(trx), new Date());
  await trx('contact_operations')
    .where({ id: operationId })
    .update({
      state,
      ...counts,
      updated_at: now,
      finished_at: now,
    });
}

/** Ends a queued change where it is, between two of its steps; false when it was over already. */
export async function cancelOperation(knex: Knex, operationId: number): Promise<boolean> {
  const now = timestamp(dialectOf(knex), new Date());
  const cancelled = await knex('contact_operations')
    .where({ id: operationId, state: 'running' })
    .whereNotNull('lease_until')
    .update({ state: 'cancelled', updated_at: now, finished_at: now });
  return cancelled === 1;
}

/** The counts of a change that is still being made in chunks, and where the next one starts. */
export async function updateProgress(
  trx: Knex,
  operationId: number,
  { cursor, ...counts }: OperationCounts & { cursor?: number },
): Promise<void> {
  const now = timestamp(dialectOf(trx), new Date());
  await trx('contact_operations')
    .where({ id: operationId })
    .update({
      ...{ ...counts, updated_at: now },
      ...(cursor !== undefined && { cursor, attempts: 0 }),
    });
}
