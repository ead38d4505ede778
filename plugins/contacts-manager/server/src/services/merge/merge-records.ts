import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { BulkAnswer } from '../../../../shared/contracts/bulk';
import type { OperationParams, RecordRef } from '../../../../shared/contracts/operations';
import { fieldError, refuseFields, Refusal } from '../../../../shared/errors';
import { dialectOf } from '../../database/dialect';
import type { Actor } from '../../domain/actor';
import type { BulkChange, NumberedRecord } from '../../domain/bulk/plan-change';
import { refusalOfDatabase } from '../../guards/database-refusal';
import { writeChange } from '../../repositories/bulk-writes';
import type { RecordKind } from '../../repositories/contact-predicate';
import {
  deleteNamedRecord,
  findMembers,
  findNamedRecords,
  listNamedRecords,
  lockNamedRecord,
} from '../../repositories/named-records';
import { recordManyItems } from '../../repositories/operation-items';
import type { NewOperation, OperationRef } from '../../repositories/operations';
import { countMembers, sumOf } from '../../repositories/tallies';
import { moveInViews } from '../../repositories/view-moves';
import { planStep } from '../changes/change-step';
import { AT_ONCE, changeAtOnce, changeLater, STEP_SIZE, type Step } from '../changes/steps';

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
    const moved = await moveMembers(trx, operation, kind, { ...merged, after: cursor });
    if (moved.last !== null) return { applied: moved.count, skipped: [], next: moved.last };
    await lockNamedRecord(trx, kind, merged.from.id, { withLinks: true });
    let late = 0;
    for (let after = 0; ;) {
      const { count, last } = await moveMembers(trx, operation, kind, { ...merged, after });
      late += count;
      if (last === null) break;
      after = last;
    }
    await moveInViews(trx, kind, move, 'end');
    await deleteNamedRecord(trx, kind, merged.from.id);
    return { applied: late, skipped: [], next: null };
  };

async function moveMembers(
  trx: Knex,
  operation: OperationRef,
  kind: RecordKind,
  { from, into, after }: Merged & { after: number },
): Promise<{ count: number; last: number | null }> {
  const ids = await findMembers(trx, kind, from.id, { after, limit: STEP_SIZE[dialectOf(trx)] });
  const last = ids.at(-1);
  if (last === undefined) return { count: 0, last: null };
  const change: BulkChange =
    kind === 'group'
      ? { kind: 'move-to-group', fromGroups: [from], groups: [into] }
      : { kind: 'set-category', category: into };
  const { items, changed } = await planStep(trx, ids, change, { lock: true });
  // Whoever lost it before the lock was ours is not to get the other one.
  const members = changed
    .filter(({ groups, category }) =>
      (kind === 'group' ? groups : [category]).some((has) => has?.id === from.id),
    )
    .map(({ id }) => id);
  const isMember = new Set(members);
  await writeChange(trx, members, change);
  await recordManyItems(
    trx,
    operation.id,
    items.filter(({ contactId }) => isMember.has(contactId)),
  );
  return { count: members.length, last };
}
