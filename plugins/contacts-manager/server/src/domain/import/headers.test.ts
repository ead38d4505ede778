import { plainCell } from '../../../../shared/plain-cell';
import type { RawRow, SheetRow } from './types';
import { readHeaders } from './headers';

const TEMPLATE = [
  'Name',
  'Category',
  'Primary Contact',
  'Secondary Contact',
  'Email',
  'Groups',
  'Notes',
];

const rows = (...cells: string[][]): RawRow[] =>
  cells.map((row, index) => ({ row: (index + 1) as SheetRow, cells: row }));

const mappingOf = (...headers: string[]) => {
  const reading = readHeaders(rows(headers));
  return reading.kind === 'ready' ? reading.mapping : reading.kind;
};

it("reads the template's own headers", () => {
  expect(readHeaders(rows(TEMPLATE))).toEqual({
    kind: 'ready',
    headers: TEMPLATE,
    headerRow: 1,
    mapping: {
      name: 0,
      category: 1,
      primaryContact: 2,
      secondaryContact: 3,
      email: 4,
      groups: 5,
      notes: 6,
    },
    dataStart: 1,
  });
});

it('does not mind order, case, spaces, accents and other words for the same', () => {
  expect(mappingOf(' primary  CONTACT', '', 'náme')).toEqual({ primaryContact: 0, name: 2 });
  expect(mappingOf('Full name', 'E-mail address', 'Mobile No.', 'Tags', 'Remarks')).toEqual({
    name: 0,
    email: 1,
    primaryContact: 2,
    groups: 3,
    notes: 4,
  });
  expect(mappingOf('Contact', 'Phone 1', 'Phone 2')).toEqual({
    name: 0,
    primaryContact: 1,
    secondaryContact: 2,
  });
});

it("prefers the template's header to another word for the same field", () => {
  expect(mappingOf('Display name', 'Mobile', 'Name', 'Primary Contact')).toEqual({
    name: 2,
    primaryContact: 3,
  });
});

it('asks when two columns could be meant', () => {
  expect(readHeaders(rows(['Name', 'Phone', 'Mobile']))).toEqual({
    kind: 'needs-mapping',
    question: 'columns',
    headerRow: 1,
    headers: ['Name', 'Phone', 'Mobile'],
    guess: { name: 0, primaryContact: 1 },
  });
  expect(mappingOf('Name', 'Name', 'Primary Contact')).toBe('needs-mapping');
});

it('asks when a name stands in two columns, unless the rest is the template', () => {
  expect(mappingOf('Nombre', 'Apellidos', 'Teléfono')).toBe('needs-mapping');
  expect(mappingOf('Name', 'Vorname', 'Telefon')).toBe('needs-mapping');
  expect(mappingOf('Nombre', 'Teléfono')).toEqual({ name: 0, primaryContact: 1 });
  expect(mappingOf('Name', 'Surname', 'Primary Contact')).toEqual({ name: 0, primaryContact: 2 });
});

it('guesses by the cells what the headers leave open, and still asks', () => {
  const table = [
    ['Kunde', 'Rufnummer', 'Ort'],
    ['Asha Rao', '+919876543210', 'Pune'],
    ['Ravi Iyer', '+919876543211', 'Pune'],
  ];
  expect(readHeaders(rows(...table))).toEqual({
    kind: 'needs-mapping',
    question: 'columns',
    headerRow: 1,
    headers: table[0],
    guess: { name: 0, primaryContact: 1 },
  });
  const headerless = readHeaders(rows(...table.slice(1)));
  expect(headerless).toMatchObject({
    headerRow: 0,
    question: 'columns',
    guess: { name: 0, primaryContact: 1 },
  });
});

it('asks when a required column may hide behind an unknown word', () => {
  expect(readHeaders(rows(['Name', 'Rufnummer', 'Email']))).toEqual({
    kind: 'needs-mapping',
    question: 'columns',
    headerRow: 1,
    headers: ['Name', 'Rufnummer', 'Email'],
    guess: { name: 0, email: 2 },
  });
});

it('says which columns are missing when no mapping could help', () => {
  expect(mappingOf('Name', 'Email', 'Groups')).toBe('missing-column');
  expect(mappingOf('Rufnummer')).toBe('missing-column');
  expect(readHeaders([])).toEqual({ kind: 'missing-column' });
});

it('finds the header below a title, but not below the tenth row', () => {
  const title = ['Contacts of the school, mobile and e-mail'];
  const found = readHeaders(rows(title, ['Spring'], TEMPLATE, ['Asha']));
  expect(found).toMatchObject({ kind: 'ready', headerRow: 3, dataStart: 3 });
  const ten = Array.from({ length: 10 }, () => ['a', 'b']);
  expect(readHeaders(rows(...ten, TEMPLATE))).toMatchObject({ kind: 'needs-mapping' });
});

it('is not led astray by a data cell that looks like a header', () => {
  const reading = readHeaders(rows(['Nom complet', 'Rufnummer', 'x'], ['Asha', '+91', 'Mobile']));
  expect(reading).toMatchObject({ headers: ['Nom complet', 'Rufnummer', 'x'] });
});

