import { choosePlan, smallestOf } from './choose-plan';
import { compareRows } from './compare-rows';
import { readCursor, writeCursor, type Cursor } from './cursor';
import { segmentsOf } from './segments';

const sort = { field: 'email', direction: 'asc' } as const;
const cursor = (more: Partial<Cursor>): Cursor => ({
  sort,
  value: 'b@example.com',
  id: 7,
  backward: false,
  ...more,
});

describe('a cursor', () => {
  test.each<Partial<Cursor>>([
    {},
    { value: null },
    { value: 12.5 },
    { backward: true },
    { value: 'ünï"' },
    { sort: { field: 'customFields.city', direction: 'desc' } },
  ])('comes back as it was written: %j', (more) => {
    const written = writeCursor(cursor(more));
    expect(written).toMatch(/^[\w-]+$/);
    expect(readCursor(written)).toEqual(cursor(more));
  });

  test.each([
    '',
    'nonsense',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('["password","asc","x",1,false]').toString('base64url'),
    Buffer.from('["customFields.a b","asc","x",1,false]').toString('base64url'),
    Buffer.from('["email","asc",{"$gt":1},1,false]').toString('base64url'),
    Buffer.from('["email","asc","x","1 or 1=1",false]').toString('base64url'),
  ])('that nobody wrote is none: %s', (text) => expect(readCursor(text)).toBeNull());
});

describe('the runs of a list', () => {
  test('are values, then blanks, in either direction', () => {
    for (const direction of ['asc', 'desc'] as const) {
      expect(segmentsOf({ ...sort, direction }, null)).toEqual([
        { part: 'values', direction, after: null },
        { part: 'blanks', direction, after: null },
      ]);
    }
  });

  test('go on behind a cursor', () => {
    expect(segmentsOf(sort, cursor({}))).toEqual([
      { part: 'values', direction: 'asc', after: { value: 'b@example.com', id: 7 } },
      { part: 'blanks', direction: 'asc', after: null },
    ]);
    expect(segmentsOf(sort, cursor({ value: null }))).toEqual([
      { part: 'blanks', direction: 'asc', after: { id: 7 } },
    ]);
  });

  test('go back before a cursor, nearest first', () => {
    expect(segmentsOf(sort, cursor({ backward: true }))).toEqual([
      { part: 'values', direction: 'desc', after: { value: 'b@example.com', id: 7 } },
    ]);
    expect(segmentsOf(sort, cursor({ value: null, backward: true }))).toEqual([
      { part: 'blanks', direction: 'desc', after: { id: 7 } },
      { part: 'values', direction: 'desc', after: null },
    ]);
  });
});

describe('the plan of a page', () => {
  test('collects from the smallest condition, and walks when all are large', () => {
    expect(choosePlan({ status: 900_000, group: 300, search: 9_000 })).toEqual({
      kind: 'collect',
      driver: 'group',
    });
    expect(choosePlan({ status: 900_000, search: 10_001 })).toEqual({ kind: 'walk' });
    expect(choosePlan({ status: 12, search: 10_001 })).toEqual({
      kind: 'collect',
      driver: 'status',
    });
    expect(choosePlan({ group: 0, category: 5 })).toEqual({ kind: 'collect', driver: 'group' });
    expect(smallestOf({})).toBeNull();
  });
});

test('rows merge as SQLite sorts them, blanks last in both directions', () => {
  const rows = [
    { id: 1, value: 'é' },
    { id: 2, value: null },
    { id: 3, value: '\u{1F600}' },
    { id: 4, value: 'Z' },
    { id: 5, value: 10 },
    { id: 6, value: 'Z' },
    { id: 7, value: '\uFFFD' },
    { id: 8, value: null },
  ];
  const order = (direction: 'asc' | 'desc', backward: boolean) =>
    [...rows].sort(compareRows({ direction }, backward)).map(({ id }) => id);
  expect(order('asc', false)).toEqual([5, 4, 6, 1, 7, 3, 2, 8]);
  expect(order('desc', false)).toEqual([3, 7, 1, 6, 4, 5, 8, 2]);
  expect(order('asc', true)).toEqual([...order('asc', false)].reverse());
  expect(order('desc', true)).toEqual([...order('desc', false)].reverse());
});
