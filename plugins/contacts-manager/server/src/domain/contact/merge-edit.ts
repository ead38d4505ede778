import { isDeepStrictEqual } from 'node:util';

/** Fields of the form, relations by documentId; custom fields by key. Absent means "not mentioned". */
export interface EditValues {
  name?: string | undefined;
  primaryContact?: string | undefined;
  secondaryContact?: string | null | undefined;
  email?: string | null | undefined;
  category?: string | null | undefined;
  groups?: readonly string[] | undefined;
  notes?: string | null | undefined;
  customFields?: Record<string, unknown> | null | undefined;
}

/** Where a value stands: `['email']`, `['customFields', 'city']`. */
export type FieldPath = [string] | [string, string];

export interface MergedEdit {
  /** Sent, and changed by somebody else to something else. */
  conflicts: FieldPath[];
  /** Changed by somebody else and kept. */
  meanwhile: FieldPath[];
  /** The complete list to be stored; undefined when groups were not sent. */
  groups: string[] | undefined;
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

const isSame = (one: unknown, other: unknown): boolean =>
  (isEmpty(one) && isEmpty(other)) || isDeepStrictEqual(one, other);

const isSameSet = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  isDeepStrictEqual(one.toSorted(), other.toSorted());

/** What is mentioned, but for groups, each custom field a value of its own. */
function mentioned({ customFields, ...fields }: EditValues): [FieldPath, unknown][] {
  const all: [string, unknown][] = Object.entries(fields);
  const own = all.filter(([field, value]) => field !== 'groups' && value !== undefined);
  return [
    ...own.map(([field, value]): [FieldPath, unknown] => [[field], value]),
    ...Object.entries(customFields ?? {}).map(([key, value]): [FieldPath, unknown] => [
      ['customFields', key],
      value,
    ]),
  ];
}

const nameOf = (path: FieldPath): string => JSON.stringify(path);

/**
 * Three versions of a contact become one: what the editor saw (`base`), what is stored by now and what the
 * editor sends, all normalised. Groups are sets, so that what two people add and take away always fits together.
 */
export function mergeEdit(stored: EditValues, base: EditValues, sent: EditValues): MergedEdit {
  const storedOf = new Map(mentioned(stored).map(([path, value]) => [nameOf(path), value]));
  const sentOf = new Map(mentioned(sent).map(([path, value]) => [nameOf(path), value]));
  const conflicts: FieldPath[] = [];
  const meanwhile: FieldPath[] = [];
  for (const [path, seen] of mentioned(base)) {
    const name = nameOf(path);
    const now = storedOf.get(name);
    if (isSame(now, seen)) continue;
    if (!sentOf.has(name)) meanwhile.push(path);
    else if (!isSame(now, sentOf.get(name))) conflicts.push(path);
  }
  if (base.groups && !isSameSet(stored.groups, base.groups)) meanwhile.push(['groups']);
  return { conflicts, meanwhile, groups: mergeGroups(stored.groups, base.groups, sent.groups) };
}

function mergeGroups(
  stored: readonly string[] = [],
  base: readonly string[] | undefined,
  sent: readonly string[] | undefined,
): string[] | undefined {
  if (!sent || !base) return sent && [...sent];
  const removed = base.filter((group) => !sent.includes(group));
  const added = sent.filter((group) => !base.includes(group) && !stored.includes(group));
  return [...stored.filter((group) => !removed.includes(group)), ...added];
}

type Attributes = Record<string, unknown> | null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function valueAt(attributes: Attributes, [field, key]: FieldPath): unknown {
  const value = attributes?.[field];
  if (key === undefined) return value;
  return isRecord(value) ? value[key] : undefined;
}

/** The first of these changes, which come newest first, that touched a field. */
export const lastChangeOf = <Change extends { before: Attributes; after: Attributes }>(
  path: FieldPath,
  changes: readonly Change[],
): Change | undefined =>
  changes.find(({ before, after }) => !isSame(valueAt(before, path), valueAt(after, path)));
