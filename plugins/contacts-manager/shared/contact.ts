import { z } from 'zod';
import type { ErrorCode } from './errors';
import { cleanName, isName, storableText } from './text';

export const CONTACT_SOURCES = ['manual', 'import', 'api', 'inbound'] as const;
export type ContactSource = (typeof CONTACT_SOURCES)[number];

export const NOTES_MAX = 10_000;
export const EMAIL_MAX = 254;

/** zod messages are codes of `errors.ts`; the edge and the screens translate them. */
const coded = (code: ErrorCode) => ({ error: code });

export const nameSchema = z
  .string(coded('name.invalid'))
  .transform(cleanName)
  .refine(isName, coded('name.invalid'));

/** Empty text means no address. Stored lower-case. */
export const emailSchema = z
  .string(coded('email.invalid'))
  .nullish()
  .transform((value) => (value ?? '').trim().toLowerCase() || null)
  .pipe(z.email(coded('email.invalid')).max(EMAIL_MAX, coded('email.invalid')).nullable());

/** Line breaks are stored as the newline alone: spreadsheets and browsers write them in three ways. */
const cleanNotes = (notes: string): string => storableText(notes).replace(/\r\n?/g, '\n').trim();

export const notesSchema = z
  .string(coded('notes.invalid'))
  .nullish()
  .transform((value) => cleanNotes(value ?? '') || null)
  .refine((value) => value === null || value.length <= NOTES_MAX, coded('notes.invalid'));

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Zero and half a surrogate pair, which no database stores, in JSON's spelling of them. */
const UNSTORABLE_JSON = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** Values by key. JSON text of such an object is what Strapi takes as well. */
export const customFieldsSchema = z
  .unknown()
  .transform(readJsonText)
  .refine((value) => value === null || isPlainObject(value), coded('value.invalid'))
  .refine((value) => !UNSTORABLE_JSON.test(JSON.stringify(value)), coded('value.invalid'));

function readJsonText(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  if (value.trim() === '') return null;
  try {
    return JSON.parse(value);
  } catch {
    // No JSON: left as it is, for the refusal.
    return value;
  }
}

/** The form fields in the order of the screen; also the paths of field errors. */
export const CONTACT_FIELDS = [
  'name',
  'primaryContact',
  'category',
  'email',
  'secondaryContact',
  'groups',
  'notes',
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];
