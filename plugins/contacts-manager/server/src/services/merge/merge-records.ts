import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { BulkAnswer } from '../../../../shared/contracts/bulk';
import type { OperationParams, RecordRef } from '../../../../shared/contracts/operations';
import { fieldError, refuseFields, Refusal } from '../../../../shared/errors';
import type { Actor } from '../../domain/actor';
import type { NumberedRecord } from '../../domain/bulk/plan-change';
import { refusalOfDatabase } from '../../guards/database-refusal';
import type { RecordKind } from '../../repositories/contact-predicate';
import {
  deleteNamedRecord,
  findNamedRecords,
  listNamedRecords,
  lockNamedRecord,
} from '../../repositories/named-records';
import type { NewOperation } from '../../repositories/operations';
import { countMembers, sumOf } from '../../repositories/tallies';
import { moveInViews } from '../../repositories/view-moves';
import { changeLateMembers, changeMembers, type MemberChange } from '../changes/change-members';
import { AT_ONCE, changeAtOnce, changeLater, type Step } from '../changes/steps';

export const MERGE_KINDS = { group: 'merge-groups', category: 'merge-categories' } as const;

/** Two categories or groups become one: every contact of the first moves to the second, and the first goes. */
export async function mergeRecords(
  strapi: Core.Strapi,
  kind: RecordKind,
  request: { documentId: string; into: string; actor: Actor },
): Promise<BulkAnswer> {
  const { documentId, into: target, actor } = request;
  if (documentId === target) throw refuseFields([fieldError(['into'], 'merge.same')]);
  const knex = strapi.db.connection;
  const [record] = await listNamedRecords(knex, kind, '', documentId);
  const [into] = await findNamedRecords(knex, kind, [target]);
  if (!record) throw new Refusal(`${kind}.not-found`);
  if (!into) throw refuseFields([fieldError(['into'], `${kind}.not-found`)]);
  const { name, description, color, createdAt } = record;
  const operation: NewOperation = {
    kind: MERGE_KINDS[kind],
    actor,
    params: {
      record: { documentId, name, description, color, createdAt },
      into: { documentId: into.documentId, name: into.name },
    },
  };
  const members = await countMembers(knex, kind, [record.id]);
  const counts = members.get(record.id);
  const total = counts ? sumOf(counts) : 0;
  try {
    return total > AT_ONCE
      ? await changeLater(strapi, operation, { total })
      : await changeAtOnce(strapi, operation, mergeStep(kind, { from: record, into }));
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

/** The step of a stored merge; null when one of the two is not there any more. */
export async function mergeStepOf(
  knex: Knex,
  kind: RecordKind,
  { record, into }: OperationParams,
): Promise<Step | null> {
  if (!record || !into) return null;
  const refs: RecordRef[] = [record, into];
  const [from, target] = await findNamedRecords(
    knex,
    kind,
    refs.map(({ documentId }) => documentId),
  );
  return from && target ? mergeStep(kind, { from, into: target }) : null;
}

interface Merged {
  from: NumberedRecord;
  into: NumberedRecord;
}

/**
 * Moves some members. The cursor is the row id of the last; behind the last of all, the record goes, locked,
 * after those who came to it in the meantime.
 */
const mergeStep =
  (kind: RecordKind, merged: Merged): Step =>
  async (trx, operation, cursor) => {
    // Two people can merge one record into different ones.
    if (!(await lockNamedRecord(trx, kind, merged.from.id, { withLinks: false }))) {
      throw new Refusal(`${kind}.not-found`);
    }
    const move = { from: merged.from.documentId, into: merged.into.documentId };
    if (cursor === 0) await moveInViews(trx, kind, move, 'begin');
    const what = membersOf(kind, merged);
    const moved = await changeMembers(trx, operation, what, cursor);
    if (moved.last !== null) return { applied: moved.count, skipped: [], next: moved.last };
    const late = await changeLateMembers(trx, operation, what);
    await moveInViews(trx, kind, move, 'end');
    await deleteNamedRecord(trx, kind, merged.from.id);
    return { applied: late, skipped: [], next: null };
  };

const membersOf = (kind: RecordKind, { from, into }: Merged): MemberChange => ({
  kind,
  from,
  change:
    kind === 'group'
      ? { kind: 'move-to-group', fromGroups: [from], groups: [into] }
      : { kind: 'set-category', category: into },
});
