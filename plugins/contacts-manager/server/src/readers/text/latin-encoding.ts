import { decodeBytes } from './decode-bytes';

/** A code page of Windows and the letters beyond ASCII that one language writes in it. */
interface Alphabet {
  encoding: string;
  /** One entry a language; behind a bar, letters that it has in this combination only. */
  letters: readonly string[];
}

const WESTERN = 'windows-1252';

/**
 * One entry a code page, and one for Icelandic: its letters are what 1252 has where 1254 has the Turkish ones, and
 * would pass off Turkish for Western text if they were looked for word by word.
 */
const CODE_PAGES: readonly Alphabet[] = [
  {
    encoding: WESTERN,
    letters: [
      ...['äöüß', 'éèêëàâçîïôûùüÿœæ', 'áéíóúñüªº', 'ãáéíóúâêôçàªº|õe', 'àèéìíòóùúîªº'],
      ...['àèéíïòóúüç', 'åäöéšž', 'æøåéöäüóòâôê', 'éëïöüèáíóú'],
    ],
  },
  { encoding: WESTERN, letters: ['áðéíóúýþæö'] },
  {
    encoding: 'windows-1250',
    letters: [
      ...['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ'],
      // Names of the neighbours stand in every list.
      'äöüß',
    ],
  },
  { encoding: 'windows-1254', letters: ['çğıiöşüâîû'] },
];

/** What a code page must do better than Western text, in words of a hundred, to be believed. */
const MIN_COVERED = 0.9;
const MIN_LEAD = 0.15;
/** Fewer words prove nothing: one in two Western ones could be Czech as well. */
const MIN_WORDS = 4;
const SAMPLE_WORDS = 2_000;

const isAsciiLetter = (byte: number): boolean => (byte | 32) >= 97 && (byte | 32) <= 122;
const hasHighByte = (word: Buffer): boolean => word.some((byte) => byte >= 128);

/** Bytes that are no letter in any of these code pages: quotation marks, dashes, the no-break space. */
const SEPARATORS = new Set(
  Array.from({ length: 128 }, (_, at) => at + 128).filter((byte) =>
    CODE_PAGES.every(({ encoding }) => !/\p{L}/u.test(decodeBytes(Buffer.of(byte), encoding))),
  ),
);

/** The different runs of letters in which there is one beyond ASCII. */
export function highWords(text: Buffer, separators: ReadonlySet<number> = SEPARATORS): Buffer[] {
  const words = new Map<string, Buffer>();
  let start = 0;
  for (let at = 0; at <= text.length && words.size < SAMPLE_WORDS; at += 1) {
    const byte = text[at] ?? 0;
    if (isAsciiLetter(byte) || (byte >= 128 && !separators.has(byte))) continue;
    const word = text.subarray(start, at);
    if (hasHighByte(word)) words.set(word.toString('latin1'), word);
    start = at + 1;
  }
  return [...words.values()];
}

/** Whether letters of ASCII stand among the others, as in every language that is written in Latin letters. */
export function isLatin(text: Buffer): boolean {
  const words = highWords(text).filter(({ length }) => length > 1);
  return words.filter((word) => word.some(isAsciiLetter)).length * 2 >= words.length;
}

/**
 * The code page of Latin text, by which languages could have written its words; windows-1252 unless another one
 * accounts for clearly more of them.
 */
export function guessLatinEncoding(text: Buffer): string {
  const words = highWords(text);
  if (words.length < MIN_WORDS) return WESTERN;
  const scored = CODE_PAGES.map((page) => ({ ...page, covered: coverage(words, page) }));
  const western = scored.filter(({ encoding }) => encoding === WESTERN);
  const toBeat = Math.max(...western.map(({ covered }) => covered)) + MIN_LEAD;
  const best = scored.reduce((a, b) => (b.covered > a.covered ? b : a));
  return best.covered >= Math.max(MIN_COVERED, toBeat) ? best.encoding : WESTERN;
}

/** The part of the words, 0–1, each of which some language could have written in this code page. */
function coverage(words: readonly Buffer[], { encoding, letters }: Alphabet): number {
  const patterns = letters.map((alphabet) => {
    const [single = '', pair = 'a'] = alphabet.split('|');
    return new RegExp(`^(?:[a-z${single}${single.toUpperCase()}]|${pair})+$`, 'iu');
  });
  const isWritten = (word: Buffer) => {
    const text = decodeBytes(word, encoding);
    return patterns.some((pattern) => pattern.test(text));
  };
  return words.filter(isWritten).length / words.length;
}
