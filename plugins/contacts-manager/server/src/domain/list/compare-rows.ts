import type { ContactSort } from '../../../../shared/filter';

export interface Row {
  id: number;
  value: string | number | null;
}

/** Only from here on do UTF-16, in which JavaScript compares, and UTF-8 disagree. */
const LATE = /[\ud800-\uffff]/;

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  if (!LATE.test(left) || !LATE.test(right)) return left < right ? -1 : 1;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/** SQLite's own order: numbers before texts, texts by their UTF-8 bytes. */
function compareValues(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'number') return -1;
  if (typeof right === 'number') return 1;
  return compareTexts(left, right);
}

/** Rows without a value stand last; `backward` turns everything round. */
export function compareRows(
  { direction }: Pick<ContactSort, 'direction'>,
  backward: boolean,
): (left: Row, right: Row) => number {
  const turn = (direction === 'asc') !== backward ? 1 : -1;
  const blanks = backward ? -1 : 1;
  return (left, right) => {
    if (left.value === null || right.value === null) {
      if (left.value !== right.value) return left.value === null ? blanks : -blanks;
      return turn * (left.id - right.id);
    }
    return turn * (compareValues(left.value, right.value) || left.id - right.id);
  };
}
