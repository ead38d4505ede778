import { sortedPage } from './sorted-page';

const rows = [
  { id: 4, value: 'a' },
  { id: 2, value: 'b' },
  { id: 3, value: 'b' },
  { id: 1, value: null },
  { id: 5, value: null },
];
const sort = { field: 'groups', direction: 'asc' } as const;
const page = (cursor: { id: number; value: string | null; backward: boolean } | null, offset = 0) =>
  sortedPage(rows, { sort, cursor, offset, limit: 2 }).map(({ id }) => id);

describe('a page of sorted rows', () => {
  test('starts where it is asked to, and may be short or empty', () => {
    expect([page(null), page(null, 4), page(null, 9)]).toEqual([[4, 2], [5], []]);
  });

  test('goes on behind a cursor, also one of a row that is not there', () => {
    const after = (id: number, value: string | null) => page({ id, value, backward: false });
    expect([after(2, 'b'), after(3, 'b'), after(9, 'a'), after(5, null)]).toEqual([
      [3, 1],
      [1, 5],
      [2, 3],
      [],
    ]);
  });

  test('goes back before a cursor, nearest first', () => {
    const before = (id: number, value: string | null) => page({ id, value, backward: true });
    expect([before(3, 'b'), before(1, null), before(9, null), before(4, 'a')]).toEqual([
      [2, 4],
      [3, 2],
      [5, 1],
      [],
    ]);
  });
});
