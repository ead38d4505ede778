import type { Knex } from 'knex';
import type {
  OperationKind,
  OperationParams,
  SkippedContact,
} from '../../../../shared/contracts/operations';
import { dialectOf } from '../../database/dialect';
import { diffAttributes, withoutEmpty } from '../../domain/changes/diff';
import { planUndo } from '../../domain/changes/plan-undo';
import { findInBin, moveToBin, takeFromBin, type BinnedContact } from '../../repositories/bin';
import { loadSnapshots, type ContactSnapshot } from '../../repositories/contact-snapshots';
import { PHONE_SLOTS } from '../../../../shared/uniqueness';
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
import { addRedirect } from '../../repositories/redirects';
import { resolveDocumentIds } from '../../repositories/selections';
import { findTaken } from '../../repositories/taken-numbers';
import type { Actor } from '../../domain/actor';
import { STEP_SIZE, type Step } from './steps';

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

/** What a step is going to do, by contact. */
interface Sorted {
  writes: ValueChange[];
  removals: ContactSnapshot[];
  returns: BinnedContact[];
  skipped: SkippedContact[];
}

/**
 * Takes contacts back to what they were before a change. The cursor is the row id of the last contact;
 * the first step also makes a deleted category or group again and marks the change as undone.
 */
export const undoStep =
  (undone: OperationRecord, actor: Actor): Step =>
  async (trx, operation, cursor) => {
    if (cursor === 0) await prepare(trx, undone, operation);
    const limit = STEP_SIZE[dialectOf(trx)];
    const items = await readItems(trx, undone.id, { after: cursor, limit });
    const last = items.at(-1);
    if (!last) return { applied: 0, skipped: [], next: null };
    const newer = await findNewer(trx, items);
    const sorted = await setTakenAside(trx, await sortItems(trx, items));
    const kept = undone.params.merge ? keepApart(sorted) : sorted;
    // Those that go free their numbers for those that stay.
    await remove(trx, kept.removals, { operation, actor, merge: undone.params.merge });
    const written = await recordWrites(trx, operation, await writeValues(trx, kept.writes));
    const returned = await bringBack(trx, operation, kept.returns);
    return {
      applied: written.changed.length + kept.removals.length + returned.ids.length,
      skipped: [...kept.skipped, ...written.skipped, ...returned.skipped],
      newer: written.changed.flatMap(({ id, documentId, attributes: { name } }) =>
        newer.has(id) ? [{ documentId, name }] : [],
      ),
      next: items.length < limit ? null : last.contactId,
    };
  };

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

/** Two contacts whose merge cannot be made again as it was stay two. */
const keepApart = (sorted: Sorted): Sorted =>
  sorted.skipped.length === 0
    ? sorted
    : {
        ...sorted,
        removals: [],
        skipped: [
          ...sorted.skipped,
          ...sorted.removals.map(({ documentId, attributes: { name } }) => ({
            documentId,
            name,
            code: 'undo.changed-since' as const,
          })),
        ],
      };

async function remove(
  trx: Knex,
  removals: ContactSnapshot[],
  by: { operation: OperationRef; actor: Actor; merge: OperationParams['merge'] },
): Promise<void> {
  const { operation, actor, merge } = by;
  await recordManyItems(trx, operation.id, removals.map(itemOfRemoval));
  await moveToBin(
    trx,
    removals.map(({ id }) => id),
    { operationId: operation.id, name: actor.name },
  );
  // Only a merge that was undone, and is made again, takes away one of the two it is about.
  const gone = removals.find(({ documentId }) => documentId === merge?.gone.documentId);
  if (!merge || !gone) return;
  const [keptId] = (await resolveDocumentIds(trx, [merge.kept.documentId])).ids;
  if (keptId !== undefined) await addRedirect(trx, gone, keptId);
}

async function prepare(trx: Knex, undone: OperationRecord, operation: OperationRef): Promise<void> {
  const { record, undoes } = undone.params;
  if (record) {
    await recreateRecord(trx, RECORD_KINDS[undone.kind] ?? 'category', record);
  }
  await markUndone(trx, undone.id, operation.id);
  // What an undo had taken back stands again once the undo itself is undone.
  const original = undoes && (await findOperation(trx, { document_id: undoes.operationId }));
  if (original) await markUndone(trx, original.id, null);
}

async function sortItems(trx: Knex, items: OperationItem[]): Promise<Sorted> {
  const ids = items.map(({ contactId }) => contactId);
  const present = new Map(
    (await loadSnapshots(trx, ids, { lock: true, relations: items.some(comparesRelations) })).map(
      (snapshot) => [snapshot.id, snapshot],
    ),
  );
  const absent = ids.filter((id) => !present.has(id));
  const binned = new Map(
    absent.length > 0
      ? (await findInBin(trx, { ids: absent })).map((entry) => [entry.id, entry])
      : [],
  );
  const sorted: Sorted = { writes: [], removals: [], returns: [], skipped: [] };
  for (const item of items) {
    const snapshot = present.get(item.contactId);
    const entry = binned.get(item.contactId);
    const plan = planUndo(snapshot?.attributes ?? null, item);
    if (plan.kind === 'write' && snapshot) {
      sorted.writes.push({ before: snapshot, values: plan.values });
    } else if (plan.kind === 'remove' && snapshot) sorted.removals.push(snapshot);
    else if (plan.kind === 'bring-back' && entry) sorted.returns.push(entry);
    else {
      sorted.skipped.push({
        documentId: snapshot?.documentId ?? entry?.documentId ?? '',
        name: snapshot?.attributes.name ?? entry?.row.name ?? nameIn(item),
        code: plan.kind === 'skip' ? plan.code : 'contact.not-in-bin',
      });
    }
  }
  return sorted;
}

/** A contact that a change made is compared whole. */
const comparesRelations = ({ before, after }: OperationItem): boolean =>
  before === null || (after !== null && ('category' in after || 'groups' in after));

const nameIn = ({ before, after }: OperationItem): string => {
  const name = after?.name ?? before?.name;
  return typeof name === 'string' ? name : '';
};

/** A number that somebody else has by now stays theirs, and its contact as it is. */
async function setTakenAside(trx: Knex, sorted: Sorted): Promise<Sorted> {
  const wanted = sorted.writes.flatMap(({ before, values }) =>
    (['primaryContact', 'secondaryContact'] as const).flatMap((field) => {
      const phone = values[field];
      return phone ? [{ contactId: before.id, phone, slot: PHONE_SLOTS[field] }] : [];
    }),
  );
  if (wanted.length === 0) return sorted;
  const leaving = new Set(sorted.removals.map(({ id }) => id));
  const taken = await findTaken(trx, wanted, leaving);
  return {
    ...sorted,
    writes: sorted.writes.filter(({ before }) => !taken.has(before.id)),
    skipped: [
      ...sorted.skipped,
      ...sorted.writes
        .filter(({ before }) => taken.has(before.id))
        .map(({ before }) => skipTaken(before.documentId, before.attributes.name)),
    ],
  };
}

const skipTaken = (documentId: string, name: string): SkippedContact => ({
  documentId,
  name,
  code: 'phone.taken',
});

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