describe('with a mapping that a person chose', () => {
  const mapping = { name: 1, primaryContact: 0 };
  const chosen = { mapping };

  it('uses it instead of the headers', () => {
    expect(readHeaders(rows(['Rufnummer', 'Nom'], ['+1', 'A']), chosen)).toMatchObject({
      kind: 'ready',
      mapping,
      dataStart: 1,
    });
  });

  it('imports the first row when it is no header but a person', () => {
    const reading = readHeaders(rows(['919876543210', 'Asha Rao'], ['+1', 'A']), chosen);
    expect(reading).toMatchObject({ kind: 'ready', dataStart: 0 });
  });

  it('refuses it without the required columns', () => {
    const reading = readHeaders(rows(TEMPLATE), { mapping: { name: 0, primaryContact: null } });
    expect(reading).toEqual({ kind: 'missing-column' });
  });
});

describe('when the header row is not obvious', () => {
  const title = ['Members of the club'];
  const table = [
    ['Kunde', 'Rufnummer', 'Ort'],
    ['Asha Rao', '+919876543210', 'Pune'],
    ['Ravi Iyer', '+919876543211', 'Pune'],
  ];

  it('suggests the first row that is as wide as the table, and asks', () => {
    expect(readHeaders(rows(title, ['2026'], ...table))).toMatchObject({
      kind: 'needs-mapping',
      question: 'table',
      headerRow: 3,
      headers: table[0],
      guess: { name: 0, primaryContact: 1 },
    });
    const known = readHeaders(rows(title, ['Name', 'Rufnummer', 'Email']));
    expect(known).toMatchObject({ question: 'table', headerRow: 2, guess: { name: 0, email: 2 } });
  });

  it('never takes a person for a header who has fewer cells than the others', () => {
    const people = [['Asha', '+919876543210'], ...table.slice(1).map((row) => [...row, 'x', 'y'])];
    expect(readHeaders(rows(...people))).toMatchObject({ question: 'columns', headerRow: 0 });
    expect(readHeaders(rows(title, ...people))).toMatchObject({ question: 'table', headerRow: 0 });
  });

  it('keeps to the row that a person chose', () => {
    const given = rows(title, ...table);
    expect(readHeaders(given, { headerRow: 2 })).toMatchObject({
      question: 'columns',
      headers: table[0],
    });
    const person = readHeaders(given, { headerRow: 3 });
    expect(person).toMatchObject({ question: 'columns', headers: table[1] });
    const mapping = { name: 0, primaryContact: 1 };
    expect(readHeaders(given, { headerRow: 2, mapping })).toMatchObject({ dataStart: 2 });
    expect(readHeaders(given, { headerRow: 0, mapping })).toMatchObject({ dataStart: 0 });
    expect(readHeaders(given, { headerRow: 9 })).toEqual({ kind: 'missing-row' });
    expect(readHeaders(rows(title, TEMPLATE), { headerRow: 2 })).toMatchObject({ kind: 'ready' });
  });

  it('shows columns without a header to whoever chose the row', () => {
    const given = rows(['List', '', ''], ...table.slice(1));
    expect(readHeaders(given, { headerRow: 1 })).toMatchObject({
      headers: ['List', '', ''],
      guess: { primaryContact: 1 },
    });
    const narrow = readHeaders(rows(['List'], ...table.slice(1)), { headerRow: 1 });
    expect(narrow).toMatchObject({ headers: ['List', '', ''] });
  });
});

describe('custom fields', () => {
  const fields = [
    { key: 'shirtSize', label: 'Shirt size' },
    { key: 'phone', label: 'Work line' },
  ];
  const mappingOf = (headers: string[]) => {
    const reading = readHeaders(rows(headers), {}, fields);
    return reading.kind === 'ready' ? reading.mapping : reading.kind;
  };

  it('are found by label, whatever its case, and by key', () => {
    expect(mappingOf([...TEMPLATE, 'SHIRT SIZE', 'work-line'])).toMatchObject({
      'customFields.shirtSize': 7,
      'customFields.phone': 8,
    });
    expect(mappingOf(['Name', 'Primary Contact', 'shirtSize', 'phone'])).toMatchObject({
      primaryContact: 1,
      'customFields.shirtSize': 2,
    });
  });

  it('are found by the label of an export, which is no formula', () => {
    const labels = ['=HYPERLINK("x")', '@', '+'].map((label, at) => ({ key: `f${at}`, label }));
    const headers = [...TEMPLATE, ...labels.map(({ label }) => plainCell(label))];
    expect(headers.slice(7)).toEqual([`'=HYPERLINK("x")`, "'@", "'+"]);
    expect(readHeaders(rows(headers), {}, labels)).toMatchObject({
      kind: 'ready',
      mapping: { 'customFields.f0': 7, 'customFields.f1': 8, 'customFields.f2': 9 },
    });
  });

  it('never take a column that our own fields are known by', () => {
    expect(mappingOf(['Name', 'Phone', 'Work line'])).toEqual({
      name: 0,
      primaryContact: 1,
      'customFields.phone': 2,
    });
  });

  it('with two columns are for a person to choose', () => {
    expect(mappingOf([...TEMPLATE, 'Shirt size', 'shirt-size'])).toBe('needs-mapping');
  });
});
