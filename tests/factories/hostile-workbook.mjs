import { deflateRawSync } from 'node:zlib';
import { scramble } from './people.mjs';
import { PARTS, sheetPart, stringsPart, workbookFiles } from './raw-workbook.mjs';
import { buildZip } from './zip.mjs';

/** What a cell can hold at most, or nearly. */
const LENGTH = 32_000;
const [HEAD = '', TAIL = ''] = stringsPart(['|']).replace('<si>|</si>', '|').split('|');

/** A wide character here and there makes JavaScript keep two bytes of every character. @param {number} at @param {number} seed */
function characterAt(at, seed) {
  if (at % 1_000 === 0) return 'ā';
  // As random as it takes to stay below the ratio that tells a zip bomb.
  return at % 100 === 0 ? String.fromCharCode(97 + (scramble(at + seed) % 26)) : 'x';
}

/** @param {number} seed */
const stringItem = (seed) => {
  const text = Array.from({ length: LENGTH }, (_, at) => characterAt(at, seed)).join('');
  return `<si><t>${text}</t></si>`;
};

/**
 * A small file without a row, whose texts need more memory than a reader may have, though nothing that its
 * directory declares is beyond the limits.
 * @param {number} texts of 32,000 characters, 64 kB of memory each
 */
export function hostileWorkbook(texts) {
  // Two by turns: a repetition that is further away than deflate looks back is none.
  const pair = Buffer.from(stringItem(1) + stringItem(2));
  const list = Buffer.alloc(pair.length * Math.ceil(texts / 2), pair);
  const data = Buffer.concat([Buffer.from(HEAD), list, Buffer.from(TAIL)]);
  const strings = { name: PARTS.strings, data, packed: deflateRawSync(data, { level: 1 }) };
  return buildZip([...workbookFiles({ [PARTS.sheet]: sheetPart('') }), strings]);
}
