import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/max';
import type { ErrorCode } from './errors';

declare const e164: unique symbol;
/** A valid number in ITU-T E.164 form (`+` and up to 15 digits). Only `parsePhone` makes one. */
export type E164 = string & { readonly [e164]: true };

/** What the database accepts; mirrored by the CHECK constraint of the phone table. */
export const E164_PATTERN = /^\+[1-9][0-9]{6,14}$/;

export interface PhoneReading {
  /** ISO 3166-1 alpha-2 country for numbers written without country code. */
  defaultCountry?: CountryCode;
  /** Import only: bare digits that are valid with a `+` in front are read so. */
  allowBareInternational?: boolean;
}

export type ParsedPhone =
  | { ok: true; phone: E164; country: CountryCode | undefined; assumedInternational: boolean }
  | { ok: false; code: ErrorCode };

/** Spreadsheets turn long numbers into floats: `9.19877E+11` has lost digits for good. */
const SCIENTIFIC = /^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i;

/** `٠١٢`, `０１２` and the other decimal digits of Unicode as ASCII. */
function asciiDigits(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, (char) => {
    if (char === '＋') return '+';
    if (!/\p{Nd}/u.test(char)) return char;
    const code = char.codePointAt(0) ?? 0;
    // Unicode lays out every set of decimal digits as ten code points in order, zero first.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(digitValue(code, zero));
  });
}

/** Adjacent digit sets (mathematical digits) run on without a gap, hence the remainder. */
const digitValue = (code: number, zero: number): number => {
  const folded = String.fromCodePoint(code).normalize('NFKC');
  return /^[0-9]$/.test(folded) ? Number(folded) : (code - zero) % 10;
};

function read(text: string, country: CountryCode | undefined): E164 | null {
  const parsed = parsePhoneNumberFromString(text, {
    ...(country ? { defaultCountry: country } : {}),
    extract: false,
  });
  if (!parsed?.isValid() || parsed.ext || !E164_PATTERN.test(parsed.number)) return null;
  return parsed.number as E164;
}

/** Reads one phone number as people write it: with `+`, `00` or `tel:`, else in the default country. */
export function parsePhone(input: string, reading: PhoneReading = {}): ParsedPhone {
  const text = asciiDigits(input)
    .replace(/[\p{Cf}\u00a0]/gu, '')
    .trim();
  if (!text) return { ok: false, code: 'phone.required' };
  if (SCIENTIFIC.test(text)) return { ok: false, code: 'phone.truncated' };
  const bare = text.replace(/^tel:\s*/i, '');
  const isTel = bare !== text;
  const international = bare.startsWith('+')
    ? bare
    : /^\(?00/.test(bare)
      ? `+${bare.replace(/^(\(?)00/, '$1')}`
      : null;
  const done = (phone: E164 | null, assumed = false): ParsedPhone =>
    phone
      ? {
          ok: true,
          phone,
          country: parsePhoneNumberFromString(phone)?.country,
          assumedInternational: assumed,
        }
      : { ok: false, code: 'phone.invalid' };

  if (international) return done(read(international, undefined));
  if (isTel) return done(read(`+${bare}`, undefined));
  if (reading.defaultCountry) {
    const national = read(bare, reading.defaultCountry);
    if (national || !reading.allowBareInternational) return done(national);
  }
  if (reading.allowBareInternational) return done(read(`+${bare}`, undefined), true);
  return {
    ok: false,
    code: /^[\d\s().\-/]+$/.test(bare) ? 'phone.country-code-missing' : 'phone.invalid',
  };
}

/** International display form, such as `+91 98765 43210`; unknown text stays as it is. */
export const formatPhone = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;

/** Country code from settings or a request; undefined when empty or unknown. */
export const readCountry = (value: string | null | undefined): CountryCode | undefined => {
  const code = (value ?? '').trim().toUpperCase();
  return isSupportedCountry(code) ? code : undefined;
};

export type { CountryCode };
