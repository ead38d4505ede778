import type { Knex } from 'knex';
import type { OperationKind, SkippedContact } from '../../../../shared/contracts/operations';
import { dialectOf } from '../../database/dialect';
import { diffAttributes, withoutEmpty } from '../../domain/changes/diff';
import { moveToBin, type BinnedContact } from '../../repositories/bin';
import { takeFromBin } from '../../repositories/bin-returns';
import { loadSnapshots, type ContactSnapshot } from '../../repositories/contact-snapshots';
import type { RecordKind } from '../../repositories/contact-predicate';
import { afterOf, writeValues, type ValueChange } from '../../repositories/contact-values';
import { recreateRecord } from '../../repositories/named-records';
import { recordManyItems } from '../../repositories/operation-items';
import { countChanges, readItems, type NumberedItem } from '../../repositories/operation-parts';
import {
  findOperation,
  markUndone,
  type OperationRecord,
} from '../../repositories/operation-records';
import type { OperationItem, OperationRef } from '../../repositories/operations';
import type { Actor } from '../../domain/actor';
import { STEP_SIZE, type Step, type StepOutcome } from './steps';
import { leadOn, takeTogether } from './undo-merge';
import { setTakenAside, skipTaken, sortItems } from './undo-plan';
import { moveViews } from './undo-views';

/** The step of a stored undo; null when what it undoes is not there any more. */
export async function undoStepOf(knex: Knex, undo: OperationRecord): Promise<Step | null> {
  const { undoes } = undo.params;
  const undone = undoes && (await findOperation(knex, { document_id: undoes.operationId }));
  return undone ? undoStep(undone, undo.actor) : null;
}

const RECORD_KINDS: Partial<Record<OperationKind, RecordKind>> = {
  'delete-group': 'group',
  'merge-groups': 'group',
  'delete-category': 'category',
  'merge-categories': 'category',
};

/**
 * Takes contacts back to what they were before a change. The cursor is the row id of the last contact;
 * the first step also makes a deleted category or group again.
 */
export const undoStep =
  (undone: OperationRecord, actor: Actor): Step =>
  async (trx, operation, cursor) => {
    const isMore = cursor === 0 && (await prepare(trx, undone));
    const outcome = await undoSome(trx, operation, { undone, actor, after: cursor });
    if (outcome.next === null) await moveViews(trx, undone, 'end');
    return { ...outcome, isMore };
  };

async function undoSome(
  trx: Knex,
  operation: OperationRef,
  { undone, actor, after }: { undone: OperationRecord; actor: Actor; after: number },
): Promise<StepOutcome> {
  const limit = STEP_SIZE[dialectOf(trx)];
  const items = await readItems(trx, undone.id, { after, limit });
  const last = items.at(-1);
  if (!last) return { applied: 0, skipped: [], next: null };
  const newer = await findNewer(trx, items);
  const { merge } = undone.params;
  const found = await setTakenAside(trx, await sortItems(trx, items));
  const sorted = merge ? await takeTogether(trx, found, items) : found;
  // Those that go free their numbers for those that stay.
  await remove(trx, operation, sorted.removals, actor);
  const written = await recordWrites(trx, operation, await writeValues(trx, sorted.writes));
  if (merge) await leadOn(trx, sorted.removals, merge);
  const returned = await bringBack(trx, operation, sorted.returns);
  return {
    applied: written.changed.length + sorted.removals.length + returned.ids.length,
    skipped: [...sorted.skipped, ...written.skipped, ...returned.skipped],
    newer: written.changed.flatMap(({ id, documentId, attributes: { name } }) =>
      newer.has(id) ? [{ documentId, name }] : [],
    ),
    next: items.length < limit ? null : last.contactId,
  };
}

/** Contacts that were changed again since in any way. Those an undo can take back all the same keep what is newer. */
async function findNewer(trx: Knex, items: NumberedItem[]): Promise<Set<number>> {
  const changes = await countChanges(
    trx,
    items.map(({ contactId }) => contactId),
  );
  return new Set(
    items
      .filter(({ contactId, number }) => (changes.get(contactId) ?? 0) > number)
      .map(({ contactId }) => contactId),
  );
}

async function remove(
  trx: Knex,
  operation: OperationRef,
  removals: ContactSnapshot[],
  actor: Actor,
): Promise<void> {
  await recordManyItems(trx, operation.id, removals.map(itemOfRemoval));
  await moveToBin(
    trx,
    removals.map(({ id }) => id),
    { operationId: operation.id, name: actor.name },
  );
}

/** Whether a category or group was made again. */
async function prepare(trx: Knex, undone: OperationRecord): Promise<boolean> {
  const { record, undoes } = undone.params;
  const kind = RECORD_KINDS[undone.kind];
  const isMade = record && kind ? await recreateRecord(trx, kind, record) : false;
  await moveViews(trx, undone, 'begin');
  // What an undo had taken back stands again once the undo itself is undone.
  const original = undoes && (await findOperation(trx, { document_id: undoes.operationId }));
  if (original) await markUndone(trx, original.id, null);
  return isMade;
}

/** Out of the bin, with history. */
export async function bringBack(
  trx: Knex,
  operation: OperationRef,
  entries: BinnedContact[],
): Promise<{ ids: number[]; skipped: SkippedContact[] }> {
  const taken = await takeFromBin(trx, entries);
  const ids = entries.filter(({ id }) => !taken.has(id)).map(({ id }) => id);
  const snapshots = await loadSnapshots(trx, ids);
  await recordManyItems(
    trx,
    operation.id,
    snapshots.map(({ id, attributes }) => ({
      contactId: id,
      before: null,
      after: withoutEmpty(attributes),
    })),
  );
  const skipped = entries
    .filter(({ id }) => taken.has(id))
    .map(({ documentId, row }) => skipTaken(documentId, row.name));
  return { ids, skipped };
}

/** History says what contacts came to have: a group that is gone by now is in none of them. */
async function recordWrites(
  trx: Knex,
  operation: OperationRef,
  writes: ValueChange[],
): Promise<{ changed: ContactSnapshot[]; skipped: SkippedContact[] }> {
  const items: OperationItem[] = [];
  const changed: ContactSnapshot[] = [];
  const skipped: SkippedContact[] = [];
  for (const write of writes) {
    const { before } = write;
    const diff = diffAttributes(before.attributes, afterOf(write));
    if (diff) {
      items.push({ contactId: before.id, ...diff });
      changed.push(before);
    } else {
      const { name } = before.attributes;
      skipped.push({ documentId: before.documentId, name, code: 'group.not-found' });
    }
  }
  await recordManyItems(trx, operation.id, items);
  return { changed, skipped };
}

const itemOfRemoval = ({ id, attributes }: ContactSnapshot): OperationItem => ({
  contactId: id,
  before: withoutEmpty(attributes),
  after: null,
});
