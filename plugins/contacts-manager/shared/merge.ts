import { NOTES_MAX } from './contact';
import { fieldError, type FieldError } from './errors';
import type { ContactStatus } from './status';

/** A category or group, with whatever else its holder knows of it. */
interface Ref {
  documentId: string;
  name: string;
}

/** What merging has to know of each of the two contacts. */
export interface MergeSide<R extends Ref = Ref> {
  name: string;
  primaryContact: string;
  secondaryContact: string | null;
  email: string | null;
  category: R | null;
  groups: R[];
  contactStatus: ContactStatus;
  statusReason: string | null;
  statusChangedAt: string | null;
  notes: string | null;
  customFields: unknown;
  lastInteractionAt: string | null;
}

/** Which value stays where the two differ. A field that is absent keeps the first contact's value, or else the other's. */
export interface MergeChoice {
  name?: string | undefined;
  primaryContact?: string | undefined;
  secondaryContact?: string | null | undefined;
  email?: string | null | undefined;
  /** documentId */
  category?: string | null | undefined;
  notes?: string | null | undefined;
  customFields?: Record<string, unknown> | undefined;
}

export type MergePlan<R extends Ref = Ref> =
  | { ok: true; values: MergeSide<R>; droppedNumbers: string[] }
  | { ok: false; errors: FieldError[] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = ({ customFields }: MergeSide): Record<string, unknown> =>
  isRecord(customFields) ? customFields : {};

/** Values of custom fields are text, numbers, truths and lists of texts; JSON tells them apart. */
export const isSameFieldValue = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

/** The numbers of both, each once, those of the first contact first. */
export const numbersOf = (...sides: Pick<MergeSide, 'primaryContact' | 'secondaryContact'>[]) => [
  ...new Set(
    sides
      .flatMap(({ primaryContact, secondaryContact }) => [primaryContact, secondaryContact])
      .filter((phone) => phone !== null),
  ),
];

/** Both notes, one below the other; null when one of them says all there is. */
export function joinNotes(first: string | null, second: string | null): string | null {
  if (!first || !second || first === second) return null;
  const joined = `${first}\n\n${second}`;
  return joined.length <= NOTES_MAX ? joined : null;
}

/** The keys of the custom fields of both, in order. */
export const fieldKeysOf = (left: MergeSide, right: MergeSide): string[] =>
  [...new Set([...Object.keys(fieldsOf(left)), ...Object.keys(fieldsOf(right))])].sort();

/**
 * A merge never makes a blocked person reachable: if one of the two is blocked, both are. Two archived
 * contacts stay archived; otherwise the one that is active counts. The reason comes along.
 */
function mergeStatus(
  kept: MergeSide,
  other: MergeSide,
): Pick<MergeSide, 'contactStatus' | 'statusReason' | 'statusChangedAt'> {
  const order = ['blocked', 'active', 'archived'] as const;
  const wins = order.indexOf(other.contactStatus) < order.indexOf(kept.contactStatus);
  const { contactStatus, statusReason, statusChangedAt } = wins ? other : kept;
  return { contactStatus, statusReason, statusChangedAt };
}

function mergeNumbers(kept: MergeSide, other: MergeSide, choice: MergeChoice) {
  const numbers = numbersOf(kept, other);
  const primaryContact = choice.primaryContact ?? kept.primaryContact;
  const free = numbers.filter((phone) => phone !== primaryContact);
  const first = [kept.secondaryContact, kept.primaryContact, ...free].find(
    (phone) => phone !== null && phone !== primaryContact,
  );
  const secondaryContact =
    choice.secondaryContact === undefined ? (first ?? null) : choice.secondaryContact;
  const errors: FieldError[] = [];
  if (!numbers.includes(primaryContact)) errors.push(fieldError(['primaryContact'], 'merge.value'));
  if (secondaryContact !== null && !numbers.includes(secondaryContact)) {
    errors.push(fieldError(['secondaryContact'], 'merge.value'));
  }
  if (secondaryContact === primaryContact) {
    errors.push(fieldError(['secondaryContact'], 'phone.same-as-primary'));
  }
  const dropped = free.filter((phone) => phone !== secondaryContact);
  return { values: { primaryContact, secondaryContact }, dropped, errors };
}

function mergeFields(kept: MergeSide, other: MergeSide, chosen: Record<string, unknown>) {
  const [left, right] = [fieldsOf(kept), fieldsOf(other)];
  const errors: FieldError[] = [];
  const entries = fieldKeysOf(kept, other).map((key): [string, unknown] => {
    const value = key in chosen ? chosen[key] : (left[key] ?? right[key]);
    if (![left[key], right[key]].some((known) => isSameFieldValue(known, value))) {
      errors.push(fieldError(['customFields', key], 'merge.value'));
    }
    return [key, value];
  });
  const unknown = Object.keys(chosen).filter((key) => !(key in left) && !(key in right));
  errors.push(...unknown.map((key) => fieldError(['customFields', key], 'merge.value')));
  const filled = entries.filter(([, value]) => value !== null && value !== undefined);
  return { value: filled.length > 0 ? Object.fromEntries(filled) : null, errors };
}

const byName = (left: Ref, right: Ref): number =>
  compare(left.name, right.name) || compare(left.documentId, right.documentId);
const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** Groups of both, by name as snapshots have them. */
const joinGroups = <R extends Ref>(kept: MergeSide<R>, other: MergeSide<R>): R[] =>
  [...new Map([...other.groups, ...kept.groups].map((group) => [group.documentId, group])).values()]
    .slice()
    .sort(byName);

const later = (left: string | null, right: string | null): string | null =>
  (left ?? '') >= (right ?? '') ? left : right;

function pick<T>(chosen: T | undefined, left: T, right: T): { value: T; isKnown: boolean } {
  const value = chosen === undefined ? (left ?? right) : chosen;
  return { value, isKnown: value === left || value === right };
}

/** What one contact out of two is. Groups are joined; the numbers that find no place are named. */
export function planMerge<R extends Ref>(
  kept: MergeSide<R>,
  other: MergeSide<R>,
  choice: MergeChoice,
): MergePlan<R> {
  const name = pick(choice.name, kept.name, other.name);
  const email = pick(choice.email, kept.email, other.email);
  const category = pick(
    choice.category,
    kept.category?.documentId ?? null,
    other.category?.documentId ?? null,
  );
  const joined = [joinNotes(kept.notes, other.notes), joinNotes(other.notes, kept.notes)];
  const notes = pick(choice.notes, joined[0] ?? kept.notes, other.notes);
  const isNoteKnown = notes.isKnown || notes.value === kept.notes || joined.includes(notes.value);
  const numbers = mergeNumbers(kept, other, choice);
  const fields = mergeFields(kept, other, choice.customFields ?? {});
  const unknown = (field: string, isKnown: boolean) =>
    isKnown ? [] : [fieldError([field], 'merge.value')];
  const errors = [
    ...unknown('name', name.isKnown),
    ...numbers.errors,
    ...unknown('email', email.isKnown),
    ...unknown('category', category.isKnown),
    ...unknown('notes', isNoteKnown),
    ...fields.errors,
  ];
  if (errors.length > 0) return { ok: false, errors };
  const values: MergeSide<R> = {
    ...mergeStatus(kept, other),
    ...numbers.values,
    name: name.value,
    email: email.value,
    category: category.value === other.category?.documentId ? other.category : kept.category,
    groups: joinGroups(kept, other),
    notes: notes.value,
    customFields: fields.value,
    lastInteractionAt: later(kept.lastInteractionAt, other.lastInteractionAt),
  };
  if (category.value === null) values.category = null;
  return { ok: true, values, droppedNumbers: numbers.dropped };
}
