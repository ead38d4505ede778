import { analyse } from 'chardet';
import { guessLatinEncoding, highWords, isLatin } from './latin-encoding';

const WESTERN = 'windows-1252';

/** What the detector calls an encoding, and what the decoder does. */
const MULTI_BYTE: readonly Candidate[] = [
  { detected: ['Shift_JIS'], encoding: 'shift_jis' },
  { detected: ['GB18030'], encoding: 'gb18030' },
  { detected: ['Big5'], encoding: 'big5' },
  { detected: ['EUC-KR'], encoding: 'euc-kr' },
];
/** Windows' code pages, which hold the letters of the ISO ones. Of equal ones the first is taken: Hebrew looks Greek. */
const SINGLE_BYTE: readonly (Candidate & { script: RegExp })[] = [
  { detected: ['windows-1251'], encoding: 'windows-1251', script: /\p{Script=Cyrillic}/gu },
  {
    detected: ['windows-1255', 'ISO-8859-8'],
    encoding: 'windows-1255',
    script: /\p{Script=Hebrew}/gu,
  },
  {
    detected: ['windows-1253', 'ISO-8859-7'],
    encoding: 'windows-1253',
    script: /\p{Script=Greek}/gu,
  },
  { detected: ['windows-1256'], encoding: 'windows-1256', script: /\p{Script=Arabic}/gu },
];

interface Candidate {
  detected: readonly string[];
  encoding: string;
}

/**
 * Of 100. The detector gives 10 where letters of two bytes are possible but none is a frequent one, and that for
 * Western text as well. Text in another code page seldom reaches 15, and is not of one script then.
 */
const MULTI_BYTE_CONFIDENCE = 30;
const SINGLE_BYTE_CONFIDENCE = 15;
const MIN_SCRIPT = 0.95;

/**
 * The encoding of text that is no Unicode, from a sample of its lines with bytes beyond ASCII; windows-1252, what
 * spreadsheet programs of the West write, when nothing is sure. The result is a name that TextDecoder knows.
 */
export function guessLegacyEncoding(sample: Buffer): string {
  const multiByte = mostLikely(sample, MULTI_BYTE, MULTI_BYTE_CONFIDENCE);
  if (multiByte) return multiByte.encoding;
  if (isLatin(sample)) return guessLatinEncoding(sample);
  // Without digits and e-mail addresses, which say nothing and lower the confidence.
  const words = highWords(sample, new Set()).map((word) => word.toString('latin1'));
  const text = Buffer.from(words.join(' '), 'latin1');
  const found = mostLikely(text, SINGLE_BYTE, SINGLE_BYTE_CONFIDENCE);
  return found && isOfScript(text, found.encoding, found.script) ? found.encoding : WESTERN;
}

function mostLikely<Known extends Candidate>(
  text: Buffer,
  candidates: readonly Known[],
  minConfidence: number,
): Known | undefined {
  const matches = analyse(text);
  const confidenceOf = ({ detected }: Known) =>
    Math.max(
      0,
      ...matches.flatMap(({ name, confidence }) => (detected.includes(name) ? [confidence] : [])),
    );
  const [best] = candidates.toSorted((a, b) => confidenceOf(b) - confidenceOf(a));
  return best && confidenceOf(best) >= minConfidence ? best : undefined;
}

function isOfScript(bytes: Buffer, encoding: string, script: RegExp): boolean {
  const text = new TextDecoder(encoding).decode(bytes);
  const countOf = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return countOf(script) >= MIN_SCRIPT * countOf(/(?![\x00-\x7f])[\p{L}\p{M}\p{S}\p{C}]/gu);
}
