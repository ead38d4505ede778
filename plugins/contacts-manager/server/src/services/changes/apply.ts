import type { Core } from '@strapi/strapi';
import type { BulkAnswer } from '../../../../shared/contracts/bulk';
import { SKIPPED_LISTED, type SkippedContact } from '../../../../shared/contracts/operations';
import type { BulkChange } from '../../domain/bulk/plan-change';
import type { NewOperation } from '../../repositories/operations';
import type { ResolvedSelection } from '../../repositories/selections';
import { refusalOfDatabase } from '../../guards/database-refusal';
import { changeStep, givenIds, planStep } from './change-step';
import type { ChangeOrder } from './order';
import { changeAtOnce, changeLater, STEP_SIZE } from './steps';

function chunksOf(ids: number[]): number[][] {
  const chunks: number[][] = [];
  for (let start = 0; start < ids.length; start += STEP_SIZE) {
    chunks.push(ids.slice(start, start + STEP_SIZE));
  }
  return chunks;
}

const missingOf = ({ missing }: ResolvedSelection): SkippedContact[] =>
  missing.map((documentId) => ({ documentId, name: '', code: 'contact.not-found' }));

const operationOf = ({ kind, actor, reason, params }: ChangeOrder): NewOperation => ({
  kind,
  actor,
  reason,
  params,
});

/** Makes one change to many contacts: at once where that takes one step, off the request where it takes more. */
export async function applyChange(
  strapi: Core.Strapi,
  selection: ResolvedSelection,
  order: ChangeOrder,
): Promise<BulkAnswer> {
  const chunks = chunksOf(selection.ids);
  const already = missingOf(selection);
  const operation = operationOf(order);
  try {
    return chunks.length > 1
      ? await changeLater(strapi, operation, { total: selection.ids.length, chunks, already })
      : await changeAtOnce(
          strapi,
          operation,
          changeStep(givenIds(chunks), order.change, order.actor),
          { already, ids: selection.ids },
        );
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

/** What the same change would do, and which groups it touches. Writes and locks nothing. */
export async function previewChange(
  strapi: Core.Strapi,
  selection: ResolvedSelection,
  change: BulkChange,
): Promise<BulkAnswer> {
  const skipped = missingOf(selection);
  let skippedCount = skipped.length;
  let applied = 0;
  const touched = new Map<number, { documentId: string; name: string; count: number }>();
  for (const ids of chunksOf(selection.ids)) {
    const step = await planStep(strapi.db.connection, ids, change, {
      lock: false,
      alsoRead: ['group'],
    });
    applied += step.changed.length;
    skippedCount += step.skipped.length;
    skipped.push(...step.skipped.slice(0, Math.max(0, SKIPPED_LISTED - skipped.length)));
    for (const { id, documentId, name } of step.changed.flatMap(({ groups }) => groups)) {
      const group = touched.get(id) ?? { documentId, name, count: 0 };
      group.count += 1;
      touched.set(id, group);
    }
  }
  const groups = [...touched.values()].sort(
    (left, right) => right.count - left.count || left.name.localeCompare(right.name),
  );
  return {
    operationId: null,
    state: 'done',
    applied,
    skippedCount,
    skipped: skipped.slice(0, SKIPPED_LISTED),
    touches: { groups },
  };
}
