import { isDeepStrictEqual } from 'node:util';

type Attributes = Record<string, unknown>;

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const isValues = (value: unknown): value is Attributes =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values by key, of which a change records those that differ; a key without a value has null. */
export const VALUES_ATTRIBUTE = 'customFields';

/** Every key that either side has, with its value on this side. */
export const valuesOver = (values: unknown, others: unknown): Attributes => {
  const [own, other] = [values, others].map((side) => (isValues(side) ? side : {}));
  return Object.fromEntries(
    Object.keys({ ...own, ...other }).map((key) => [
      key,
      own && Object.hasOwn(own, key) ? (own[key] ?? null) : null,
    ]),
  );
};

function pickDifferent(before: Attributes, after: Attributes) {
  const changed = Object.keys(after).filter((key) => !isDeepStrictEqual(before[key], after[key]));
  const pick = (source: Attributes) =>
    Object.fromEntries(changed.map((key) => [key, source[key] ?? null]));
  return changed.length > 0 ? { before: pick(before), after: pick(after) } : null;
}

/** The attributes that differ, as they were and as they are, custom fields one by one; null when nothing changed. */
export function diffAttributes(
  before: Attributes,
  after: Attributes,
): { before: Attributes; after: Attributes } | null {
  const { [VALUES_ATTRIBUTE]: valuesAfter, ...scalarsAfter } = after;
  const valuesBefore = before[VALUES_ATTRIBUTE];
  const scalars = pickDifferent(before, scalarsAfter);
  const values =
    VALUES_ATTRIBUTE in after
      ? pickDifferent(valuesOver(valuesBefore, valuesAfter), valuesOver(valuesAfter, valuesBefore))
      : null;
  if (!values) return scalars;
  return {
    before: { ...scalars?.before, [VALUES_ATTRIBUTE]: values.before },
    after: { ...scalars?.after, [VALUES_ATTRIBUTE]: values.after },
  };
}

/** A new record as operations keep it: without what is empty. */
export const withoutEmpty = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => !isEmpty(value)));
