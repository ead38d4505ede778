import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { EXAMPLE_NAME, IMPORT_FIELD_NAMES, IMPORT_FIELDS } from '../../../shared/import-fields';
import { customField } from '../../../../../tests/factories/custom-fields';
import { planFile } from '../readers/plan-file';
import type { WorkerInput } from '../readers/protocol';
import { writeTemplate, type TemplateContent } from './template';

// Files of real size, on machines that do other work at the same time.
jest.setTimeout(60_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'template-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const HEADERS = IMPORT_FIELD_NAMES.map((field) => IMPORT_FIELDS[field].header);

async function open(content: Partial<TemplateContent>) {
  const file = path.join(folder, 'template.xlsx');
  const nothing = { categories: [], groups: [], customFields: [] };
  writeFileSync(file, await writeTemplate({ ...nothing, ...content }));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const contacts = workbook.getWorksheet('Contacts');
  if (!contacts) throw new Error('The sheet Contacts is missing');
  return { workbook, contacts, file };
}

const textsOf = (sheet: ExcelJS.Worksheet | undefined): string[] => {
  const texts: string[] = [];
  sheet?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  return texts;
};

it('begins with the headers and the example row, and keeps the headers in sight', async () => {
  const { contacts } = await open({ categories: ['Lead'], groups: [] });
  const rowOf = (row: number) => HEADERS.map((_, index) => contacts.getCell(row, index + 1).text);
  expect(rowOf(1)).toEqual(HEADERS);
  expect(rowOf(2)[0]).toBe(EXAMPLE_NAME);
  expect(contacts.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(contacts.rowCount).toBe(2);
});

it('keeps phone numbers as text, however many rows are filled in', async () => {
  const { contacts } = await open({ categories: [], groups: [] });
  for (const row of [2, 3, 5_000]) {
    expect(contacts.getCell(row, HEADERS.indexOf('Primary Contact') + 1).numFmt).toBe('@');
    expect(contacts.getCell(row, HEADERS.indexOf('Secondary Contact') + 1).numFmt).toBe('@');
  }
  expect(contacts.getCell(3, 1).numFmt).toBeUndefined();
});

it('offers the categories of today and lets others in', async () => {
  const categories = ['Lead', 'A, B', '=1+1', 'x'.repeat(255)];
  const { workbook, contacts } = await open({ categories, groups: [] });
  const validation = contacts.getCell('B9000').dataValidation;
  expect(validation).toMatchObject({ type: 'list', formulae: ['Lists!$A$1:$A$4'] });
  expect(validation.showErrorMessage).toBeFalsy();
  const lists = workbook.getWorksheet('Lists');
  expect(lists?.state).toBe('hidden');
  expect(textsOf(lists)).toEqual(categories);
});

it('has no empty drop-down when there are no categories', async () => {
  const { contacts } = await open({ categories: [], groups: [] });
  expect(contacts.getCell('B3').dataValidation).toBeUndefined();
});

it('explains every column on the second sheet, and lists what there is', async () => {
  const groups = Array.from({ length: 501 }, (_, index) => `Group ${index + 1}`);
  const { workbook } = await open({ categories: ['Lead'], groups });
  const help = workbook.worksheets[1];
  expect(help?.name).toBe('How to fill this in');
  expect(help?.state).toBe('visible');
  const texts = textsOf(help);
  expect(texts).toEqual(expect.arrayContaining([...HEADERS, 'Lead', 'Group 500', '…']));
  expect(texts).not.toContain('Group 501');
});

it('holds no formula', async () => {
  const { workbook } = await open({ categories: ['=1+1', '@x'], groups: ['+1', '-1'] });
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => expect(cell.type).toBe(ExcelJS.ValueType.String)),
    );
  }
});

it('comes back empty when nobody fills it in, and complete when somebody does', async () => {
  const { workbook, contacts, file } = await open({ categories: ['Lead'], groups: ['Choir'] });
  const input: WorkerInput = {
    filePath: file,
    limits: { fileBytes: 1e7, inflatedBytes: 1e7, rows: 100, milliseconds: 1e4, heapMb: 64 },
    policy: {
      existing: 'skip',
      unknownNames: 'reject',
      uniqueness: 'any',
      sharedSecondary: 'keep',
      defaultCountry: undefined,
    },
    knownNames: { categories: ['Lead'], groups: ['Choir'] },
    knownNumbers: [],
    customFields: [],
  };
  const port = { lookup: () => Promise.resolve([]), stage: () => Promise.resolve() };
  await expect(planFile(input, port)).resolves.toMatchObject({ code: 'file.no-rows' });
  contacts.getRow(3).values = ['Asha', 'Lead', '+91 98765 43210', '', '', 'Choir', ''];
  contacts.getRow(900).values = ['Ravi', 'lead', 919876543211];
  await workbook.xlsx.writeFile(file);
  await expect(planFile(input, port)).resolves.toMatchObject({
    type: 'done',
    summary: {
      counts: { total: 2, create: 2 },
      assumedInternational: [{ country: 'IN', rows: 1 }],
    },
  });
});

describe('custom fields', () => {
  const customFields = [
    customField('size', { type: 'choice', options: ['S', 'M, slim'], required: true }),
    customField('vip', { type: 'yes-no', defaultValue: false, help: 'Says who comes first.' }),
    customField('born', { type: 'date' }),
    customField('drinks', { type: 'choices', options: ['Tea', 'Coffee, black', 'Water'] }),
  ];

  it('stand behind Notes, as text or with a drop-down', async () => {
    const { contacts, workbook } = await open({ categories: ['Lead'], customFields });
    const headers = [8, 9, 10, 11].map((column) => contacts.getCell(1, column).text);
    expect(headers).toEqual(['Size', 'Vip', 'Born', 'Drinks']);
    expect(contacts.getColumn(10).numFmt).toBe('@');
    const lists = workbook.getWorksheet('Lists');
    const listed = (column: number) =>
      textsOf(lists).length && [1, 2].map((row) => lists?.getCell(row, column).text);
    expect(listed(2)).toEqual(['S', 'M, slim']);
    expect(listed(3)).toEqual(['Yes', 'No']);
    expect(contacts.getCell('H2').dataValidation).toMatchObject({ formulae: ['Lists!$B$1:$B$2'] });
    expect(contacts.getCell('I9').dataValidation).toMatchObject({ formulae: ['Lists!$C$1:$C$2'] });
    expect(contacts.getCell('J2').dataValidation).toBeUndefined();
  });

  it('are explained', async () => {
    const { workbook } = await open({ customFields });
    expect(textsOf(workbook.worksheets[1])).toEqual(
      expect.arrayContaining([
        'One of these: S, "M, slim".',
        'Says who comes first. Yes or No. New contacts get "No" when it is blank.',
        'Tea, "Coffee, black"',
      ]),
    );
  });
});
