import { plainCell, readPlainCell } from './plain-cell';

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['\nx', "'\nx"],
  ['＝1+1', "'＝1+1"],
  ['＋cmd', "'＋cmd"],
  ['－1+1', "'－1+1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  // Some programs trim and unquote before they look.
  [' =1+1', "' =1+1"],
  ['\u00a0\u3000=1+1', "'\u00a0\u3000=1+1"],
  ['\ufeff=1+1', "'\ufeff=1+1"],
  ['\u200b\u202e＝1+1', "'\u200b\u202e＝1+1"],
  ['"=1+1"', '\'"=1+1"'],
  [' " \'+cmd', "' \" '+cmd"],
  ['" +919812345678"', '\'" +919812345678"'],
  ['-1e-7', "'-1e-7"],
  // Its own marks are marked too, so that reading gives back what was there.
  ["'=1", "''=1"],
  ["''+919812345678", "'''+919812345678"],
])('%j cannot be a formula', (text, cell) => {
  expect(plainCell(text)).toBe(cell);
  expect(readPlainCell(cell)).toBe(text);
});

test.each([
  '',
  'Asha Rao',
  '+919812345678',
  '-5',
  '-0.25',
  '"quoted"',
  ' spaced',
  'a\t=1+1',
  "O'Neil",
  "'quoted'",
  '1 + 1',
  "'",
  "''",
])('%j stays as it is', (text) => {
  expect(plainCell(text)).toBe(text);
  expect(readPlainCell(text)).toBe(text);
});

test('an apostrophe that somebody typed before a number is read as spreadsheet programs do', () => {
  expect(readPlainCell("'+91 98123 45678")).toBe('+91 98123 45678');
});
