/** Letters that Unicode does not decompose into a base letter and a mark. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ŋ: 'n',
};

/** Text without accents and case, for search: `Łukasz Ångström` becomes `lukasz angstrom`. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðħıłþŋ]/g, (letter) => LETTERS[letter] ?? letter);

/** The hidden key that makes names of categories and groups unique: NFKC, trimmed, inner space collapsed, lower-case. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** A name as it is stored: NFC and trimmed. */
export const cleanName = (name: string): string => name.normalize('NFC').trim();

export const NAME_MAX = 255;

/** Control characters and lone surrogates break exports, screens and databases in turn. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** 1–255 code points, no control characters. Strapi's own `maxLength` counts UTF-16 units. */
export const isName = (clean: string): boolean =>
  clean.length > 0 && [...clean].length <= NAME_MAX && !UNPRINTABLE.test(clean);
