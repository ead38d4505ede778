import type { Knex } from 'knex';
import type { SkippedContact } from '../../../../shared/contracts/operations';
import { PHONE_SLOTS } from '../../../../shared/uniqueness';
import { planUndo } from '../../domain/changes/plan-undo';
import { findInBin, type BinnedContact } from '../../repositories/bin';
import { loadSnapshots, type ContactSnapshot } from '../../repositories/contact-snapshots';
import type { ValueChange } from '../../repositories/contact-values';
import type { OperationItem } from '../../repositories/operations';
import { findTaken } from '../../repositories/taken-numbers';

/** What a step of an undo is going to do, by contact. */
export interface Sorted {
  writes: ValueChange[];
  removals: ContactSnapshot[];
  returns: BinnedContact[];
  skipped: SkippedContact[];
}

/** How each contact of these items is taken back. */
export async function sortItems(trx: Knex, items: OperationItem[]): Promise<Sorted> {
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
export async function setTakenAside(trx: Knex, sorted: Sorted): Promise<Sorted> {
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

export const skipTaken = (documentId: string, name: string): SkippedContact => ({
  documentId,
  name,
  code: 'phone.taken',
});
