import { readXml } from './xml';
import type { ZipParts } from './zip-directory';

/** Formats without text of their own that show dates or times (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_DATES: readonly [first: number, last: number][] = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
];

/** Whether a number under this format reads as a date or time. Elapsed time such as `[h]:mm` stays a number. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last);
  if (/\[(h+|m+|s+)\]/i.test(code)) return false;
  const plain = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .split(';', 1)
    .join('');
  return !/general/i.test(plain) && /[ymdhs]/i.test(plain);
}

/** For each cell style, in the order cells refer to it: does it show dates? */
export async function readDateStyles(zip: ZipParts, part: string | undefined): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let inCellFormats = false;
  if (part === undefined || !zip.has(part)) return [];
  await readXml(zip.read(part), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) formatIds.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formatIds.map((id) => isDateFormat(id, codes.get(id)));
}
