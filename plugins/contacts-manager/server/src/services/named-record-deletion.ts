import type { Core } from '@strapi/strapi';
import type { NamedRecordDeleted } from '../../../shared/contracts/named-records';
import type { OperationParams } from '../../../shared/contracts/operations';
import { Refusal } from '../../../shared/errors';
import type { Actor } from '../domain/actor';
import type { NumberedRecord } from '../domain/bulk/plan-change';
import { refusalOfDatabase } from '../guards/database-refusal';
import type { RecordKind } from '../repositories/contact-predicate';
import {
  findMembers,
  findNamedRecords,
  listNamedRecords,
  lockNamedRecord,
  type StoredRecord,
} from '../repositories/named-records';
import { findRecordChange } from '../repositories/operation-records';
import type { NewOperation } from '../repositories/operations';
import { countMembers, sumOf } from '../repositories/tallies';
import { inTransaction } from '../repositories/transaction';
import { changeLateMembers, changeMembers, type MemberChange } from './changes/change-members';
import { AT_ONCE, changeAtOnce, changeLater, type Step } from './changes/steps';

const DELETE_KINDS = { category: 'delete-category', group: 'delete-group' } as const;
const UIDS = { category: 'api::category.category', group: 'api::group.group' } as const;

interface DeletionRequest {
  documentId: string;
  actor: Actor;
}

/**
 * Deletes a category or group and keeps its contacts. One that is being deleted already answers with the
 * change that does it.
 */
export async function deleteNamedRecord(
  strapi: Core.Strapi,
  kind: RecordKind,
  { documentId, actor }: DeletionRequest,
): Promise<NamedRecordDeleted> {
  const knex = strapi.db.connection;
  const data = { documentId };
  const underWay = await findRecordChange(knex, DELETE_KINDS[kind], documentId);
  if (underWay) {
    const { documentId: operationId, applied } = underWay;
    return { data, operationId, state: 'running', applied };
  }
  const [record] = await listNamedRecords(knex, kind, '', documentId);
  if (!record) throw new Refusal(`${kind}.not-found`);
  const operation = operationOf(kind, record, actor);
  const counts = (await countMembers(knex, kind, [record.id])).get(record.id);
  const total = counts ? sumOf(counts) : 0;
  try {
    const { operationId, state, applied } =
      total > AT_ONCE
        ? await changeLater(strapi, operation, { total })
        : await changeAtOnce(
            strapi,
            operation,
            deletionStep(kind, record, removalOf(strapi, kind)),
          );
    if (operationId === null) throw new Error('A deletion left no change.');
    return { data, operationId, state, applied };
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

/**
 * Takes a category or group from its contacts before Strapi deletes it, in the transaction of that: REST,
 * GraphQL and the Content Manager say when it is gone, so it is done in the request, however many they are.
 */
export async function prepareDeletion(
  strapi: Core.Strapi,
  kind: RecordKind,
  { documentId, actor }: DeletionRequest,
): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const [record] = await listNamedRecords(trx, kind, '', documentId);
    if (!record) return;
    if (await findRecordChange(trx, DELETE_KINDS[kind], documentId)) {
      // That change has recorded everybody, and may be what deletes the record just now.
      await lockNamedRecord(trx, kind, record.id, { withLinks: true });
      const left = await findMembers(trx, kind, record.id, { after: 0, limit: 1 });
      if (left.length === 0) return;
    }
    const leaveToStrapi = () => Promise.resolve();
    await changeAtOnce(
      strapi,
      operationOf(kind, record, actor),
      deletionStep(kind, record, leaveToStrapi),
    );
  });
}

/** The step of a stored deletion; null when the change does not say of what. */
export async function deletionStepOf(
  strapi: Core.Strapi,
  kind: RecordKind,
  { record }: OperationParams,
): Promise<Step | null> {
  if (!record) return null;
  const [found] = await findNamedRecords(strapi.db.connection, kind, [record.documentId]);
  return found ? deletionStep(kind, found, removalOf(strapi, kind)) : goneMeanwhile;
}

function operationOf(kind: RecordKind, record: StoredRecord, actor: Actor): NewOperation {
  const { documentId, name, description, color, createdAt } = record;
  return {
    kind: DELETE_KINDS[kind],
    actor,
    params: { record: { documentId, name, description, color, createdAt } },
  };
}

type Removal = (record: NumberedRecord) => Promise<unknown>;

/** Through Strapi, so that its webhooks tell of it. */
const removalOf =
  (strapi: Core.Strapi, kind: RecordKind): Removal =>
  ({ documentId }) =>
    strapi.documents(UIDS[kind]).delete({ documentId });

/** Somebody else has deleted it while this change was waiting, and recorded whom it was taken from. */
const goneMeanwhile: Step = () => Promise.resolve({ applied: 0, skipped: [], next: null });

/**
 * Takes the record from some of its contacts. The cursor is the row id of the last; behind the last of all the
 * record itself goes, locked, so that a cancelled deletion leaves it to those it has not come to.
 */
const deletionStep =
  (kind: RecordKind, record: NumberedRecord, remove: Removal): Step =>
  async (trx, operation, cursor) => {
    if (!(await lockNamedRecord(trx, kind, record.id, { withLinks: false }))) {
      if (cursor === 0) throw new Refusal(`${kind}.not-found`);
      return goneMeanwhile(trx, operation, cursor);
    }
    const what: MemberChange = {
      kind,
      from: record,
      change:
        kind === 'group'
          ? { kind: 'remove-from-groups', groups: [record] }
          : { kind: 'set-category', category: null },
    };
    const taken = await changeMembers(trx, operation, what, cursor);
    if (taken.last !== null) return { applied: taken.count, skipped: [], next: taken.last };
    const late = await changeLateMembers(trx, operation, what);
    await remove(record);
    return { applied: late, skipped: [], next: null };
  };
