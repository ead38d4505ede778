import type { Knex } from 'knex';
import type {
  OperationActor,
  OperationKind,
  OperationParams,
  OperationState,
} from '../../../shared/contracts/operations';
import { dialectOf } from '../database/dialect';
import type { OperationRef } from './operations';
import { timestamp } from './operations';

/** A change as it is stored. */
export interface OperationRecord extends OperationRef {
  kind: OperationKind;
  state: OperationState;
  actor: OperationActor;
  reason: string | null;
  params: OperationParams;
  applied: number;
  skipped: number;
  /** Of an undo: those taken back that keep newer values of other fields. */
  newer: number;
  /** Contacts it is about, of a change made off the request. */
  total: number;
  /** How far it is: a chunk's number, or the row id of a contact. */
  cursor: number;
  createdAt: Date;
  finishedAt: Date | null;
  /** The undo that took it back. */
  undoneBy: string | null;
}

interface Row {
  id: number;
  document_id: string;
  kind: OperationKind;
  state: OperationState;
  actor_type: OperationActor['type'];
  actor_id: string | null;
  actor_name: string | null;
  reason: string | null;
  params: unknown;
  applied: number;
  skipped: number;
  newer: number | null;
  total: number | null;
  cursor: number | null;
  created_at: Date | number | string;
  finished_at: Date | number | string | null;
  undone_by: string | null;
}

/** SQLite keeps JSON as text. Only this product writes the column, so its shape is known. */
const paramsOf = (value: unknown): OperationParams =>
  (typeof value === 'string' ? JSON.parse(value) : (value ?? {})) as OperationParams;

const recordOf = (row: Row): OperationRecord => ({
  id: row.id,
  documentId: row.document_id,
  kind: row.kind,
  state: row.state,
  actor: { type: row.actor_type, id: row.actor_id, name: row.actor_name },
  reason: row.reason,
  params: paramsOf(row.params),
  applied: row.applied,
  skipped: row.skipped,
  newer: row.newer ?? 0,
  total: row.total ?? 0,
  cursor: row.cursor ?? 0,
  createdAt: new Date(row.created_at),
  finishedAt: row.finished_at === null ? null : new Date(row.finished_at),
  undoneBy: row.undone_by,
});

/** An undo that was cancelled before its first step has undone nothing. */
const selectRecords = (knex: Knex) =>
  knex('contact_operations as o')
    .leftJoin('contact_operations as u', (join) => {
      join
        .on('u.id', 'o.undone_by')
        .on(knex.raw(`not (u.state = 'cancelled' and coalesce(u.cursor, 0) = 0)`));
    })
    .select<Row[]>(
      ...['id', 'document_id', 'kind', 'state', 'actor_type', 'actor_id', 'actor_name'].map(
        (column) => `o.${column}`,
      ),
      ...['reason', 'params', 'applied', 'skipped', 'newer', 'total', 'cursor'].map(
        (column) => `o.${column}`,
      ),
      ...['created_at', 'finished_at'].map((column) => `o.${column}`),
      'u.document_id as undone_by',
    );

export async function findOperation(
  knex: Knex,
  where: { id: number } | { document_id: string },
): Promise<OperationRecord | null> {
  const column = 'id' in where ? 'o.id' : 'o.document_id';
  const value = 'id' in where ? where.id : where.document_id;
  const [row] = await selectRecords(knex).where(column, value).limit(1);
  return row ? recordOf(row) : null;
}

/** The change of this kind that is being made of a category or group; null when there is none. */
export async function findRecordChange(
  knex: Knex,
  kind: OperationKind,
  documentId: string,
): Promise<OperationRecord | null> {
  // The state as a word of the statement: a value that is bound keeps SQLite from the index on running changes.
  const rows = await selectRecords(knex).whereRaw(`o.state = 'running'`).where('o.kind', kind);
  const found = rows.map(recordOf).find(({ params }) => params.record?.documentId === documentId);
  return found ?? null;
}

/** Keeps two people from undoing one change at once (PostgreSQL; SQLite has one writer anyway). */
export async function lockOperation(trx: Knex, operationId: number): Promise<void> {
  const query = trx('contact_operations').where({ id: operationId }).select('id');
  if (dialectOf(trx) === 'postgres') void query.forUpdate();
  await query;
}

export interface OperationFilter {
  kinds: OperationKind[];
  /** An admin's id. */
  actorId: string | null;
  from: Date | null;
  before: Date | null;
  /** Row ids; changes of any of them. */
  contactIds: number[] | null;
}

export interface Page {
  page: number;
  pageSize: number;
}

/** Newest first; of one contact by when they came to it, which is what its values follow from. */
export async function listOperations(
  knex: Knex,
  filter: OperationFilter,
  { page, pageSize }: Page,
): Promise<{ records: OperationRecord[]; total: number }> {
  const dialect = dialectOf(knex);
  const narrow = <Query extends Knex.QueryBuilder>(query: Query): Query => {
    if (filter.kinds.length > 0) void query.whereIn('o.kind', filter.kinds);
    if (filter.actorId !== null) {
      void query.where({ 'o.actor_type': 'admin', 'o.actor_id': filter.actorId });
    }
    if (filter.from) void query.where('o.created_at', '>=', timestamp(dialect, filter.from));
    if (filter.before) void query.where('o.created_at', '<', timestamp(dialect, filter.before));
    if (filter.contactIds !== null) {
      const touching = knex('contact_operation_items')
        .select('operation_id')
        .max('number as number')
        .whereIn('contact_id', filter.contactIds)
        .groupBy('operation_id');
      void query.join(touching.as('i'), 'i.operation_id', 'o.id');
    }
    return query;
  };
  // Numbers count the changes of one contact; those of two that were merged say nothing of each other.
  const isOfOne = filter.contactIds?.length === 1;
  const rows = await narrow(selectRecords(knex))
    .orderBy([
      ...(isOfOne ? [{ column: 'i.number', order: 'desc' as const }] : []),
      { column: 'o.created_at', order: 'desc' },
      { column: 'o.id', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const counted = await narrow(knex('contact_operations as o')).count<{ total: number | string }[]>(
    '* as total',
  );
  return { records: rows.map(recordOf), total: Number(counted[0]?.total ?? 0) };
}

/** Admins who changed something, by name. */
export async function listActors(knex: Knex): Promise<{ id: string; name: string }[]> {
  const rows = await knex('contact_operations')
    .where({ actor_type: 'admin' })
    .whereNotNull('actor_id')
    .groupBy('actor_id')
    .select<{ id: string; name: string | null }[]>(
      'actor_id as id',
      knex.raw('max(actor_name) as name'),
    )
    .orderBy('name');
  return rows.map(({ id, name }) => ({ id, name: name ?? id }));
}

/** From when the undo is queued, so that there is one; `null` when it was itself undone. */
export async function markUndone(
  trx: Knex,
  operationId: number,
  undoId: number | null,
): Promise<void> {
  await trx('contact_operations').where({ id: operationId }).update({ undone_by: undoId });
}
