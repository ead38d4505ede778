import type { ContactSort } from '../../../../shared/filter';
import { compareRows, type Row } from './compare-rows';
import type { Cursor } from './cursor';

interface Wanted {
  sort: ContactSort;
  cursor: Pick<Cursor, 'id' | 'value' | 'backward'> | null;
  offset: number;
  limit: number;
}

/** A page of rows that are in order already. Backward from a cursor, the nearest row comes first. */
export function sortedPage<T extends Row>(
  rows: readonly T[],
  { sort, cursor, offset, limit }: Wanted,
): T[] {
  if (!cursor) return rows.slice(offset, offset + limit);
  const compare = compareRows(sort, false);
  const firstFrom = (least: number) => {
    const at = rows.findIndex((row) => compare(row, cursor) >= least);
    return at < 0 ? rows.length : at;
  };
  if (!cursor.backward) {
    const start = firstFrom(Number.MIN_VALUE) + offset;
    return rows.slice(start, start + limit);
  }
  const end = Math.max(0, firstFrom(0) - offset);
  return rows.slice(Math.max(0, end - limit), end).reverse();
}
