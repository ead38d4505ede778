import { slotsConflict, type PhoneSlot, type Uniqueness } from '../../../../shared/uniqueness';
import type { Claims } from './claims';
import type { CheckedRow, DirectoryEntry, ImportPolicy } from './types';

/** Everybody who has a number, in either slot. */
export type Directory = ReadonlyMap<string, readonly DirectoryEntry[]>;

export function indexByPhone(entries: readonly DirectoryEntry[]): Directory {
  const directory = new Map<string, DirectoryEntry[]>();
  for (const entry of entries) {
    const known = directory.get(entry.phone);
    if (known) known.push(entry);
    else directory.set(entry.phone, [entry]);
  }
  return directory;
}

/** A contact other than the row's own that excludes the number in this slot. */
export const findExcluding = (
  entries: readonly DirectoryEntry[] | undefined,
  match: DirectoryEntry | undefined,
  slot: PhoneSlot,
  uniqueness: Uniqueness,
): DirectoryEntry | undefined =>
  entries?.find(
    (entry) => entry.contactId !== match?.contactId && slotsConflict(uniqueness, slot, entry.slot),
  );

/**
 * Whether a row would make its secondary number a shared one: somebody else has it, in the directory or in
 * a row before. Under the setting `any` that is a problem and not a question.
 */
export function sharesSecondary(
  { primaryContact, secondaryContact }: CheckedRow,
  match: DirectoryEntry | undefined,
  directory: Directory,
  { claims, policy: { uniqueness } }: { claims: Claims; policy: ImportPolicy },
): boolean {
  if (uniqueness === 'any' || !secondaryContact || secondaryContact === primaryContact)
    return false;
  // What the contact has already is no news.
  if (secondaryContact === match?.secondaryContact) return false;
  return (
    findExcluding(directory.get(secondaryContact), match, 'secondary', 'any') !== undefined ||
    claims.rowOf(secondaryContact, 'secondary', 'any') !== undefined
  );
}
