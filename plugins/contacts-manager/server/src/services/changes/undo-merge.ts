import type { Knex } from 'knex';
import type { OperationParams, SkippedContact } from '../../../../shared/contracts/operations';
import { isLessReachable } from '../../domain/contact/status-order';
import type { BinnedContact } from '../../repositories/bin';
import { phonesOf } from '../../repositories/bin-returns';
import type { ContactSnapshot } from '../../repositories/contact-snapshots';
import { afterOf, type ValueChange } from '../../repositories/contact-values';
import type { OperationItem } from '../../repositories/operations';
import { addRedirect, findStatusSinceMerge } from '../../repositories/redirects';
import { resolveDocumentIds } from '../../repositories/selections';
import { findTaken, type WantedNumber } from '../../repositories/taken-numbers';
import { skipTaken, type Sorted } from './undo-plan';

/**
 * The two contacts of a merge part together or stay one, and become one again together or stay two: neither
 * gives up what the other does not get. Only the one that stayed, if it was changed since, keeps what it has.
 */
export async function takeTogether(
  trx: Knex,
  sorted: Sorted,
  items: readonly OperationItem[],
): Promise<Sorted> {
  const isParting = items.some(({ after }) => after === null);
  if (!isParting) return sorted.skipped.length === 0 ? sorted : leaveAlone(sorted, []);
  const taken = await findTakenOfReturns(trx, sorted);
  if (sorted.returns.length === 0 || taken.length > 0) return leaveAlone(sorted, taken);
  return { ...sorted, returns: await Promise.all(sorted.returns.map((one) => asSince(trx, one))) };
}

function leaveAlone(sorted: Sorted, taken: SkippedContact[]): Sorted {
  const others = [...sorted.writes.map(({ before }) => before), ...sorted.removals];
  const left = others.map(({ documentId, attributes: { name } }) => ({
    ...{ documentId, name, code: 'undo.together' as const },
  }));
  return {
    ...{ writes: [], removals: [], returns: [] },
    skipped: [...sorted.skipped, ...taken, ...left],
  };
}

/** Those whose numbers somebody has by now, beside what the one that stayed is about to give back. */
async function findTakenOfReturns(
  trx: Knex,
  { writes, returns }: Sorted,
): Promise<SkippedContact[]> {
  const wanted = [...writes.flatMap(numbersAfter), ...returns.flatMap(phonesOf)];
  const taken = await findTaken(trx, wanted, new Set(writes.map(({ before }) => before.id)));
  return returns
    .filter(({ id }) => taken.has(id))
    .map(({ documentId, row }) => skipTaken(documentId, row.name));
}

function numbersAfter(change: ValueChange): WantedNumber[] {
  const { primaryContact, secondaryContact } = afterOf(change);
  const contactId = change.before.id;
  return [
    { contactId, phone: primaryContact, slot: 'primary' },
    ...(secondaryContact
      ? [{ contactId, phone: secondaryContact, slot: 'secondary' as const }]
      : []),
  ];
}

/** Whoever was blocked or archived after the merge was so as the person that both stood for. */
async function asSince(trx: Knex, entry: BinnedContact): Promise<BinnedContact> {
  const since = await findStatusSinceMerge(trx, entry.id);
  return since && isLessReachable(since.contact_status, entry.row.contact_status)
    ? { ...entry, row: { ...entry.row, ...since } }
    : entry;
}

/** Of a merge that was undone and is made again: the address of the one that goes leads to the other. */
export async function leadOn(
  trx: Knex,
  removals: readonly ContactSnapshot[],
  merge: NonNullable<OperationParams['merge']>,
): Promise<void> {
  const gone = removals.find(({ documentId }) => documentId === merge.gone.documentId);
  if (!gone) return;
  const [keptId] = (await resolveDocumentIds(trx, [merge.kept.documentId])).ids;
  if (keptId !== undefined) await addRedirect(trx, gone, keptId);
}
