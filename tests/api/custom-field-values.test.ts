import ExcelJS from 'exceljs';
import { freshNumber } from '../factories/contacts';
import {
  column,
  defineField,
  FIELD_CASES,
  FIELD_KEYS,
  removeFieldsAndContacts,
} from '../factories/custom-fields';
import { importsOf, row } from '../factories/imports';
import { TEMPLATE_HEADERS } from '../factories/workbook.mjs';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, ROOT } from '../helpers/directory';
import { bytesOf } from '../helpers/download';
import { linesOf, waysIn } from '../helpers/ways-in';

/** Values of custom fields: every way in, what is stored, and what comes back out. */
let app: TestApp;
let owner: Client;
let manager: Client;
let api: Client;
let imports: ReturnType<typeof importsOf>;

beforeAll(async () => {
  app = await createApp();
  owner = (await app.signIn('strapi-super-admin')).client;
  manager = (await app.signIn('contacts-manager')).client;
  api = await app.apiToken('full-access');
  imports = importsOf(manager);
});
afterAll(() => app.close());
beforeEach(() => removeFieldsAndContacts(app));

const { add, find, read, undo } = directoryOf(() => manager);
const WAYS = waysIn(() => ({ owner, manager, api }));
const WRONG = FIELD_KEYS.map((key) => `customFields ${key} ${FIELD_CASES[key]!.code}`).sort();
const valuesOf = async (documentId: string) => (await read(documentId)).customFields;
const change = (documentId: string, customFields: object) =>
  manager.put(`${ROOT}/contacts/${documentId}`, { customFields }).expect(200);

