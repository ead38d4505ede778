import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { addContacts, addRecord } from '../factories/contacts';
import { defineField, removeFieldsAndContacts } from '../factories/custom-fields';
import { importsOf } from '../factories/imports';
import { fillWithNastyContacts, NASTY_FIELDS, NASTY_GROUPS } from '../factories/nasty-contacts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { bytesOf } from '../helpers/download';

const ROOT = '/contacts-manager';
const LABEL = '=HYPERLINK("http://example.com";"open")';

let app: TestApp;
let client: Client;

beforeAll(async () => {
  app = await createApp();
  ({ client } = await app.signIn('strapi-super-admin'));
});
afterAll(() => app.close());

const everybody = { kind: 'filter', filter: {} };
const download = (format: string): Promise<Buffer> =>
  bytesOf(client.post(`${ROOT}/exports`, { selection: everybody, format }).expect(200));

async function headersOf(format: string, bytes: Buffer): Promise<string> {
  if (format === 'csv') return bytes.toString().split('\r\n')[0] ?? '';
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook.getWorksheet('Contacts')?.getRow(1).getCell(8).text ?? '';
}

describe('with an option that was removed and a label like a formula', () => {
  beforeAll(async () => {
    const field = { key: 'size', label: LABEL, type: 'choice', options: ['S', 'M'] };
    const { body } = await client.post(`${ROOT}/custom-fields`, field).expect(201);
    await addContacts(client, [
      { name: 'Asha Rao', customFields: { size: 'S' } },
      { name: 'Ben Okri', customFields: { size: 'M' } },
    ]);
    const { documentId } = body.data;
    await client
      .put(`${ROOT}/custom-fields/${documentId}`, { ...field, options: ['M'] })
      .expect(200);
  });

  test.each(['csv', 'xlsx'])(
    'an export as %s holds no formula and changes nothing',
    async (format) => {
      const bytes = await download(format);
      expect(await headersOf(format, bytes)).toContain("'=HYPERLINK");
      const imports = importsOf(client);
      const id = await imports.uploadBytes(bytes, `contacts.${format}`, { existing: 'update' });
      expect(await imports.settle(id)).toMatchObject({
        state: 'review',
        mapping: { 'customFields.size': 7 },
        counts: { total: 2, unchanged: 2, reject: 0, update: 0 },
      });
    },
  );
});

describe('ten thousand contacts with texts that files mistake', () => {
  const COUNT = 10_000;

  beforeAll(async () => {
    await removeFieldsAndContacts(app);
    for (const name of NASTY_GROUPS) await addRecord(client, 'groups', name);
    for (const field of NASTY_FIELDS) await defineField(client, field);
    await fillWithNastyContacts(app, COUNT);
  });

  test.each(['csv', 'xlsx'])('an export as %s changes nobody', async (format) => {
    const imports = importsOf(client);
    const bytes = await download(format);
    const id = await imports.uploadBytes(bytes, `contacts.${format}`, {
      existing: 'update',
      unknownNames: 'reject',
    });
    const review = await imports.settle(id);
    for (const decision of ['update', 'reject', 'create']) {
      expect(await imports.rows(id, `?decision=${decision}`)).toEqual([]);
    }
    expect(review).toMatchObject({
      state: 'review',
      counts: { total: COUNT, unchanged: COUNT, create: 0, update: 0, skip: 0, reject: 0 },
      newNames: { categories: [], groups: [] },
    });
  });

  test('no cell of a CSV file begins like a formula, whatever stands before it', async () => {
    const rows: string[][] = parse(await download('csv'), { bom: true });
    expect(rows).toHaveLength(COUNT + 1);
    const dangerous = rows
      .flat()
      .filter((cell) => /^["\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell))
      .filter((cell) => !/^[+-]?\d+(\.\d+)?$/.test(cell));
    expect(dangerous).toEqual([]);
  });
});
