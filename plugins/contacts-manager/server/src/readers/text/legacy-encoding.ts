import { analyse } from 'chardet';
import { guessLatinEncoding, highWords, isLatin } from './latin-encoding';
import { guessScriptEncoding } from './script-encoding';

const WESTERN = 'windows-1252';

/** What the detector calls an encoding, and what the decoder does. */
const MULTI_BYTE: Readonly<Record<string, string>> = {
  Shift_JIS: 'shift_jis',
  GB18030: 'gb18030',
  Big5: 'big5',
  'EUC-KR': 'euc-kr',
};

/**
 * Of 100. The detector gives 10 where letters of two bytes are possible but none is a frequent one, and that for
 * Western text as well.
 */
const MIN_CONFIDENCE = 30;

/**
 * The encoding of text that is no Unicode, from a sample of its lines with bytes beyond ASCII; windows-1252, what
 * spreadsheet programs of the West write, when nothing is sure. The result is a name that TextDecoder knows.
 */
export function guessLegacyEncoding(sample: Buffer): string {
  // The detector is good at letters of two bytes, and guesses at the code pages of short text.
  const [multiByte] = analyse(sample)
    .filter(({ name, confidence }) => name in MULTI_BYTE && confidence >= MIN_CONFIDENCE)
    .toSorted((a, b) => b.confidence - a.confidence);
  if (multiByte) return MULTI_BYTE[multiByte.name] ?? WESTERN;
  if (isLatin(sample)) return guessLatinEncoding(sample);
  return guessScriptEncoding(highWords(sample, PUNCTUATION)) ?? WESTERN;
}

/** Quotation marks, dashes and the no-break space, alike in all code pages of Windows. */
const PUNCTUATION: ReadonlySet<number> = new Set([
  ...[0x82, 0x84, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9b, 0xa0, 0xab, 0xbb],
]);
