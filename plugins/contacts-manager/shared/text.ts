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
  ς: 'σ',
};

/** `٠١٢`, `０１２` and the other decimal digits of Unicode as ASCII; also the full-width plus. */
export function asciiDigits(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return text.replace(/\p{Nd}|＋/gu, (char) => {
    if (char <= '9') return char;
    return char === '＋' ? '+' : String(digitValue(char));
  });
}

/** Unicode lays out every set of decimal digits as ten code points in order, zero first. */
function digitValue(char: string): number {
  const folded = char.normalize('NFKC');
  // Mathematical digits are five sets without a gap between them, but have ASCII forms.
  if (/^[0-9]$/.test(folded)) return Number(folded);
  const code = char.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

/**
 * Accents, Arabic vowel signs and Hebrew points, which people leave out when they type. Vowel signs of
 * Indian and Thai scripts are letters of their own: without them `राम` and `रमा` would be one name.
 */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;

/** Text without accents, case and foreign digits, for search: `Łukasz Ångström` becomes `lukasz angstrom`. */
export const fold = (text: string): string =>
  /^[\x00-\x7f]*$/.test(text) ? text.toLowerCase() : foldUnicode(text);

const foldUnicode = (text: string): string =>
  asciiDigits(text)
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(OPTIONAL_MARKS, '')
    .replace(/[ßæœøđðħıłþŋς]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');

/** The hidden key that makes names of categories and groups unique: NFKC, trimmed, inner space collapsed, lower-case. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** Zero and half a surrogate pair, which no database stores alike, go. */
export const storableText = (text: string): string =>
  text.replace(/\u0000/g, '').replace(/\p{Cs}/gu, '\ufffd');

/** Characters that turn text around or take no room: they make names that look like others, or like none. */
const INVISIBLE = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** A name as it is stored: NFC, trimmed, without what cannot be seen. */
export const cleanName = (name: string): string =>
  name.normalize('NFC').replace(INVISIBLE, '').trim();

export const NAME_MAX = 255;

/** Control characters and lone surrogates break exports, screens and databases in turn. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

const VISIBLE = /[^\p{C}\p{Z}\p{M}]/u;

/** 1–255 code points, at least one to be seen, no control characters. Strapi's own `maxLength` counts UTF-16 units. */
export const isName = (clean: string): boolean =>
  VISIBLE.test(clean) && [...clean].length <= NAME_MAX && !UNPRINTABLE.test(clean);
