import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { RecordRef } from '../../../../shared/contracts/operations';
import { isStatusAction } from '../../../../shared/status';
import { dialectOf, giveWay } from '../../database/dialect';
import type { BulkChange, NumberedRecord } from '../../domain/bulk/plan-change';
import { readDatabaseError } from '../../guards/database-errors';
import type { Claim } from '../../repositories/leases';
import { findNamedRecords } from '../../repositories/named-records';
import { findOperation, type OperationRecord } from '../../repositories/operation-records';
import { cancelOperation } from '../../repositories/operations';
import { mergeStepOf } from '../merge/merge-records';
import { deletionStepOf } from '../named-record-deletion';
import { changeStep, storedIds } from './change-step';
import { carryOutSteps, type Step } from './steps';
import { undoStepOf } from './undo-step';

/** Claims without progress, after which a change is given up where it is: its data end the server. */
const MAX_ATTEMPTS = 5;

/** Makes a queued change step by step, until it is done, cancelled, or this server is to stop. */
export async function carryOutOperation(
  strapi: Core.Strapi,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const knex = strapi.db.connection;
  const operation = await findOperation(knex, { id: claim.id });
  if (!operation) return;
  const step = claim.attempts > MAX_ATTEMPTS ? null : await stepOf(strapi, operation);
  if (!step) {
    strapi.log.error(`Contacts: change ${operation.documentId} could not be carried out.`);
    await cancelOperation(knex, operation.id);
    return;
  }
  for (;;) {
    signal.throwIfAborted();
    if (!(await carryOutWithRetries(strapi, claim, step))) return;
    await giveWay(dialectOf(knex));
  }
}

const TRIES = 5;

/** A number taken, or a row locked, while a step is being written rolls it back; the next try sees it. */
async function carryOutWithRetries(
  strapi: Core.Strapi,
  claim: Claim,
  step: Step,
): Promise<boolean> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await carryOutSteps(strapi, claim, step);
    } catch (error) {
      if (tried === TRIES || !readDatabaseError(error)) throw error;
      await wait(50 * 2 ** tried);
    }
  }
}

/** The step of a stored change; null for a kind that is never queued. */
async function stepOf(strapi: Core.Strapi, operation: OperationRecord): Promise<Step | null> {
  const knex = strapi.db.connection;
  const { kind, params, actor } = operation;
  switch (kind) {
    case 'undo':
      return undoStepOf(knex, operation);
    case 'merge-groups':
      return mergeStepOf(knex, 'group', params);
    case 'merge-categories':
      return mergeStepOf(knex, 'category', params);
    case 'delete-group':
      return deletionStepOf(strapi, 'group', params);
    case 'delete-category':
      return deletionStepOf(strapi, 'category', params);
    default: {
      const change = await changeOf(knex, operation);
      return change && changeStep(storedIds, change, actor);
    }
  }
}

async function changeOf(knex: Knex, operation: OperationRecord): Promise<BulkChange | null> {
  const { kind, reason, params, createdAt } = operation;
  const groups = (refs: RecordRef[] = []) => findExisting(knex, 'group', refs);
  if (isStatusAction(kind)) return { kind: 'status', action: kind, reason, at: createdAt };
  switch (kind) {
    case 'add-to-groups':
    case 'remove-from-groups':
      return { kind, groups: await groups(params.groups) };
    case 'move-to-group':
      return {
        kind,
        fromGroups: await groups(params.fromGroups),
        groups: await groups(params.groups),
      };
    case 'set-category': {
      if (!params.category) return { kind, category: null };
      const [category] = await findExisting(knex, 'category', [params.category]);
      return category ? { kind, category } : null;
    }
    case 'delete':
      return { kind };
    default:
      return null;
  }
}

/** Those that somebody has deleted since the change was asked for are left out. */
async function findExisting(
  knex: Knex,
  kind: 'category' | 'group',
  refs: RecordRef[],
): Promise<NumberedRecord[]> {
  const found = await findNamedRecords(
    knex,
    kind,
    refs.map(({ documentId }) => documentId),
  );
  return found.filter((record) => record !== null);
}
