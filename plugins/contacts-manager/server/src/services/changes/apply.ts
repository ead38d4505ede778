import type { Core } from '@strapi/strapi';
import type { BulkAnswer } from '../../../../shared/contracts/bulk';
import { SKIPPED_LISTED, type SkippedContact } from '../../../../shared/contracts/operations';
import { dialectOf, giveWay, type Dialect } from '../../database/dialect';
import type { BulkChange } from '../../domain/bulk/plan-change';
import type { NewOperation } from '../../repositories/operations';
import type { ResolvedSelection } from '../../repositories/selections';
import { refusalOfDatabase } from '../../guards/database-refusal';
import { changeStep, givenIds, planStep } from './change-step';
import type { ChangeOrder } from './order';
import { AT_ONCE, changeAtOnce, changeLater, STEP_SIZE } from './steps';

function chunksOf(ids: number[], dialect: Dialect): number[][] {
  const size = STEP_SIZE[dialect];
  const chunks: number[][] = [];
  for (let start = 0; start < ids.length; start += size) {
    chunks.push(ids.slice(start, start + size));
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

/** Makes one change to many contacts: at once up to a thousand, off the request from there. */
export async function applyChange(
  strapi: Core.Strapi,
  selection: ResolvedSelection,
  order: ChangeOrder,
): Promise<BulkAnswer> {
  const chunks = chunksOf(selection.ids, dialectOf(strapi.db.connection));
  const already = missingOf(selection);
  const operation = operationOf(order);
  try {
    return selection.ids.length > AT_ONCE
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
  const knex = strapi.db.connection;
  const dialect = dialectOf(knex);
  for (const ids of chunksOf(selection.ids, dialect)) {
    await giveWay(dialect);
    const step = await planStep(knex, ids, change, {
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
