import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { BulkAnswer } from '../../../../shared/contracts/bulk';
import {
  OPERATION_PERMISSIONS,
  type OperationKind,
  type UndoView,
} from '../../../../shared/contracts/operations';
import { Refusal, type ErrorCode } from '../../../../shared/errors';
import type { Permission } from '../../../../shared/permissions';
import type { Actor } from '../../domain/actor';
import {
  findOperation,
  lockOperation,
  markUndone,
  type OperationRecord,
} from '../../repositories/operation-records';
import type { NewOperation, OperationRef } from '../../repositories/operations';
import { readSettings } from '../../repositories/settings';
import { refusalOfDatabase } from '../../guards/database-refusal';
import { AT_ONCE, changeAtOnce, changeLater } from './steps';
import { undoStep } from './undo-step';

const DAY = 24 * 60 * 60_000;

/** Whether a change can be taken back now, and if not, why. `undoDays` is the setting. */
export function describeUndo(operation: OperationRecord, undoDays: number): UndoView {
  if (operation.state === 'running') return { state: 'running' };
  if (operation.undoneBy !== null) return { state: 'undone', operationId: operation.undoneBy };
  // A category or group without contacts was deleted all the same, unless that was cancelled.
  const isAllOver = operation.state === 'done' && operation.params.record !== undefined;
  if (operation.applied === 0 && !isAllOver) return { state: 'nothing' };
  const until = new Date(operation.createdAt.getTime() + undoDays * DAY);
  return until > new Date()
    ? { state: 'possible', until: until.toISOString() }
    : { state: 'expired' };
}

const REFUSALS: Record<Exclude<UndoView['state'], 'possible'>, ErrorCode> = {
  running: 'undo.running',
  undone: 'undo.done',
  expired: 'undo.expired',
  nothing: 'undo.nothing',
};

/** The rights that a change took; an undo takes those of what it undid. */
export function permissionsOf({ kind, params }: OperationRecord): readonly Permission[] {
  const original: OperationKind | undefined = kind === 'undo' ? params.undoes?.kind : kind;
  // An undo of an undo is named after what stood at the beginning.
  return original && original !== 'undo' ? [OPERATION_PERMISSIONS[original]].flat() : ['history'];
}

export async function requireOperation(
  strapi: Core.Strapi,
  documentId: string,
): Promise<OperationRecord> {
  const operation = await findOperation(strapi.db.connection, { document_id: documentId });
  if (!operation) throw new Refusal('operation.not-found');
  return operation;
}

/**
 * Takes a change back: what was changed again since stays and is listed. Itself a change, which can be
 * undone in turn.
 */
export async function undoOperation(
  strapi: Core.Strapi,
  operation: OperationRecord,
  actor: Actor,
): Promise<BulkAnswer> {
  const { undoDays } = (await readSettings(strapi)).retention;
  refuseUnless(operation, undoDays);
  const undo: NewOperation = {
    kind: 'undo',
    actor,
    params: {
      undoes: { operationId: operation.documentId, kind: originalKind(operation) },
      ...(operation.params.merge && { merge: operation.params.merge }),
    },
  };
  /** Of two people at once only one undoes it; the other is told so. */
  const claim = async (trx: Knex, { id }: OperationRef) => {
    await lockOperation(trx, operation.id);
    const fresh = await findOperation(trx, { id: operation.id });
    if (fresh) refuseUnless(fresh, undoDays);
    await markUndone(trx, operation.id, id);
  };
  try {
    if (operation.applied > AT_ONCE) {
      return await changeLater(strapi, undo, { total: operation.applied, claim });
    }
    return await changeAtOnce(strapi, undo, async (trx, ref, cursor) => {
      if (cursor === 0) await claim(trx, ref);
      return undoStep(operation, actor)(trx, ref, cursor);
    });
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

function refuseUnless(operation: OperationRecord, undoDays: number): void {
  const { state } = describeUndo(operation, undoDays);
  if (state !== 'possible') throw new Refusal(REFUSALS[state]);
}

/** Undoing an undo is named after what was undone first. */
const originalKind = ({ kind, params }: OperationRecord): OperationKind =>
  kind === 'undo' ? (params.undoes?.kind ?? kind) : kind;
