import { decodeBytes } from './decode-bytes';

interface CodePage {
  encoding: string;
  /** A word as its script writes it; bytes of another script break the rules soon. */
  word: RegExp;
}

/**
 * Scripts without capitals, looked for first: hardly a word in another script fits them, while Hebrew would pass for
 * small letters in Cyrillic.
 */
const WITHOUT_CAPITALS: readonly CodePage[] = [
  // Five letters have a form of their own for the end of a word.
  { encoding: 'windows-1255', word: /^(?!.*[ךםןףץ].)[א-ת]+$/u },
  { encoding: 'windows-1256', word: /^\p{Script=Arabic}+$/u },
];

const CYRILLIC: CodePage = {
  encoding: 'windows-1251',
  word: /^(?=\p{Script=Cyrillic}+$)(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u,
};
const GREEK: CodePage = {
  encoding: 'windows-1253',
  // One accent a word, and the final sigma at its end only.
  word: /^(?=\p{Script=Greek}+$)(?!.*[άέήίόύώΐΰ].*[άέήίόύώΐΰ])(?!.*ς.)(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u,
};

const MIN_WORDS = 3;
/** Of all words; the others are those of guests, abbreviations and typing mistakes. */
const MIN_FITTING = 0.8;
const MIN_LEAD = 0.15;

/** The code page in which these words are written in one script of its own; undefined when that is not sure. */
export function guessScriptEncoding(words: readonly Buffer[]): string | undefined {
  const telling = words.filter(({ length }) => length > 1);
  if (telling.length < MIN_WORDS) return undefined;
  const fitting = ({ encoding, word }: CodePage) =>
    telling.filter((bytes) => word.test(decodeBytes(bytes, encoding))).length / telling.length;
  const found = WITHOUT_CAPITALS.find((page) => fitting(page) >= MIN_FITTING);
  if (found) return found.encoding;
  const lead = fitting(CYRILLIC) - fitting(GREEK);
  const likely = lead > 0 ? CYRILLIC : GREEK;
  const isSure = fitting(likely) >= MIN_FITTING && Math.abs(lead) >= MIN_LEAD;
  return isSure ? likely.encoding : undefined;
}
