import { isDeepStrictEqual } from 'node:util';
import type { SkipCode } from '../../../../shared/contracts/operations';
import { VALUES_ATTRIBUTE, valuesOver } from './diff';

type Attributes = Record<string, unknown>;

export interface RecordedItem {
  /** Null: the change made the contact. */
  before: Attributes | null;
  /** Null: the change took it away. */
  after: Attributes | null;
}

export type UndoPlan =
  | { kind: 'write'; values: Attributes }
  | { kind: 'remove' }
  | { kind: 'bring-back' }
  | { kind: 'skip'; code: SkipCode };

/** Set by message events, which are no changes: they do not make a contact "changed since". */
const NOT_COMPARED = ['lastInteractionAt'];

/**
 * How one contact is taken back to what it was before a change. A contact whose values differ from what
 * the change left was changed again since, and keeps its newer ones. `current` is null when it is gone.
 */
export function planUndo(current: Attributes | null, { before, after }: RecordedItem): UndoPlan {
  if (after === null) {
    return current === null ? { kind: 'bring-back' } : { kind: 'skip', code: 'undo.changed-since' };
  }
  if (current === null) return { kind: 'skip', code: 'contact.not-found' };
  const compared = before === null ? Object.keys(current) : Object.keys(after);
  const isChanged = compared.some(
    (key) =>
      !NOT_COMPARED.includes(key) &&
      (key === VALUES_ATTRIBUTE && before !== null
        ? !hasValues(current[key], valuesOver(after[key], before[key]))
        : !isSame(current[key], after[key])),
  );
  if (isChanged) return { kind: 'skip', code: 'undo.changed-since' };
  if (before === null) return { kind: 'remove' };
  if (!(VALUES_ATTRIBUTE in before)) return { kind: 'write', values: before };
  const earlier = valuesOver(before[VALUES_ATTRIBUTE], after[VALUES_ATTRIBUTE]);
  return {
    kind: 'write',
    values: { ...before, [VALUES_ATTRIBUTE]: withValues(current[VALUES_ATTRIBUTE], earlier) },
  };
}

/** A change of one custom field does not mind that others have changed since. */
function hasValues(current: unknown, expected: Attributes): boolean {
  const present = valuesOver(current, expected);
  return Object.entries(expected).every(([key, value]) => isSame(present[key], value));
}

/** Null takes a value away. */
function withValues(current: unknown, values: Attributes): Attributes | null {
  const merged = { ...valuesOver(current, null), ...values };
  const kept = Object.entries(merged).filter(([, value]) => value !== null);
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const isRef = (value: unknown): value is { documentId: string } =>
  typeof value === 'object' && value !== null && 'documentId' in value;

/** Categories and groups are the same whatever they are called by now. */
function identityOf(value: unknown): unknown {
  if (isRef(value)) return value.documentId;
  if (!Array.isArray(value)) return value;
  return value.map(identityOf).sort();
}

const isSame = (left: unknown, right: unknown): boolean =>
  (isEmpty(left) && isEmpty(right)) || isDeepStrictEqual(identityOf(left), identityOf(right));
