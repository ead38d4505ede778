import type { Knex } from 'knex';
import type { OperationKind } from '../../../../shared/contracts/operations';
import type { Stage } from '../../domain/list/record-moves';
import type { RecordKind } from '../../repositories/contact-predicate';
import { findOperation, type OperationRecord } from '../../repositories/operation-records';
import { moveBackInViews, moveInViews } from '../../repositories/view-moves';

const MERGED: Partial<Record<OperationKind, RecordKind>> = {
  'merge-groups': 'group',
  'merge-categories': 'category',
};

/** Saved views follow when a merge of categories or groups is undone, and when that is undone in turn. */
export async function moveViews(trx: Knex, undone: OperationRecord, stage: Stage): Promise<void> {
  const kind = MERGED[undone.params.undoes?.kind ?? undone.kind];
  if (!kind) return;
  let merge: OperationRecord | null = undone;
  let isBack = true;
  while (merge?.params.undoes) {
    merge = await findOperation(trx, { document_id: merge.params.undoes.operationId });
    isBack = !isBack;
  }
  const { record, into } = merge?.params ?? {};
  if (!record || !into) return;
  const move = { from: record.documentId, into: into.documentId };
  await (isBack ? moveBackInViews(trx, move, stage) : moveInViews(trx, kind, move, stage));
}
