import { EXAMPLE_NAME } from '../../../../shared/import-fields';
import type { CountryCode } from '../../../../shared/phone';
import type { SheetRow } from './types';
import { checkRow } from './validate';

const MAPPING = {
  name: 0,
  category: 1,
  primaryContact: 2,
  secondaryContact: 3,
  email: 4,
  groups: 5,
  notes: 6,
};

const check = (cells: string[], country?: CountryCode) =>
  checkRow({ row: 7 as SheetRow, cells }, MAPPING, country);

const issuesOf = (cells: string[], country?: CountryCode) =>
  check(cells, country)?.issues.map(({ field, code }) => `${field} ${code}`);

it('normalises every field and keeps the cells as they stand', () => {
  const cells = [
    ' Asha Rao ',
    ' Student',
    '+91 98765-43210',
    '0044 7400 123456',
    ' Asha@Example.COM ',
    'Choir, Degree 2026',
    ' first\r\n second ',
  ];
  expect(check(cells)).toEqual({
    row: 7,
    name: 'Asha Rao',
    category: { key: 'student', name: 'Student' },
    primaryContact: '+919876543210',
    secondaryContact: '+447400123456',
    email: 'asha@example.com',
    customFields: {},
    groups: [
      { key: 'choir', name: 'Choir' },
      { key: 'degree 2026', name: 'Degree 2026' },
    ],
    notes: 'first\n second',
    cells: {
      name: ' Asha Rao ',
      category: ' Student',
      primaryContact: '+91 98765-43210',
      secondaryContact: '0044 7400 123456',
      email: ' Asha@Example.COM ',
      groups: 'Choir, Degree 2026',
      notes: ' first\r\n second ',
    },
    issues: [],
    assumedCountries: [],
  });
});

it('lists every problem of a row with what stands in the cell', () => {
  const cells = ['a\u0007b', 'x\u0000', '12345', 'abc', 'asha@', '"open', 'n'.repeat(10_001)];
  const row = check(cells);
  expect(row?.issues.map(({ field, code }) => [field, code])).toEqual([
    ['name', 'name.invalid'],
    ['category', 'name.invalid'],
    ['primaryContact', 'phone.country-code-missing'],
    ['secondaryContact', 'phone.invalid'],
    ['email', 'email.invalid'],
    ['groups', 'groups.invalid'],
    ['notes', 'notes.invalid'],
  ]);
  expect(row?.issues).toContainEqual({
    row: 7,
    field: 'primaryContact',
    code: 'phone.country-code-missing',
    value: '12345',
  });
  expect(row).toMatchObject({ name: null, primaryContact: null, email: null, groups: [] });
});

it('leaves blank rows and the example row out', () => {
  expect(check(['', ' ', '\u00a0', '\t'])).toBeNull();
  expect(check([])).toBeNull();
  expect(check(['', '', '', '', '', '', '', 'not mapped'])).toBeNull();
  expect(check([` ${EXAMPLE_NAME} `, 'Student', '+919876543210'])).toBeNull();
});

it('needs a primary number, and no name yet', () => {
  expect(issuesOf(['Asha'])).toEqual(['primaryContact phone.required']);
  expect(issuesOf(['', '', '+919876543210'])).toEqual([]);
});

it('refuses the same number twice in one row, however spelled', () => {
  expect(issuesOf(['Asha', '', '+919876543210', '0091 98765 43210'])).toEqual([
    'secondaryContact phone.same-as-primary',
  ]);
});

it('gives a second number of the primary cell a cell of its own', () => {
  const row = check(['Asha', '', '+919876543210 / +447400123456']);
  expect(row).toMatchObject({
    primaryContact: '+919876543210',
    secondaryContact: '+447400123456',
    cells: { name: 'Asha', primaryContact: '+919876543210', secondaryContact: '+447400123456' },
    issues: [],
  });
  expect(issuesOf(['Asha', '', '+919876543210 / +447400123456 / +14155550123'])).toEqual([
    'primaryContact phone.several',
  ]);
});

it('refuses numbers that the spreadsheet has shortened', () => {
  for (const number of ['9.19877E+11', '1.23456789012345e+15', '9198765432100000']) {
    expect(issuesOf(['Asha', '', number])).toEqual(['primaryContact phone.truncated']);
  }
});

it('refuses group names that are too long, and too many groups', () => {
  expect(issuesOf(['Asha', '', '+919876543210', '', '', 'g'.repeat(256)])).toEqual([
    'groups name.invalid',
  ]);
  const many = Array.from({ length: 501 }, (_, index) => `g${index}`).join();
  expect(issuesOf(['Asha', '', '+919876543210', '', '', many])).toEqual(['groups value.invalid']);
});

describe('numbers without country code', () => {
  it('are read in the default country first', () => {
    expect(check(['Asha', '', '9876543210'], 'IN')).toMatchObject({
      primaryContact: '+919876543210',
      assumedCountries: [],
    });
  });

  it('are read as international ones when that is valid, and said to be so', () => {
    expect(check(['Asha', '', '919876543210', '14155550123'])).toMatchObject({
      primaryContact: '+919876543210',
      secondaryContact: '+14155550123',
      assumedCountries: ['IN', 'US'],
    });
    expect(check(['Asha', '', '34612345678'], 'IN')).toMatchObject({
      primaryContact: '+34612345678',
      assumedCountries: ['ES'],
    });
  });
});
