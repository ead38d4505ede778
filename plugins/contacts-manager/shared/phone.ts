import {
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import type { ErrorCode } from './errors';
import { asciiDigits } from './text';

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

/** The most frequent spelling by far; it needs no cleaning. */
const PLAIN = /^\+?\d+$/;
const BARE_DIGITS = /^[\d\s().\-/]+$/;
/** Spreadsheets turn long numbers into floats: `9.19877E+11` has lost digits for good. */
const SCIENTIFIC = /^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i;

/** More digits than E.164 allows, and than a spreadsheet keeps: it wrote zeros for the last ones. */
const OVERLONG = /^[1-9]\d{15,}$/;
/** What spreadsheets and chat apps put around numbers: a text mark in front, invisible direction marks. */
const WRAPPING = /^['’]|\p{Cf}/gu;

const isE164 = (text: string): text is E164 => E164_PATTERN.test(text);

interface ReadNumber {
  phone: E164;
  country: CountryCode | undefined;
}

function read(text: string, country?: CountryCode): ReadNumber | null {
  // Without options the library is a third faster; in plain digits there is nothing to extract.
  const parsed =
    country || !PLAIN.test(text)
      ? parsePhoneNumberFromString(text, { defaultCountry: country, extract: false })
      : parsePhoneNumberFromString(text);
  if (!parsed?.isValid() || parsed.ext) return null;
  const phone: string = parsed.number;
  return isE164(phone) ? { phone, country: parsed.country } : null;
}

const normalise = (input: string): string =>
  asciiDigits(input.trim())
    .replace(WRAPPING, '')
    .replace(/[\p{Zs}\t]/gu, ' ')
    .trim();

/** How links and messaging services mark a number, always an international one. */
const SCHEME = /^(?:tel|whatsapp)\s*:\s*/i;

/** The number with `+` in front when it is written as an international one, else null. */
function internationalForm(text: string): string | null {
  const scheme = SCHEME.exec(text)?.[0];
  if (scheme) return `+${text.slice(scheme.length).replace(/^\+/, '')}`;
  const prefix = /^\(?\s*(?:\+|00)\s*/.exec(text);
  return prefix ? `+${text.slice(prefix[0].length)}` : null;
}

const accept = (number: ReadNumber | null, assumedInternational = false): ParsedPhone =>
  number ? { ok: true, ...number, assumedInternational } : { ok: false, code: 'phone.invalid' };

/** Reads one phone number as people write it: with `+`, `00` or `tel:`, else in the default country. */
export function parsePhone(input: string, reading: PhoneReading = {}): ParsedPhone {
  const text = PLAIN.test(input) ? input : normalise(input);
  if (!text) return { ok: false, code: 'phone.required' };
  if (SCIENTIFIC.test(text) || OVERLONG.test(text)) return { ok: false, code: 'phone.truncated' };
  const international = internationalForm(text);
  if (international) return accept(read(international));
  const national = reading.defaultCountry ? read(text, reading.defaultCountry) : null;
  if (national) return accept(national);
  const assumed = reading.allowBareInternational ? read(`+${text}`) : null;
  if (assumed) return accept(assumed, true);
  const lacksCountry = !reading.defaultCountry && BARE_DIGITS.test(text);
  return { ok: false, code: lacksCountry ? 'phone.country-code-missing' : 'phone.invalid' };
}

/** Whether it is digits, as a number is written for people of the same country, without the code of that country. */
export function lacksCountryCode(input: string): boolean {
  const text = PLAIN.test(input) ? input : normalise(input);
  return (
    BARE_DIGITS.test(text) &&
    text.length >= SHORTEST_NATIONAL &&
    internationalForm(text) === null &&
    !OVERLONG.test(text)
  );
}
/** Fewer digits are a service or an extension in most countries. */
const SHORTEST_NATIONAL = 5;

/** The country of a number in any spelling; undefined when it has none, or is no number. */
export function countryOf(input: string): CountryCode | undefined {
  const parsed = parsePhone(input, { allowBareInternational: true });
  return parsed.ok ? parsed.country : undefined;
}

const readIn = (country: CountryCode, input: string): PhoneNumber | undefined => {
  const parsed = parsePhoneNumberFromString(normalise(input), {
    defaultCountry: country,
    extract: false,
  });
  return parsed?.isValid() && parsed.country === country ? parsed : undefined;
};

/** Whether a number without country code is one of this country. */
export const isNumberOf = (country: CountryCode, input: string): boolean =>
  readIn(country, input) !== undefined;

/** The same of numbers that may be those of mobile phones, which countries tell apart by their first digits. */
export const isMobileOf = (country: CountryCode, input: string): boolean =>
  (readIn(country, input)?.getType() ?? '').includes('MOBILE');

/** Every country that has numbers, as ISO 3166-1 alpha-2. */
export const allCountries = getCountries;

/** Whether a text that `parsePhone` refuses is a number and an extension behind it, such as `ext. 12` or `#12`. */
export function hasExtension(input: string, { defaultCountry }: PhoneReading = {}): boolean {
  const text = normalise(input);
  const spellings = [internationalForm(text) ?? text, `+${text}`];
  return spellings.some(
    (spelling) =>
      parsePhoneNumberFromString(spelling, { defaultCountry, extract: false })?.ext !== undefined,
  );
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
