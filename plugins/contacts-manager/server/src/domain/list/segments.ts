import type { ContactSort } from '../../../../shared/filter';
import type { Cursor } from './cursor';

type Direction = ContactSort['direction'];

/** A run of rows that an index gives in order. */
export interface Segment {
  /** Rows with a sort value, or those without. */
  part: 'values' | 'blanks';
  /** In which direction the index is read; ids of equal values go the same way. */
  direction: Direction;
  /** Start behind this row. */
  after: { value: string | number; id: number } | { id: number } | null;
}

const flip = (direction: Direction): Direction => (direction === 'asc' ? 'desc' : 'asc');

/**
 * The order of a list as runs of an index, in reading order. Rows without a value come last in either
 * direction, on both databases, which otherwise disagree on where nulls belong. Reading backward from a
 * cursor gives the rows before it, nearest first.
 */
export function segmentsOf(sort: ContactSort, cursor: Cursor | null): Segment[] {
  const direction = cursor?.backward ? flip(sort.direction) : sort.direction;
  const values: Segment = { part: 'values', direction, after: null };
  const blanks: Segment = { part: 'blanks', direction, after: null };
  if (!cursor) return [values, blanks];
  const { value, id, backward } = cursor;
  if (value === null) {
    const rest: Segment = { ...blanks, after: { id } };
    return backward ? [rest, values] : [rest];
  }
  const rest: Segment = { ...values, after: { value, id } };
  return backward ? [rest] : [rest, blanks];
}
