import type { Knex } from 'knex';
import type { Actor } from '../domain/actor';
import { planChange, type BulkChange, type NumberedRecord } from '../domain/bulk/plan-change';
import { loadSubjects } from '../repositories/bulk-subjects';
import { findMembers, listNamedRecords } from '../repositories/named-records';
import { recordManyItems } from '../repositories/operation-items';
import { createOperation, finishOperation } from '../repositories/operations';

/** Contacts read and recorded at a time. */
const CHUNK = 2_000;

const KINDS = {
  'api::category.category': 'category',
  'api::group.group': 'group',
} as const;
export type NamedRecordUid = keyof typeof KINDS;

/**
 * Records what the deletion of a category or group takes from its contacts. Call it before the deletion,
 * in its transaction; the links go with the record.
 */
export async function recordNamedRecordDeletion(
  trx: Knex,
  { uid, documentId, actor }: { uid: NamedRecordUid; documentId: string; actor: Actor },
): Promise<void> {
  const kind = KINDS[uid];
  const [record] = await listNamedRecords(trx, kind, '', documentId);
  if (!record) return;
  const { name, description, color } = record;
  const operation = await createOperation(trx, {
    kind: `delete-${kind}`,
    actor,
    params: { record: { documentId, name, description, color } },
  });
  const applied = await recordMembers(trx, operation.id, kind, record);
  await finishOperation(trx, operation.id, { applied, skipped: 0 });
}

async function recordMembers(
  trx: Knex,
  operationId: number,
  kind: 'category' | 'group',
  record: NumberedRecord,
): Promise<number> {
  const change: BulkChange =
    kind === 'group'
      ? { kind: 'remove-from-groups', groups: [record] }
      : { kind: 'set-category', category: null };
  let applied = 0;
  for (let after = 0; ;) {
    const ids = await findMembers(trx, kind, record.id, { after, limit: CHUNK });
    const last = ids.at(-1);
    if (last === undefined) return applied;
    const subjects = await loadSubjects(trx, ids, { lock: false, relations: [kind] });
    const items = subjects.flatMap((subject) => {
      const planned = planChange(subject, change);
      if (!planned.ok) return [];
      return [{ contactId: subject.id, before: planned.before, after: planned.after }];
    });
    await recordManyItems(trx, operationId, items);
    applied += items.length;
    after = last;
  }
}