describe('a field of each type', () => {
  beforeEach(async () => {
    for (const [key, { type, options }] of Object.entries(FIELD_CASES)) {
      await defineField(owner, { label: `The ${key}`, key, type, ...(options ? { options } : {}) });
    }
  });

  test.each(Object.entries(WAYS))(
    'takes its values over %s, and refuses others',
    async (_name, way) => {
      const primaryContact = freshNumber();
      const data = { name: 'Asha', primaryContact };
      const refused = await way.create({ ...data, customFields: column('wrong') });
      expect(refused.status).toBe(way.refusedWith);
      expect(linesOf(refused)).toEqual(WRONG);
      const created = await way.create({ ...data, customFields: column('sent') });
      expect(linesOf(created)).toEqual([]);
      const { documentId, customFields } = await find(primaryContact);
      expect(customFields).toEqual(column('stored'));
      const contact = { documentId, primaryContact };
      const right = { score: 8, vip: false };
      const refusedChange = await way.update(contact, { customFields: column('wrong') });
      expect(linesOf(refusedChange)).toEqual(WRONG);
      expect(linesOf(await way.update(contact, { customFields: right }))).toEqual([]);
      expect(await valuesOf(documentId)).toEqual({ ...column('stored'), ...right });
    },
  );

  test('is held to by strapi.db.query() as well', async () => {
    const query = app.strapi.db.query('api::contact.contact');
    const data = { name: 'Asha', primaryContact: freshNumber(), customFields: column('sent') };
    await expect(
      query.create({ data: { ...data, customFields: column('wrong') } }),
    ).rejects.toMatchObject({ code: 'value.invalid' });
    const { id, documentId } = await query.create({ data });
    await query.update({ where: { id }, data: { customFields: { score: 1 } } });
    expect(await valuesOf(documentId)).toEqual({ ...column('stored'), score: 1 });
    await expect(
      query.updateMany({ where: { id }, data: { customFields: { score: 'x' } } }),
    ).rejects.toMatchObject({ code: 'write.unsupported' });
  });

  test('is read as JSON over REST and GraphQL', async () => {
    const { documentId } = await add({ customFields: column('sent') });
    const rest = await api.get(`/api/contacts/${documentId}`).expect(200);
    expect(rest.body.data.customFields).toEqual(column('stored'));
    const graphql = await api.graphql(
      'query ($id: ID!) { contact(documentId: $id) { customFields } }',
      { id: documentId },
    );
    expect(graphql.body.data.contact.customFields).toEqual(column('stored'));
  });

  test('is a column of the template', async () => {
    const body = await bytesOf(manager.get(`${ROOT}/imports/template`).expect(200));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(body).buffer);
    const headers = workbook.getWorksheet('Contacts')?.getRow(1).values;
    expect(headers).toEqual([
      undefined,
      ...TEMPLATE_HEADERS,
      ...FIELD_KEYS.map((key) => `The ${key}`),
    ]);
  });

  test('comes in by import, under its label or its key', async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const headers = [
      ...TEMPLATE_HEADERS,
      ...FIELD_KEYS.map((key, at) => (at % 2 ? key : `THE ${key}`)),
    ];
    const review = await imports.review(
      [
        [...row({ name: 'Asha', phone: first }), ...Object.values(column('cell'))],
        [...row({ name: 'Ben', phone: second }), ...Object.values(column('wrongCell'))],
      ],
      {},
      headers,
    );
    expect(review.counts).toMatchObject({ create: 1, reject: 1 });
    const [, problem] = await imports.rows(review.id);
    expect(problem!.issues.map(({ field, code }) => `${field} ${code}`).sort()).toEqual(
      FIELD_KEYS.map((key) => `customFields.${key} ${FIELD_CASES[key]!.code}`).sort(),
    );
    await imports.finish(review.id);
    const contact = await find(first);
    expect(contact.customFields).toEqual(column('stored'));
    const { body } = await manager.get(`${ROOT}/contacts/${contact.documentId}/timeline`);
    expect(body.results[0].after.customFields).toEqual(column('stored'));
  });

  test('is changed by an import where a cell is filled, and taken back by undo', async () => {
    const contact = await add({ customFields: { company: 'Old', score: 1, vip: false } });
    const cells = FIELD_KEYS.map((key) => ({ company: 'New', vip: '', score: '1' })[key] ?? '');
    const review = await imports.review(
      [[...row({ name: '', phone: contact.primaryContact }), ...cells]],
      { existing: 'update' },
      [...TEMPLATE_HEADERS, ...FIELD_KEYS],
    );
    const [planned] = await imports.rows(review.id);
    expect(planned).toMatchObject({
      decision: 'update',
      changes: [{ field: 'customFields.company', before: 'Old', after: 'New' }],
    });
    const done = await imports.finish(review.id);
    const expected = { company: 'New', score: 1, vip: false };
    expect(await valuesOf(contact.documentId)).toEqual(expected);
    // Somebody changes another field meanwhile, which the undo of the first leaves alone.
    await change(contact.documentId, { score: 2 });
    expect(await undo(String(done.operationId))).toMatchObject({ applied: 1, skippedCount: 0 });
    expect(await valuesOf(contact.documentId)).toEqual({ company: 'Old', score: 2, vip: false });
  });

  test('is recorded one by one, and taken back one by one', async () => {
    const contact = await add({ customFields: { company: 'Rao', score: 1 } });
    await change(contact.documentId, { score: 2, company: null, born: '2000-01-01' });
    const timeline = await manager.get(`${ROOT}/contacts/${contact.documentId}/timeline`);
    const [{ operation, before, after }] = timeline.body.results;
    expect(before).toEqual({ customFields: { company: 'Rao', score: 1, born: null } });
    expect(after).toEqual({ customFields: { company: null, score: 2, born: '2000-01-01' } });
    await undo(operation.operationId);
    expect(await valuesOf(contact.documentId)).toEqual({ company: 'Rao', score: 1 });
  });

  test('columns can be chosen by a person', async () => {
    const number = freshNumber();
    const review = await imports.review(
      [['Asha', number, 'L7']],
      { mapping: JSON.stringify({ name: 0, primaryContact: 1, 'customFields.company': 2 }) },
      ['Who', 'Line', 'Where'],
    );
    expect(review.mapping).toMatchObject({ 'customFields.company': 2 });
    await imports.finish(review.id);
    expect((await find(number)).customFields).toEqual({ company: 'L7' });
  });
});

test('new contacts get defaults, over every way in', async () => {
  await defineField(owner, { label: 'Vip', type: 'yes-no', defaultValue: false });
  await defineField(owner, {
    label: 'Size',
    type: 'choice',
    options: ['S', 'M'],
    defaultValue: 'S',
    required: true,
  });
  for (const { create } of Object.values(WAYS)) {
    const primaryContact = freshNumber();
    await create({ name: 'Asha', primaryContact, customFields: { vip: null } });
    expect((await find(primaryContact)).customFields).toEqual({ size: 'S' });
  }
  const number = freshNumber();
  const review = await imports.review([row({ name: 'Asha', phone: number })]);
  await imports.finish(review.id);
  expect((await find(number)).customFields).toEqual({ size: 'S', vip: false });
});
