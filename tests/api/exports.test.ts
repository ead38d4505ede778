import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { addContacts, addRecord, phoneNumber } from '../factories/contacts';
import { importsOf } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { bytesOf } from '../helpers/download';

let app: TestApp;
let manager: Client;
const ROOT = '/contacts-manager';
const FORMATS = ['xlsx', 'csv'] as const;
type Format = (typeof FORMATS)[number];
const everybody = { kind: 'filter', filter: {} };

const HEADERS = [
  ...['Name', 'Category', 'Primary Contact', 'Secondary Contact', 'Email', 'Groups', 'Notes'],
  ...['Status', 'Status reason', 'Source', 'Created At'],
];
const FORMULA = '=HYPERLINK("http://example.com","open")';
const NAMES = [
  ...['عائشة محمد', 'שרה כהן', '👩‍🚀 Zoë', 'रमा देवी', 'O’Neil "Bo", Jr.', 'semi;=1+1'],
  ...[FORMULA, '+Plus', '-2+3', '@handle', '＝full width', "'=quoted", '_x0041_', '<b>&amp;'],
];
const NOTES = 'First line\n=cmd|calc\n"third", with a bell \u0007';

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  const names = ['Smith, Jones & Co', 'The "A" team', '=evil', '@all', 'Plain'];
  const groups: string[] = [];
  for (const name of names) groups.push((await addRecord(manager, 'groups', name)).documentId);
  const category = (await addRecord(manager, 'categories', '@Lead, "hot"')).documentId;
  const contacts = await addContacts(
    manager,
    NAMES.map((name, at) => ({
      name,
      category: at % 2 ? category : null,
      secondaryContact: at % 3 ? null : phoneNumber(1_000 + at),
      email: `person${at}@example.com`,
      groups: groups.slice(at % groups.length),
      notes: at % 2 ? NOTES : '-1+1',
    })),
  );
  const [first, second] = contacts.map(({ documentId }) => documentId);
  await manager.post(`${ROOT}/contacts/${first}/block`, { reason: '=SUM(A1:A9)' }).expect(200);
  await manager.post(`${ROOT}/contacts/${second}/archive`, {}).expect(200);
});
afterAll(() => app.close());

const request = (client: Client, body: object) => client.post(`${ROOT}/exports`, body);
const download = (format: Format, body: object = {}): Promise<Buffer> =>
  bytesOf(request(manager, { selection: everybody, format, ...body }).expect(200));

async function cellsOf(format: Format, bytes: Buffer): Promise<string[][]> {
  if (format === 'csv') return parse(bytes, { bom: true });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const rows: string[][] = [];
  workbook.getWorksheet('Contacts')?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      expect([exceljs.ValueType.String, exceljs.ValueType.Null]).toContain(cell.type);
      cells.push(cell.text);
    });
    rows.push(cells);
  });
  return rows;
}

