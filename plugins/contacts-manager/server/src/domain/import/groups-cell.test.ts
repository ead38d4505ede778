import { joinGroups, splitGroups } from './groups-cell';

const names = (cell: string) => splitGroups(cell)?.map(({ name }) => name) ?? null;

it.each([
  ['', []],
  [' , ,', []],
  ['Newsletter', ['Newsletter']],
  ['Degree 2026,  Evening course ', ['Degree 2026', 'Evening course']],
  ['A\r\nB\nC', ['A', 'B', 'C']],
  ['"Pickup, North", Choir', ['Pickup, North', 'Choir']],
  ['Choir, "The ""A"" team"', ['Choir', 'The "A" team']],
  ['Choir, choir , CHOIR', ['Choir']],
])('splits %j', (cell, expected) => {
  expect(names(cell)).toEqual(expected);
});

it.each(['"Pickup, North', 'Choir, "a"b', 'say "hi"'])('refuses %j', (cell) => {
  expect(splitGroups(cell)).toBeNull();
  expect(splitGroups(cell)).toBeNull();
});

it('gives each name its key', () => {
  expect(splitGroups('  Evening   Course')).toEqual([
    { key: 'evening course', name: 'Evening   Course' },
  ]);
});

it('reads back what it wrote', () => {
  const all = ['Choir', 'Pickup, North', 'The "A" team', '"', ','];
  expect(names(joinGroups(all))).toEqual(all);
});
