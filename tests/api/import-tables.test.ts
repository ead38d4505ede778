import type { ImportView } from '../../plugins/contacts-manager/shared/contracts/imports';
import { freshNumber } from '../factories/contacts';
import { importsOf, sheetsOf, workbookOf } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, ROOT } from '../helpers/directory';

/** Where the list is in a file: which sheet, and which row has the headers. */
let app: TestApp;
let manager: Client;
let imports: ReturnType<typeof importsOf>;

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  imports = importsOf(manager);
});
afterAll(() => app.close());

const { find } = directoryOf(() => manager);
const HEADERS = ['Name', 'Primary Contact'];
const list = (...people: [name: string, phone: string][]) => [HEADERS, ...people];
const read = async (bytes: Buffer, name: string, options: Record<string, string> = {}) =>
  imports.settle(await imports.uploadBytes(bytes, name, options));
const again = async (id: string, body: object): Promise<ImportView> => {
  await imports.choose(id, body).expect(200);
  return imports.settle(id);
};
const csvOf = (...rows: string[][]) => Buffer.from(rows.map((cells) => cells.join()).join('\n'));

describe('a workbook with two lists', () => {
  const bookWith = (first: string, second: string) =>
    sheetsOf({
      Spring: list(['In spring', first]),
      Autumn: list(['In autumn', second]),
      Notes: [['nothing', 'here']],
      Blank: [],
    });

  it('asks which is meant, shows their first rows, and imports the chosen one', async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const asked = await read(await bookWith(first, second), 'seasons.xlsx');
    expect(asked).toMatchObject({
      state: 'mapping',
      question: 'table',
      sheet: 'Spring',
      headerRow: 1,
      headers: HEADERS,
      sheets: [
        { name: 'Spring', rows: [{ row: 1, cells: HEADERS }, { row: 2 }] },
        { name: 'Autumn', rows: [{}, { row: 2, cells: ['In autumn', second] }] },
        { name: 'Notes' },
        { name: 'Blank', rows: [] },
      ],
    });
    const review = await again(asked.id, { sheet: 'Autumn', headerRow: 1 });
    expect(review).toMatchObject({
      state: 'review',
      question: null,
      sheet: 'Autumn',
      counts: { create: 1 },
    });
    expect(review.sheets).toContainEqual({ name: 'Spring', rows: [] });
    await imports.finish(review.id);
    expect(await find(second)).toMatchObject({ name: 'In autumn' });
    expect(await find(first)).toBeUndefined();
  });

  it('is asked nothing when the upload names the sheet', async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const book = await bookWith(first, second);
    const review = await read(book, 'seasons.xlsx', { sheet: 'Autumn' });
    expect(review).toMatchObject({ state: 'review', sheet: 'Autumn', headerRow: 1 });
    await imports.cancel(review.id).expect(200);
    expect(await read(book, 'seasons.xlsx', { sheet: 'Winter' })).toMatchObject({
      state: 'failed',
      error: { code: 'sheet.not-found', message: expect.stringContaining('"Spring", "Autumn"') },
    });
  });

  it('refuses a sheet or a row that is not there, by field, and goes on asking', async () => {
    const { id } = await read(await bookWith(freshNumber(), freshNumber()), 'seasons.xlsx');
    const problemsOf = async (body: object) => {
      const answer = await imports.choose(id, body).expect(400);
      return answer.body.error.details.errors.map(
        ({ path, code }: { path: string[]; code: string }) => [path.join('.'), code],
      );
    };
    expect(await problemsOf({ sheet: 'Winter' })).toEqual([['sheet', 'sheet.not-found']]);
    expect(await problemsOf({ sheet: 'Blank' })).toEqual([['sheet', 'sheet.not-found']]);
    expect(await problemsOf({ headerRow: 9 })).toEqual([['headerRow', 'header-row.not-found']]);
    expect(await problemsOf({ headerRow: -1 })).toEqual([['headerRow', 'header-row.not-found']]);
    const { body: refused } = await imports.choose(id, { sheet: 'Winter' }).expect(400);
    expect(refused.error.message).toContain('"Spring", "Autumn", "Notes".');
    expect(await problemsOf({})).toHaveLength(1);
    expect((await imports.get(id)).body).toMatchObject({ state: 'mapping', sheet: 'Spring' });
    const { body } = await imports.cancel(id).expect(200);
    expect(body).toMatchObject({ state: 'cancelled', sheets: [] });
    expect(
      await app.knex('contact_imports').where({ document_id: id }).pluck('source_table'),
    ).toEqual([null]);
  });
});

