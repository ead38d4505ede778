import { createClaims } from './claims';
import { planBatch } from './plan';
import { countRow, createTally, summarise } from './report';
import type { KnownNames, SheetRow } from './types';
import { checkRow } from './validate';

const MAPPING = { name: 0, category: 1, primaryContact: 2, groups: 3 };
const HEADERS = ['Name', 'Category', 'Primary Contact', 'Groups'];
const KNOWN: KnownNames = { categories: new Map([['lead', 'Lead']]), groups: new Map() };

function summaryOf(rows: string[][], unknownNames: 'create' | 'reject' = 'create') {
  const checked = rows.flatMap(
    (cells, index) => checkRow({ row: (index + 2) as SheetRow, cells }, MAPPING, undefined) ?? [],
  );
  const staged = planBatch(checked, [], {
    policy: {
      existing: 'skip',
      unknownNames,
      uniqueness: 'any',
      sharedSecondary: 'keep',
      defaultCountry: undefined,
    },
    known: KNOWN,
    fields: [],
    claims: createClaims(),
    newDocumentId: () => 'id',
  });
  const tally = createTally();
  checked.forEach((row, index) => countRow(tally, row, staged[index]!, KNOWN));
  const table = { sheets: [], sheet: '', headerRow: 1 };
  return summarise(tally, KNOWN, {
    headers: HEADERS,
    mapping: MAPPING,
    table,
    numbersWithoutCountry: { count: 0, guess: null },
  });
}

it('counts decisions so that they add up to the total', () => {
  const { counts, headers, mapping } = summaryOf([
    ['A', '', '+919876543210'],
    ['B', '', '+919876543210'],
    ['C', '', 'abc'],
    [''],
    ['D', '', '+919876543211'],
  ]);
  expect(counts).toEqual({ total: 4, create: 2, update: 0, unchanged: 0, skip: 0, reject: 2 });
  expect({ headers, mapping }).toEqual({ headers: HEADERS, mapping: MAPPING });
});

it('lists new names of rows that are written, the most used first, as first spelled', () => {
  const { newNames } = summaryOf([
    ['A', 'Alumni', '+919876543210', 'Choir'],
    ['B', 'student', '+919876543211', 'Sports, choir'],
    ['C', 'Student', '+919876543212', 'CHOIR'],
    ['D', 'Lead', '+919876543213'],
    ['E', 'Typo', 'abc', 'Typo'],
  ]);
  expect(newNames).toEqual({
    categories: [
      { name: 'student', rows: 2 },
      { name: 'Alumni', rows: 1 },
    ],
    groups: [
      { name: 'Choir', rows: 3 },
      { name: 'Sports', rows: 1 },
    ],
  });
});

it('lists the names that made rows problems', () => {
  const { newNames, counts } = summaryOf([['A', 'Studnet', '+919876543210']], 'reject');
  expect(counts.reject).toBe(1);
  expect(newNames.categories).toEqual([{ name: 'Studnet', rows: 1 }]);
});

it('counts rows with assumed country codes once a country, problem rows not at all', () => {
  const { assumedInternational } = summaryOf([
    ['A', '', '919876543210'],
    ['B', '', '919876543211'],
    ['C', '', '14155550123'],
    ['D', '', '+919876543212'],
    ['', '', '919876543213'],
  ]);
  expect(assumedInternational).toEqual([
    { country: 'IN', rows: 2 },
    { country: 'US', rows: 1 },
  ]);
});
