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
}

const PHONE_LIKE = /^[+(]?[\d\s().\-/]*\d[\d\s().\-/]*$/;

/**
 * What a person typed, as terms. A query of digits and phone punctuation is one number, however spaced;
 * other words of one or two letters match the start of a word, longer ones anywhere.
 */
export function searchTerms(query: string): SearchTerm[] {
  const text = fold(query)
    .replace(/\u0000/g, '')
    .trim();
  if (!text) return [];
  if (PHONE_LIKE.test(text)) {
    // 00 and a trunk 0 are spellings, never part of the stored number; inner zeros stay.
    const significant = digitsOf(text).replace(/^0+(?=\d{3})/, '');
    return [{ kind: 'substring', text: significant }];
  }
  return text.split(/\s+/u).map((word) => {
    const plain = /^\+\d+$/.test(word) ? word.slice(1) : word;
    return [...plain].length < 3 && !/^\d+$/.test(plain)
      ? { kind: 'word-prefix', text: plain }
      : { kind: 'substring', text: plain };
  });
}
