import { guessColumns } from './guess-columns';
import type { SheetRow } from './types';

const guess = (rows: string[][], mapping = {}) =>
  guessColumns(
    rows.map((cells, at) => ({ row: (at + 2) as SheetRow, cells })),
    mapping,
  );

it('knows numbers, addresses and names by their cells', () => {
  const rows = [
    ['1', 'Chennai', 'Asha Rao', '+91 98765 43210', 'asha@example.com'],
    ['2', 'Chennai', "Ravi O'Neil", '0044 7400 123456', 'ravi@example.com'],
    ['3', 'Delhi', 'राम शर्मा', '919876543211', ''],
  ];
  expect(guess(rows)).toEqual({ primaryContact: 3, email: 4, name: 2 });
});

it('takes numbers without country code for numbers, and dates for none', () => {
  expect(
    guess([
      ['2024-01-31', '98765 43210'],
      ['2024-02-28', '98765 43211'],
    ]),
  ).toEqual({
    primaryContact: 1,
  });
});

it('takes the column with most numbers, else the first one', () => {
  const rows = [
    ['ask', '+919876543210', '+919876543211'],
    ['', '', '+919876543212'],
  ];
  expect(guess([...rows, ['', '+919876543213', '+919876543214']])).toMatchObject({
    primaryContact: 2,
  });
  expect(
    guess([
      ['+919876543210', '+919876543211'],
      ['+919876543212', '+919876543213'],
    ]),
  ).toEqual({
    primaryContact: 0,
  });
});

it('needs more than half of the cells, and more than one', () => {
  expect(guess([['+919876543210'], ['12']])).toEqual({});
  expect(guess([['+919876543210', 'Asha', 'asha@example.com']])).toEqual({});
  expect(guess([])).toEqual({});
});

it('leaves alone what the headers have settled', () => {
  const rows = [
    ['Asha Rao', '+919876543210'],
    ['Ravi', '+919876543211'],
  ];
  expect(guess(rows, { notes: 0 })).toEqual({ notes: 0, primaryContact: 1 });
  expect(guess(rows, { primaryContact: 0 })).toEqual({ primaryContact: 0 });
});