describe.each(FORMATS)('an export as %s', (format) => {
  test('is a file with the columns of the template, and no formula in it', async () => {
    const answer = await request(manager, { selection: everybody, format });
    expect(answer.headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="contacts-\\d{4}-\\d\\d-\\d\\d\\.${format}"$`),
    );
    const [headers, ...rows] = await cellsOf(format, await download(format));
    expect(headers).toEqual(HEADERS);
    expect(rows).toHaveLength(NAMES.length);
    const dangerous = rows
      .flat()
      .filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^\+\d{7,15}$/.test(cell));
    expect(dangerous).toEqual([]);
    const cells = rows.find((row) => row[0] === `'${FORMULA}`);
    expect(cells?.slice(2, 5)).toEqual([phoneNumber(6), phoneNumber(1_006), 'person6@example.com']);
    const blocked = rows.find((row) => row[7] === 'Blocked');
    expect(blocked?.slice(8, 10)).toEqual(["'=SUM(A1:A9)", 'Added by hand']);
    expect(rows.filter((row) => row[7] === 'Archived')).toHaveLength(1);
  });

  test.each(['skip', 'update'])('imported again with "%s" changes nothing', async (existing) => {
    const imports = importsOf(manager);
    const before = await app.knex('contact_operation_items').count('* as n');
    const bytes = await download(format);
    const id = await imports.uploadBytes(bytes, `contacts.${format}`, { existing });
    const review = await imports.settle(id);
    expect(review).toMatchObject({
      state: 'review',
      counts: {
        ...{ total: NAMES.length, create: 0, update: 0, reject: 0 },
        ...(existing === 'update' ? { unchanged: NAMES.length, skip: 0 } : {}),
      },
    });
    expect(await imports.finish(id)).toMatchObject({ state: 'done' });
    expect(await app.knex('contact_operation_items').count('* as n')).toEqual(before);
    expect(await cellsOf(format, await download(format))).toEqual(await cellsOf(format, bytes));
  });

  test('has the columns asked for, of the rows asked for', async () => {
    const [row] = await app.knex('contacts').where({ name: 'रमा देवी' });
    const selection = { kind: 'ids', ids: [row.document_id, 'gone'] };
    const columns = ['status', 'name'];
    const bytes = await download(format, { selection, columns });
    expect(await cellsOf(format, bytes)).toEqual([
      ['Status', 'Name'],
      ['Active', 'रमा देवी'],
    ]);
    const except = [row.document_id];
    const others = { kind: 'filter', filter: { status: 'active' }, except };
    const rows = await cellsOf(format, await download(format, { selection: others, columns }));
    expect(rows).toHaveLength(NAMES.length - 2);
    expect(rows.map(([, name]) => name)).not.toContain('रमा देवी');
  });

  test('of nobody has headers only', async () => {
    const selection = { kind: 'filter', filter: { search: 'nobody at all' } };
    expect(await cellsOf(format, await download(format, { selection }))).toEqual([HEADERS]);
  });
});

test('CSV is UTF-8 behind its mark, with the line ends of RFC 4180', async () => {
  const bytes = await download('csv', { columns: ['name', 'primaryContact'] });
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const lines = bytes.toString().split('\r\n');
  expect(lines).toContain(`"O’Neil ""Bo"", Jr.",${phoneNumber(4)}`);
  expect(lines).toContain(`"semi;=1+1",${phoneNumber(5)}`);
  expect(lines.at(-1)).toBe('');
});

describe('an export as vCard', () => {
  const cards = async (body: object = {}) => {
    const answer = await bytesOf(
      request(manager, { selection: everybody, format: 'vcard', ...body }).expect(200),
    );
    return answer.toString().replaceAll('\r\n ', '').split('END:VCARD\r\n').slice(0, -1);
  };

  test('has a card of each contact, with groups and notes', async () => {
    const answer = await request(manager, { selection: everybody, format: 'vcard' }).expect(200);
    expect(answer.headers['content-type']).toBe('text/vcard; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(/filename="contacts-[-\d]+\.vcf"$/);
    const all = await cards();
    expect(all).toHaveLength(NAMES.length);
    const { document_id: uid } = await app.knex('contacts').where({ name: '+Plus' }).first();
    expect(all[7]!.split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      `UID:${uid}`,
      'FN:+Plus',
      'N:;+Plus;;;',
      `TEL;TYPE=CELL,PREF:${phoneNumber(7)}`,
      'EMAIL:person7@example.com',
      'CATEGORIES:=evil,@all,Plain',
      'NOTE:First line\\n=cmd|calc\\n"third"\\, with a bell ',
      '',
    ]);
    expect(all[0]).toContain('CATEGORIES:=evil,@all,Plain,Smith\\, Jones & Co,The "A" team\r\n');
  });

  test('leaves out what is not among the columns, but name and numbers', async () => {
    const [first] = await cards({ columns: ['notes', 'status'] });
    expect(first).toContain(`TEL:${phoneNumber(1_000)}`);
    expect(first).toContain('NOTE:-1+1');
    expect(first).not.toMatch(/EMAIL|CATEGORIES/);
  });
});

test('the answer says how many contacts are in the file, where that is known', async () => {
  const [row] = await app.knex('contacts').where({ name: 'रमा देवी' });
  const ids = [row.document_id, 'gone'];
  const totals: [object, string | undefined][] = [
    [everybody, String(NAMES.length)],
    [{ kind: 'filter', filter: { status: 'archived' } }, '1'],
    [{ kind: 'filter', filter: { search: 'nobody at all' } }, '0'],
    [{ kind: 'ids', ids }, '1'],
    [{ ...everybody, except: [row.document_id] }, undefined],
  ];
  for (const [selection, total] of totals) {
    const { headers } = await request(manager, { selection, format: 'csv' }).expect(200);
    expect(headers['x-contacts-total']).toBe(total);
  }
});

test('an unknown column, format or selection is refused by name', async () => {
  const { body } = await request(manager, {
    selection: everybody,
    format: 'csv',
    columns: ['name', 'customFields.gone'],
  }).expect(400);
  expect(body.error.details).toMatchObject({
    code: 'value.invalid',
    errors: [{ path: ['columns', 1] }],
  });
  await request(manager, { selection: everybody, format: 'pdf' }).expect(400);
  await request(manager, { selection: everybody, format: 'csv', columns: [] }).expect(400);
  const misspelt = { kind: 'filter', filter: { stauts: 'active' } };
  await request(manager, { selection: misspelt, format: 'csv' }).expect(400);
});

test('takes the rights to read and to export', async () => {
  const body = { selection: everybody, format: 'csv' };
  await request(app.anonymous, body).expect(401);
  await request((await app.signIn('contacts-agent')).client, body).expect(403);
  await request((await app.signIn(['export'])).client, body).expect(403);
  await request((await app.signIn(['read', 'export'])).client, body).expect(200);
});

test('what fails half-way breaks off, and is no file', async () => {
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await app
    .knex('contacts')
    .where({ name: 'रमा देवी' })
    .update({ notes: 'x'.repeat(40_000) });
  try {
    await expect(download('xlsx')).rejects.toThrow(/aborted|socket hang up|ECONNRESET/);
    expect(error).toHaveBeenCalledWith(expect.stringContaining('more text than a workbook'));
    expect((await download('csv')).includes('x'.repeat(40_000))).toBe(true);
  } finally {
    await app.knex('contacts').where({ name: 'रमा देवी' }).update({ notes: null });
    error.mockRestore();
  }
});
