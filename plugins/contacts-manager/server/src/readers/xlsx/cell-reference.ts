import { Refusal } from '../../../../shared/errors';

export const MAX_COLUMNS = 16_384;
export const MAX_ROWS = 1_048_576;

const A = 65;
const Z = 90;

/**
 * 0-based column of a reference such as `AB12`.
 * @throws Refusal `file.corrupt` when it is no reference, lies outside a sheet or in another row
 */
export function columnOf(reference: string, row: number): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    // Lower-case letters are written by some exporters.
    const code = reference.charCodeAt(at) & ~32;
    if (code < A || code > Z) break;
    column = column * 26 + (code - A + 1);
    if (column > MAX_COLUMNS) throw new Refusal('file.corrupt');
  }
  if (column === 0 || Number(reference.slice(at)) !== row) throw new Refusal('file.corrupt');
  return column - 1;
}

/**
 * The row number an `r` attribute names.
 * @throws Refusal `file.corrupt` when it is no row of a sheet or not below the row before it
 */
export function rowOf(attribute: string | undefined, previous: number): number {
  const row = attribute === undefined ? previous + 1 : Number(attribute);
  if (!Number.isInteger(row) || row <= previous || row > MAX_ROWS)
    throw new Refusal('file.corrupt');
  return row;
}
