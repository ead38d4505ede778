import { parsePhone, type CountryCode } from './phone';
import { fold } from './text';

/**
 * The folded text a contact is found by. Words are kept apart by two spaces and the text starts with
 * two, so that even a one-letter word prefix (`␣␣a`) is a trigram that an index can serve.
 */
export const searchTextOf = (contact: {
  name: string;
  primaryContact: string;
  secondaryContact?: string | null;
  email?: string | null;
}): string => {
  const numbers = [contact.primaryContact, contact.secondaryContact ?? ''];
  const words = [fold(contact.name), ...numbers.map(digitsOf), fold(contact.email ?? '')];
  return words
    .map((word) => word.trim())
    .filter(Boolean)
    .map((word) => `  ${word.replace(/\s+/gu, '  ')}`)
    .join('');
};

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** One condition on the search text; all terms of a query must hold. */
export interface SearchTerm {
  kind: 'substring' | 'word-prefix';
  text: string;
  /** The digits of the same number as it is stored, where `text` is no part of them; either will do. */
  alternative?: string;
}

const PHONE_LIKE = /^[+(]?[\d\s().\-/]*\d[\d\s().\-/]*$/;
/** Links have it in front of a number. */
const SCHEME = /^(?:tel|whatsapp)\s*:\s*(?=[+\d(])/;
/** A zero that is dialled within a country only, behind its code: `+44 (0)20`. */
const TRUNK_ZERO = /^((?:\+|00)[\s.\-/]*\d{1,3}[\s.\-/]*)\(\s*0\s*\)/;
/** What chat apps put around numbers, and the dashes that text programs make of hyphens. */
const plainSpelling = (text: string): string =>
  text.replace(/\p{Cf}/gu, '').replace(/\p{Pd}/gu, '-');

/** The text of a query that is one number, however spelled; else null. */
function numberIn(query: string): string | null {
  const text = plainSpelling(fold(query)).trim();
  return PHONE_LIKE.test(text.replace(SCHEME, '')) ? text : null;
}

/** Whether the default country may matter to `searchTerms`. */
export const isNumberSearch = (query: string): boolean => numberIn(query) !== null;

function numberTerm(number: string, defaultCountry: CountryCode | undefined): SearchTerm {
  const digits = digitsOf(number.replace(SCHEME, '').replace(TRUNK_ZERO, '$1'));
  // 00 and a trunk 0 are spellings, never part of the stored number; inner zeros stay.
  const text = digits.replace(/^0+(?=\d{3})/, '');
  const parsed = parsePhone(number, defaultCountry ? { defaultCountry } : {});
  const stored = parsed.ok ? digitsOf(parsed.phone) : text;
  return { kind: 'substring', text, ...(!stored.includes(text) && { alternative: stored }) };
}

/**
 * What a person typed, as terms. A query of digits and phone punctuation is one number, however spaced, and looked for
 * as it is stored as well; other words of one or two letters match the start of a word, longer ones anywhere.
 */
export function searchTerms(query: string, defaultCountry?: CountryCode): SearchTerm[] {
  const number = numberIn(query);
  if (number !== null) return [numberTerm(number, defaultCountry)];
  const text = fold(query)
    .replace(/\u0000/g, '')
    .trim();
  if (!text) return [];
  return text.split(/\s+/u).map((word) => {
    const plain = /^\+\d+$/.test(word) ? word.slice(1) : word;
    return [...plain].length < 3 && !/^\d+$/.test(plain)
      ? { kind: 'word-prefix', text: plain }
      : { kind: 'substring', text: plain };
  });
}
