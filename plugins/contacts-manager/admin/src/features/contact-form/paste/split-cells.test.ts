import { splitCells } from './split-cells';

test.each([
  ['one cell', 'a', [['a']]],
  [
    'rows of Excel, with its last line break',
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'rows of other systems',
    'a\tb\nc\td\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'empty cells',
    '\ta\t\n\t\t',
    [
      ['', 'a', ''],
      ['', '', ''],
    ],
  ],
  ['a line break in a cell', 'a\t"b\r\nc"\td\ne', [['a', 'b\r\nc', 'd'], ['e']]],
  ['a tab in a cell', '"a\tb"\tc', [['a\tb', 'c']]],
  ['doubled quotation marks', '"say ""hi""\n"\tx', [['say "hi"\n', 'x']]],
  ['quotation marks inside text', 'say "hi"\tx', [['say "hi"', 'x']]],
  ['text that begins with a quotation mark', '"A" team\tx\n"B', [['"A" team', 'x'], ['"B']]],
  ['an empty quoted cell', '""\tx', [['', 'x']]],
])('splits %s', (_what, text, rows) => {
  expect(splitCells(text, '\t')).toEqual(rows);
});

test('splits a cell at commas', () => {
  expect(splitCells('Choir,"Pickup, North"', ',')).toEqual([['Choir', 'Pickup, North']]);
});

test('takes a large clipboard in its stride', () => {
  const started = Date.now();
  expect(splitCells('"x\t'.repeat(200_000), '\t')).toHaveLength(1);
  expect(Date.now() - started).toBeLessThan(2_000);
});
