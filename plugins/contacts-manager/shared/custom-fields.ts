import { z } from 'zod';
import { EMAIL_MAX } from './contact';
import type { ErrorCode } from './errors';
import { storableText } from './text';

/** What a custom field holds, and how a value of it is stored in `customFields`. */
export const FIELD_TYPES = [
  'text', // string, one line
  'long-text', // string
  'number', // finite number
  'yes-no', // boolean
  'date', // 'YYYY-MM-DD'
  'choice', // one of the options
  'choices', // options without repeats, in the order of the definition
  'email', // lower-case address
  'link', // absolute http or https address
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export type FieldValue = string | number | boolean | string[];
export type FieldValues = Record<string, FieldValue>;

export const TEXT_MAX = 1_000;
export const LONG_TEXT_MAX = 10_000;
export const LINK_MAX = 2_000;
export const OPTIONS_MAX = 200;
export const HELP_MAX = 500;
/** So many that no form or workbook can drown in them. */
export const FIELDS_MAX = 100;

/** Lower-case first, so that no key is one of JavaScript's own names such as `__proto__`. */
export const FIELD_KEY = /^[a-z][a-zA-Z0-9_]{0,49}$/;
/** Names every object answers to, and the columns a workbook has anyway. */
export const RESERVED_KEYS: readonly string[] = [
  ...['constructor', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toString'],
  ...['toLocaleString', 'valueOf', 'name', 'category', 'primaryContact', 'secondaryContact'],
  ...['email', 'groups', 'notes', 'status', 'source'],
];

/** One custom field as screens, API and workbook know it. */
export interface CustomField {
  documentId: string;
  /** Unique; fixed once made. */
  key: string;
  /** What people see, also as the header of its column; unique without regard to case. */
  label: string;
  /** Fixed once made. */
  type: FieldType;
  /** Of choice and choices; empty otherwise. */
  options: string[];
  required: boolean;
  help: string | null;
  /** What a new contact gets when the field is not mentioned. */
  defaultValue: FieldValue | null;
  /** Order on screens and in workbooks. */
  position: number;
}

export type ValueReading = { ok: true; value: FieldValue | null } | { ok: false; code: ErrorCode };

type Definition = Pick<CustomField, 'type' | 'options'>;

const ok = (value: FieldValue | null): ValueReading => ({ ok: true, value });
const refuse = (code: ErrorCode): ValueReading => ({ ok: false, code });

/** Whether a value says nothing; stored values never are. */
const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

function readText(value: unknown, max: number, isLong: boolean): ValueReading {
  if (typeof value !== 'string') return refuse('value.invalid');
  const clean = storableText(value).normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (clean.length > max) return refuse('field.too-long');
  if (!isLong && /\p{Cc}/u.test(clean)) return refuse('value.invalid');
  return ok(clean || null);
}

/** Digits with a decimal point, with or without an exponent: neither `0x10` nor `Infinity`. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function readNumber(value: unknown): ValueReading {
  const isText = typeof value === 'string';
  const number = isText && DECIMAL.test(value.trim()) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return refuse('field.number');
  // A whole number that a double cannot hold is an identifier and would come back as another one.
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) return refuse('field.number');
  // Minus zero is stored as zero.
  return ok(number + 0);
}

function readDate(value: unknown): ValueReading {
  const text = typeof value === 'string' ? value.trim() : '';
  return z.iso.date().safeParse(text).success ? ok(text) : refuse('field.date');
}

function readLink(value: unknown): ValueReading {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text.length > LINK_MAX) return refuse('field.too-long');
  if (!/^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/iu.test(text) || !URL.canParse(text)) {
    return refuse('field.link');
  }
  return ok(text);
}

function readEmail(value: unknown): ValueReading {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return z.email().max(EMAIL_MAX).safeParse(text).success ? ok(text) : refuse('email.invalid');
}

function readChoices(value: unknown, options: string[]): ValueReading {
  const chosen: unknown[] = Array.isArray(value) ? value : [value];
  if (!chosen.every((one) => typeof one === 'string' && options.includes(one))) {
    return refuse('field.choice');
  }
  return ok(options.filter((option) => chosen.includes(option)));
}

/**
 * A value as an API or a form sends it, normalised to how it is stored; null for a blank one. The one rule of
 * every write path. Workbook cells are turned into such values first (`readFieldCell`).
 */
export function readFieldValue({ type, options }: Definition, value: unknown): ValueReading {
  if (isBlank(value)) return ok(null);
  switch (type) {
    case 'text':
      return readText(value, TEXT_MAX, false);
    case 'long-text':
      return readText(value, LONG_TEXT_MAX, true);
    case 'number':
      return readNumber(value);
    case 'yes-no':
      return typeof value === 'boolean' ? ok(value) : refuse('field.yes-no');
    case 'date':
      return readDate(value);
    case 'choice':
      return typeof value === 'string' && options.includes(value)
        ? ok(value)
        : refuse('field.choice');
    case 'choices':
      return readChoices(value, options);
    case 'email':
      return readEmail(value);
    case 'link':
      return readLink(value);
  }
}
