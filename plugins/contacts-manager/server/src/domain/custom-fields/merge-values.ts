import { isDeepStrictEqual } from 'node:util';
import {
  readFieldValue,
  type CustomField,
  type FieldValue,
} from '../../../../shared/custom-fields';
import { fieldError, type ErrorCode, type FieldError } from '../../../../shared/errors';

/** Values by key as they are stored; those of deleted fields are still among them. */
export type StoredFieldValues = Record<string, unknown>;

export interface FieldContext {
  definitions: readonly CustomField[];
  /** What the contact holds; null for a new contact. */
  stored: StoredFieldValues | null;
}

export interface MergedFieldValues {
  /** Null when there is none left. */
  values: StoredFieldValues | null;
  errors: FieldError[];
}

const ATTRIBUTE = 'customFields';
const problemAt = (key: string, code: ErrorCode) => fieldError([ATTRIBUTE, key], code);

/**
 * What `customFields` of a contact becomes: keys that are not mentioned keep their value, null or a blank one clears
 * it. A value that equals the stored one stays even if it could not be written today, because the Content Manager
 * sends back all there is, values of deleted fields and options included.
 */
export function mergeFieldValues(sent: unknown, context: FieldContext): MergedFieldValues {
  const { definitions, stored } = context;
  const merged = new Map(Object.entries(stored ?? {}));
  const mentioned = mentionedValues(sent, context);
  const errors: FieldError[] = [];
  for (const [key, value] of mentioned) {
    if (merged.has(key) && isDeepStrictEqual(merged.get(key), value)) continue;
    const definition = definitions.find((one) => one.key === key);
    const reading = definition
      ? readFieldValue(definition, value)
      : ({ ok: false, code: 'field.unknown' } as const);
    if (!reading.ok) errors.push(problemAt(key, reading.code));
    else if (reading.value !== null) merged.set(key, reading.value);
    else if (definition?.required && (stored === null || merged.has(key))) {
      errors.push(problemAt(key, 'field.required'));
    } else merged.delete(key);
  }
  if (stored === null) {
    const filled = fillIn(definitions, new Set(mentioned.keys()));
    filled.values.forEach((value, key) => merged.set(key, value));
    errors.push(...filled.missing.map((key) => problemAt(key, 'field.required')));
  }
  return { values: merged.size > 0 ? Object.fromEntries(merged) : null, errors };
}

/** Null instead of an object means no value for any field there is. */
function mentionedValues(sent: unknown, { definitions, stored }: FieldContext) {
  if (sent === null && stored !== null) {
    return new Map<string, unknown>(
      definitions.filter(({ key }) => Object.hasOwn(stored, key)).map(({ key }) => [key, null]),
    );
  }
  return new Map<string, unknown>(typeof sent === 'object' ? Object.entries(sent ?? {}) : []);
}

/** What a new contact gets in the fields that nobody mentioned, and which of them it may not go without. */
export function fillIn(
  definitions: readonly CustomField[],
  mentioned: ReadonlySet<string>,
): { values: Map<string, FieldValue>; missing: string[] } {
  const values = new Map<string, FieldValue>();
  const missing: string[] = [];
  for (const { key, defaultValue, required } of definitions) {
    if (mentioned.has(key)) continue;
    if (defaultValue !== null) values.set(key, defaultValue);
    else if (required) missing.push(key);
  }
  return { values, missing };
}
