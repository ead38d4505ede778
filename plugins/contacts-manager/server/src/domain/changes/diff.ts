import { isDeepStrictEqual } from 'node:util';

type Attributes = Record<string, unknown>;

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** The attributes that differ, as they were and as they are; null when nothing changed. */
export function diffAttributes(
  before: Attributes,
  after: Attributes,
): { before: Attributes; after: Attributes } | null {
  const changed = Object.keys(after).filter((key) => !isDeepStrictEqual(before[key], after[key]));
  if (changed.length === 0) return null;
  const pick = (source: Attributes) =>
    Object.fromEntries(changed.map((key) => [key, source[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}

/** A new record as operations keep it: without what is empty. */
export const withoutEmpty = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => !isEmpty(value)));