describe('titles above the headers', () => {
  const [TITLE, OWN] = [['Members of the club'], ['Who', 'Where', 'Phone of them']];

  it('ask for the row, then for the columns, in a text file as well', async () => {
    const phone = freshNumber();
    const csv = csvOf(TITLE, OWN, ['Wanjiru', 'Nairobi', phone], ['Asha', 'Pune', freshNumber()]);
    const asked = await read(csv, 'club.csv');
    expect(asked).toMatchObject({
      state: 'mapping',
      question: 'table',
      sheet: '',
      headerRow: 2,
      sheets: [{ name: '', rows: [{ row: 1 }, { row: 2, cells: OWN }, { row: 3 }, { row: 4 }] }],
    });
    const columns = await again(asked.id, { headerRow: 2 });
    expect(columns).toMatchObject({
      state: 'mapping',
      question: 'columns',
      headers: OWN,
      mapping: { name: 0, primaryContact: 2 },
    });
    const other = await again(asked.id, { headerRow: 1 });
    expect(other).toMatchObject({ question: 'columns', headerRow: 1, headers: [TITLE[0], '', ''] });
    const review = await again(asked.id, {
      headerRow: 2,
      mapping: { name: 0, primaryContact: 2, notes: null },
    });
    expect(review).toMatchObject({
      state: 'review',
      headerRow: 2,
      counts: { create: 2, reject: 0 },
    });
    await imports.finish(review.id);
    expect(await find(phone)).toMatchObject({ name: 'Wanjiru', notes: null });
  });

  it('ask nothing when the headers are those of the template, or the upload says the row', async () => {
    const template = await read(await workbookOf([HEADERS, ['A', freshNumber()]], TITLE), 't.xlsx');
    expect(template).toMatchObject({ state: 'review', headerRow: 2, counts: { create: 1 } });
    await imports.cancel(template.id).expect(200);
    const mapping = JSON.stringify({ name: 0, primaryContact: 2 });
    const csv = csvOf(TITLE, OWN, ['Wanjiru', 'Nairobi', freshNumber()]);
    const said = await read(csv, 'club.csv', { headerRow: '2', mapping });
    expect(said).toMatchObject({ state: 'review', headerRow: 2, counts: { create: 1, reject: 0 } });
    await imports.cancel(said.id).expect(200);
    expect(await read(csv, 'club.csv', { headerRow: '8', mapping })).toMatchObject({
      state: 'failed',
      error: { code: 'header-row.not-found' },
    });
    const refused = await manager
      .post(`${ROOT}/imports`)
      .attach('file', csv, 'club.csv')
      .field('headerRow', 'first')
      .expect(400);
    expect(refused.body.error.details.errors).toMatchObject([
      { path: ['headerRow'], code: 'header-row.not-found' },
    ]);
  });

  it('of a list without headers can be told so: its first row is a contact', async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const csv = csvOf(['Asha', first], ['Ravi', second]);
    const asked = await read(csv, 'two.csv');
    expect(asked).toMatchObject({ question: 'columns', headerRow: 0 });
    const review = await again(asked.id, { headerRow: 0, mapping: { name: 0, primaryContact: 1 } });
    expect(review.counts).toMatchObject({ total: 2, create: 2 });
    await imports.cancel(review.id).expect(200);
  });
});

it('every column that the import does not need can be left out', async () => {
  const phone = freshNumber();
  const headers = ['Name', 'Category', 'Phone', 'Secondary Contact', 'Email', 'Groups', 'Mobile'];
  const cells = ['Only me', 'No', phone, freshNumber(), 'no@example.com', 'None', freshNumber()];
  const asked = await imports.review([cells], {}, headers);
  expect(asked).toMatchObject({ state: 'mapping', question: 'columns' });
  const left = { category: null, secondaryContact: null, email: null, groups: null };
  const review = await again(asked.id, { mapping: { name: 0, primaryContact: 2, ...left } });
  expect(review.newNames).toEqual({ categories: [], groups: [] });
  await imports.finish(review.id);
  expect(await find(phone)).toMatchObject({
    ...{ name: 'Only me', category: null, secondaryContact: null, email: null, groups: [] },
  });
});
