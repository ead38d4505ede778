import { fieldError, type FieldError } from '../../../../shared/errors';
import type { ContactSource } from '../../../../shared/contact';

/** Attributes that only a status change or the creating path may set. */
export const PROTECTED_ATTRIBUTES = [
  'contactStatus',
  'statusReason',
  'statusChangedAt',
  'source',
] as const;
export type ProtectedAttribute = (typeof PROTECTED_ATTRIBUTES)[number];
export type ProtectedValues = Record<ProtectedAttribute, unknown>;

/** Equal as stored: dates by instant, '' and undefined as null. */
const canonical = (attribute: ProtectedAttribute, value: unknown): unknown => {
  if (value === null || value === undefined || value === '') return null;
  if (
    attribute === 'statusChangedAt' &&
    (typeof value === 'string' || typeof value === 'number' || value instanceof Date)
  ) {
    const instant = new Date(value).getTime();
    return Number.isNaN(instant) ? value : instant;
  }
  return value;
};

/** What a new contact has when nothing is said; `source` may also be named as the path will set it. */
const acceptedOnCreate = (source: ContactSource): Record<ProtectedAttribute, unknown[]> => ({
  contactStatus: ['active', null],
  statusReason: [null],
  statusChangedAt: [null],
  source: ['manual', source, null],
});

/**
 * The Content Manager sends every column back on each save, so equal values are fine and only
 * different ones are refused (`status.direct-write`).
 */
export function findDirectWrites(
  data: Record<string, unknown>,
  stored: ProtectedValues | null,
  source: ContactSource,
): FieldError[] {
  const onCreate = acceptedOnCreate(source);
  return PROTECTED_ATTRIBUTES.filter((attribute) => {
    if (data[attribute] === undefined) return false;
    const accepted = stored ? [stored[attribute]] : onCreate[attribute];
    const sent = canonical(attribute, data[attribute]);
    return !accepted.some((value) => canonical(attribute, value) === sent);
  }).map((attribute) => fieldError([attribute], 'status.direct-write'));
}
