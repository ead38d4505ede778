import ExcelJS from 'exceljs';
import type { Response } from 'supertest';
import type { CustomField, FieldType } from '../../plugins/contacts-manager/shared/custom-fields';
import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import { addContacts, phoneNumber } from '../factories/contacts';
import { importsOf, row } from '../factories/imports';
import { TEMPLATE_HEADERS } from '../factories/workbook.mjs';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

let app: TestApp;
let owner: Client;
let manager: Client;
let agent: Client;
let api: Client;
let imports: ReturnType<typeof importsOf>;
let next = 0;

const ROOT = '/contacts-manager';
const FIELDS = `${ROOT}/custom-fields`;
const CM = '/content-manager/collection-types/api::contact.contact';

beforeAll(async () => {
  app = await createApp();
  owner = (await app.signIn('strapi-super-admin')).client;
  manager = (await app.signIn('contacts-manager')).client;
  agent = (await app.signIn('contacts-agent')).client;
  api = await app.apiToken('full-access');
  imports = importsOf(manager);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.knex('contacts').delete();
  await app.knex('contact_custom_fields').delete();
  await app.knex('contact_custom_field_keys').delete();
});

const freshNumber = () => phoneNumber((next += 1));
const define = async (field: object): Promise<CustomField> =>
  (await owner.post(FIELDS, field).expect(201)).body.data;
const refuse = async (field: object) => {
  const { body } = await owner.post(FIELDS, field).expect(400);
  return body.error.details.errors.map(({ path, code }: { path: string[]; code: string }) => [
    ...path,
    code,
  ]);
};
const listFields = async (client = manager): Promise<CustomField[]> =>
  (await client.get(FIELDS).expect(200)).body.results;
const add = async (entry: object = {}): Promise<ContactView> => {
  const [contact] = await addContacts(manager, [{ ...entry }], (next += 1));
  return contact!;
};
const valuesOf = async (documentId: string) =>
  (await manager.get(`${ROOT}/contacts/${documentId}`).expect(200)).body.data.customFields;
const update = (documentId: string, customFields: unknown, client = manager) =>
  client.put(`${ROOT}/contacts/${documentId}`, { customFields });

interface Case {
  type: FieldType;
  options?: string[];
  sent: unknown;
  stored: unknown;
  cell: string;
  wrong: unknown;
  wrongCell: string;
  code: string;
}
/** One field of each type. */
const CASES: Record<string, Case> = {
  company: {
    ...{ type: 'text', sent: ' Rao & Co ', stored: 'Rao & Co', cell: 'Rao & Co' },
    ...{ wrong: 5, wrongCell: 'two\nlines', code: 'value.invalid' },
  },
  story: {
    ...{ type: 'long-text', sent: 'one\r\ntwo', stored: 'one\ntwo', cell: 'one\ntwo' },
    ...{ wrong: 'x'.repeat(10_001), wrongCell: 'x'.repeat(10_001), code: 'field.too-long' },
  },
  score: {
    ...{ type: 'number', sent: '7.5', stored: 7.5, cell: '7.5' },
    ...{ wrong: 'many', wrongCell: 'many', code: 'field.number' },
  },
  vip: {
    ...{ type: 'yes-no', sent: true, stored: true, cell: 'yes' },
    ...{ wrong: 'perhaps', wrongCell: 'perhaps', code: 'field.yes-no' },
  },
  born: {
    ...{ type: 'date', sent: '2000-02-29', stored: '2000-02-29', cell: '2000-02-29' },
    ...{ wrong: '2001-02-29', wrongCell: '29.2.2000', code: 'field.date' },
  },
  size: {
    ...{ type: 'choice', options: ['S', 'M'], sent: 'M', stored: 'M', cell: 'm' },
    ...{ wrong: 'XL', wrongCell: 'XL', code: 'field.choice' },
  },
  drinks: {
    ...{ type: 'choices', options: ['Tea', 'Coffee, black'], cell: '"Coffee, black", tea' },
    ...{ sent: ['Coffee, black', 'Tea'], stored: ['Tea', 'Coffee, black'] },
    ...{ wrong: ['Tea', 'Beer'], wrongCell: 'Tea, Beer', code: 'field.choice' },
  },
  office: {
    ...{ type: 'email', sent: 'Asha@Example.com', stored: 'asha@example.com' },
    ...{ cell: 'Asha@Example.com', wrong: 'asha', wrongCell: 'asha', code: 'email.invalid' },
  },
  site: {
    ...{ type: 'link', sent: 'https://example.com', stored: 'https://example.com' },
    ...{ cell: 'https://example.com', wrong: 'javascript:alert(1)' },
    ...{ wrongCell: 'example.com', code: 'field.link' },
  },
};
const KEYS = Object.keys(CASES);
const column = <Name extends keyof Case>(name: Name): Record<string, Case[Name]> =>
  Object.fromEntries(Object.entries(CASES).map(([key, one]) => [key, one[name]]));
const sorted = (problems: string[][]) => problems.map((parts) => parts.join(' ')).sort();
const WRONG = sorted(KEYS.map((key) => ['customFields', key, CASES[key]!.code]));

type Answer = Pick<Response, 'status' | 'body'>;
/** Every way to write a contact one by one; `problems` are the paths and codes of a refusal. */
const WAYS: Record<string, { create: (data: object) => Promise<Answer>; refused: number }> = {
  form: { refused: 400, create: async (data) => manager.post(`${ROOT}/contacts`, data) },
  batch: {
    refused: 400,
    create: async (data) => manager.post(`${ROOT}/contacts/batch`, { contacts: [data] }),
  },
  REST: { refused: 400, create: async (data) => api.post('/api/contacts', { data }) },
  upsert: {
    refused: 400,
    create: async (data) => api.post('/api/contacts-manager/contacts/upsert', { data }),
  },
  GraphQL: {
    refused: 200,
    create: async (data) =>
      api.graphql('mutation ($data: ContactInput!) { createContact(data: $data) { documentId } }', {
        data,
      }),
  },
  'Content Manager': { refused: 400, create: async (data) => owner.post(CM, data) },
};
const problemsOf = ({ body }: Answer): string[] => {
  const details = body.error?.details ?? body.errors?.[0]?.extensions?.error?.details;
  return sorted(
    (details?.errors ?? []).map(({ path, code }: { path: (string | number)[]; code: string }) => [
      ...path.filter((part) => part !== 'contacts' && part !== 0),
      code,
    ]),
  );
};
const byNumber = async (number: string) => {
  const search = encodeURIComponent(number);
  return (await manager.get(`${ROOT}/contacts?search=${search}`).expect(200)).body.results[0];
};

describe('a field of each type', () => {
  beforeEach(async () => {
    for (const [key, { type, options }] of Object.entries(CASES)) {
      await define({ label: `The ${key}`, key, type, ...(options ? { options } : {}) });
    }
  });

  test.each(Object.keys(WAYS))('takes its values over %s, and refuses others', async (name) => {
    const { create, refused } = WAYS[name]!;
    const primaryContact = freshNumber();
    const wrong = await create({ name: 'Asha', primaryContact, customFields: column('wrong') });
    expect(wrong.status).toBe(refused);
    expect(problemsOf(wrong)).toEqual(WRONG);
    const right = await create({ name: 'Asha', primaryContact, customFields: column('sent') });
    expect(problemsOf(right)).toEqual([]);
    const { documentId, customFields } = await byNumber(primaryContact);
    expect(customFields).toEqual(column('stored'));
    const changed = { wrong: column('wrong'), right: { score: 8, vip: false } };
    const change = (data: object) =>
      name === 'GraphQL'
        ? api.graphql(
            'mutation ($id: ID!, $data: ContactInput!) { updateContact(documentId: $id, data: $data) { customFields } }',
            { id: documentId, data },
          )
        : name === 'upsert'
          ? create({ primaryContact, ...data })
          : name === 'REST'
            ? api.put(`/api/contacts/${documentId}`, { data })
            : name === 'Content Manager'
              ? owner.put(`${CM}/${documentId}`, data)
              : manager.put(`${ROOT}/contacts/${documentId}`, data);
    expect(problemsOf(await change({ customFields: changed.wrong }))).toEqual(WRONG);
    expect(problemsOf(await change({ customFields: changed.right }))).toEqual([]);
    expect(await valuesOf(documentId)).toEqual({ ...column('stored'), ...changed.right });
  });

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
    const { body } = await manager
      .get(`${ROOT}/imports/template`)
      .buffer(true)
      .parse((answer, done) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(body);
    const headers = workbook.getWorksheet('Contacts')?.getRow(1).values;
    expect(headers).toEqual([undefined, ...TEMPLATE_HEADERS, ...KEYS.map((key) => `The ${key}`)]);
  });

  test('comes in by import, under its label or its key', async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const headers = [...TEMPLATE_HEADERS, ...KEYS.map((key, at) => (at % 2 ? key : `THE ${key}`))];
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
    expect(sorted(problem!.issues.map(({ field, code }) => [field, code]))).toEqual(
      sorted(KEYS.map((key) => [`customFields.${key}`, CASES[key]!.code])),
    );
    await imports.finish(review.id);
    const contact = await byNumber(first);
    expect(contact.customFields).toEqual(column('stored'));
    const { body } = await manager.get(`${ROOT}/contacts/${contact.documentId}/timeline`);
    expect(body.results[0].after.customFields).toEqual(column('stored'));
  });

  test('is changed by an import where a cell is filled, and taken back by undo', async () => {
    const contact = await add({ customFields: { company: 'Old', score: 1, vip: false } });
    const cells = KEYS.map((key) => ({ company: 'New', vip: '', score: '1' })[key] ?? '');
    const review = await imports.review(
      [[...row({ name: '', phone: contact.primaryContact }), ...cells]],
      { existing: 'update' },
      [...TEMPLATE_HEADERS, ...KEYS],
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
    await update(contact.documentId, { score: 2 }).expect(200);
    const { body } = await manager.post(`${ROOT}/operations/${done.operationId}/undo`).expect(200);
    expect(body).toMatchObject({ applied: 1, skippedCount: 0 });
    expect(await valuesOf(contact.documentId)).toEqual({ company: 'Old', score: 2, vip: false });
  });

  test('is recorded one by one, and taken back one by one', async () => {
    const contact = await add({ customFields: { company: 'Rao', score: 1 } });
    await update(contact.documentId, { score: 2, company: null, born: '2000-01-01' }).expect(200);
    const timeline = await manager.get(`${ROOT}/contacts/${contact.documentId}/timeline`);
    const [{ operation, before, after }] = timeline.body.results;
    expect(before).toEqual({ customFields: { company: 'Rao', score: 1, born: null } });
    expect(after).toEqual({ customFields: { company: null, score: 2, born: '2000-01-01' } });
    await manager.post(`${ROOT}/operations/${operation.operationId}/undo`).expect(200);
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
    expect((await byNumber(number)).customFields).toEqual({ company: 'L7' });
  });
});

describe('an update', () => {
  beforeEach(async () => {
    await define({ label: 'Company', type: 'text' });
    await define({ label: 'Size', type: 'choice', options: ['S', 'M'], required: true });
  });

  test('keeps what it does not mention, clears what is blank, and knows no other key', async () => {
    const { documentId } = await add({ customFields: { company: 'Rao', size: 'S' } });
    await update(documentId, { size: 'M' }).expect(200);
    expect(await valuesOf(documentId)).toEqual({ company: 'Rao', size: 'M' });
    await update(documentId, { company: ' ' }).expect(200);
    expect(await valuesOf(documentId)).toEqual({ size: 'M' });
    expect(problemsOf(await update(documentId, { size: null, planet: 'Mars' }))).toEqual([
      'customFields planet field.unknown',
      'customFields size field.required',
    ]);
    expect(
      problemsOf(await api.put(`/api/contacts/${documentId}`, { data: { customFields: null } })),
    ).toEqual(['customFields size field.required']);
  });

  test('of a contact from before the field asks for nothing', async () => {
    const { documentId } = await add({ customFields: { size: 'S' } });
    await define({ label: 'Born', type: 'date', required: true });
    await manager.put(`${ROOT}/contacts/${documentId}`, { name: 'Other name' }).expect(200);
    await update(documentId, { company: 'Rao' }).expect(200);
  });

  test('two at once lose nothing of each other', async () => {
    const { documentId } = await add({ customFields: { size: 'S' } });
    const answers = await Promise.all([
      update(documentId, { size: 'M' }),
      update(documentId, { company: 'Rao' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await valuesOf(documentId)).toEqual({ company: 'Rao', size: 'M' });
  });

  test('while somebody types is checked, without asking for what is still to come', async () => {
    const contacts = [{ name: 'A', customFields: { company: 5 } }, { name: 'B' }];
    const { body } = await manager.post(`${ROOT}/contacts/check`, { contacts }).expect(200);
    expect(
      body.errors.map(({ path, code }: { path: []; code: string }) => [...path, code]),
    ).toEqual([['contacts', 0, 'customFields', 'company', 'value.invalid']]);
  });
});

test('new contacts get defaults, over every way in', async () => {
  await define({ label: 'Vip', type: 'yes-no', defaultValue: false });
  await define({
    label: 'Size',
    type: 'choice',
    options: ['S', 'M'],
    defaultValue: 'S',
    required: true,
  });
  for (const { create } of Object.values(WAYS)) {
    const primaryContact = freshNumber();
    await create({ name: 'Asha', primaryContact, customFields: { vip: null } });
    expect((await byNumber(primaryContact)).customFields).toEqual({ size: 'S' });
  }
  const number = freshNumber();
  const review = await imports.review([row({ name: 'Asha', phone: number })]);
  await imports.finish(review.id);
  expect((await byNumber(number)).customFields).toEqual({ size: 'S', vip: false });
});

test('a required field makes rows without it problems, and only new ones', async () => {
  const { primaryContact } = await add();
  await define({ label: 'Born', type: 'date', required: true });
  const review = await imports.review(
    [row({ name: 'New', phone: freshNumber() }), row({ name: 'Renamed', phone: primaryContact })],
    { existing: 'update' },
  );
  expect(review.counts).toMatchObject({ reject: 1, update: 1 });
  const [missing] = await imports.rows(review.id, '?decision=reject');
  expect(missing?.issues).toMatchObject([{ field: 'customFields.born', code: 'field.required' }]);
});

describe('a deleted field', () => {
  test('leaves its values stored, and a field of the same key and type brings them back', async () => {
    const field = await define({ label: 'Company', type: 'text' });
    const { documentId } = await add({ customFields: { company: 'Rao' } });
    await owner.delete(`${FIELDS}/${field.documentId}`).expect(200);
    await owner.delete(`${FIELDS}/${field.documentId}`).expect(404);
    expect(problemsOf(await update(documentId, { company: 'Menon' }))).toEqual([
      'customFields company field.unknown',
    ]);
    // The Content Manager sends everything back.
    const { body } = await owner.get(`${CM}/${documentId}`).expect(200);
    const { name, primaryContact, customFields } = body.data;
    expect(customFields).toEqual({ company: 'Rao' });
    await owner
      .put(`${CM}/${documentId}`, { name: `${name}!`, primaryContact, customFields })
      .expect(200);
    expect(await refuse({ label: 'Firm', key: 'company', type: 'number' })).toEqual([
      ['key', 'field.key-taken'],
    ]);
    expect((await define({ label: 'Company', type: 'number' })).key).toBe('company2');
    expect((await define({ label: 'Firm', key: 'company', type: 'text' })).key).toBe('company');
    await update(documentId, { company: 'Menon' }).expect(200);
  });

  test('is not copied with a contact', async () => {
    const gone = await define({ label: 'Company', type: 'text' });
    await define({ label: 'Size', type: 'choice', options: ['S'], required: true });
    const { documentId } = await add({ customFields: { company: 'Rao', size: 'S' } });
    await owner.delete(`${FIELDS}/${gone.documentId}`).expect(200);
    const primaryContact = freshNumber();
    await owner
      .post(`${CM}/clone/${documentId}`, { name: 'Copy', primaryContact, secondaryContact: null })
      .expect(200);
    expect((await byNumber(primaryContact)).customFields).toEqual({ size: 'S' });
  });
});

describe('definitions', () => {
  test('are checked', async () => {
    await define({ label: 'Size', type: 'choice', options: ['S', 'M'] });
    expect(await refuse({ label: 'size', type: 'text' })).toEqual([['label', 'field.label-taken']]);
    expect(await refuse({ label: 'E-mail', type: 'text' })).toEqual([
      ['label', 'field.label-taken'],
    ]);
    expect(await refuse({ label: 'Status', type: 'text' })).toEqual([
      ['label', 'field.label-taken'],
    ]);
    expect(await refuse({ label: 'Colour', type: 'choice' })).toEqual([
      ['options', 'field.options'],
    ]);
    expect(await refuse({ label: 'Age', type: 'number', defaultValue: 'old' })).toEqual([
      ['defaultValue', 'field.number'],
    ]);
    expect(await refuse({ label: 'Age', key: 'size', type: 'number' })).toEqual([
      ['key', 'field.key-taken'],
    ]);
    expect(await refuse({ label: ' ', type: 'text' })).toEqual([['label', 'name.invalid']]);
    for (const key of ['1a', 'email', 'a-b', '__proto__', 'constructor']) {
      expect(await refuse({ label: 'Age', key, type: 'number' })).toEqual([
        ['key', 'request.invalid'],
      ]);
    }
    expect(await refuse({ label: 'Age', type: 'colour' })).toEqual([['type', 'request.invalid']]);
    expect(await listFields()).toHaveLength(1);
  });

  test('keep key and type, and what a change does not mention', async () => {
    const size = await define({
      ...{ label: 'Size', type: 'choice', options: ['S', 'M'], required: true },
      ...{ help: 'As on the label', defaultValue: 'S' },
    });
    const { body } = await owner
      .put(`${FIELDS}/${size.documentId}`, { label: 'Shirt', key: 'other', type: 'text' })
      .expect(200);
    expect(body.data).toEqual({ ...size, label: 'Shirt' });
    const without = await owner.put(`${FIELDS}/${size.documentId}`, { options: ['M'] }).expect(400);
    expect(without.body.error.details.errors).toMatchObject([
      { path: ['defaultValue'], code: 'field.choice' },
    ]);
    await owner
      .put(`${FIELDS}/${size.documentId}`, { options: ['M', 'L'], defaultValue: null, help: '' })
      .expect(200);
    expect(await listFields()).toMatchObject([
      { options: ['M', 'L'], help: null, defaultValue: null },
    ]);
    await owner.put(`${FIELDS}/nobody`, { label: 'X' }).expect(404);
  });

  test('hold at once, and say what they touch', async () => {
    const size = await define({ label: 'Size', type: 'choice', options: ['S', 'M', 'L'] });
    const tea = await define({ label: 'Tea', type: 'choices', options: ['Green', 'Black'] });
    const small = await add({ customFields: { size: 'S', tea: ['Green', 'Black'] } });
    await add({ customFields: { size: 'S', tea: ['Green'] } });
    await add({ customFields: { size: 'M' } });
    await add();
    const usage = async ({ documentId }: CustomField) =>
      (await owner.get(`${FIELDS}/${documentId}/usage`).expect(200)).body.data;
    expect(await usage(size)).toEqual({ contacts: 3, options: { S: 2, M: 1 } });
    expect(await usage(tea)).toEqual({ contacts: 2, options: { Green: 2, Black: 1 } });
    await owner.put(`${FIELDS}/${size.documentId}`, { options: ['M', 'L'] }).expect(200);
    // A value whose option is gone stays until somebody edits it.
    await update(small.documentId, { size: 'S', tea: [] }).expect(200);
    expect(await valuesOf(small.documentId)).toEqual({ size: 'S' });
    await update(small.documentId, { size: 'L' }).expect(200);
    expect(problemsOf(await update(small.documentId, { size: 'S' }))).toEqual([
      'customFields size field.choice',
    ]);
  });

  test('are put in order', async () => {
    const ids = [];
    for (const label of ['One', 'Two', 'Three']) {
      ids.push((await define({ label, type: 'text' })).documentId);
    }
    const wanted = [ids[2], ids[0], ids[1]];
    const { body } = await owner.post(`${FIELDS}/order`, { documentIds: wanted }).expect(200);
    expect(body.results.map(({ documentId }: CustomField) => documentId)).toEqual(wanted);
    expect((await listFields()).map(({ documentId }) => documentId)).toEqual(wanted);
    for (const wrong of [ids.slice(1), [...ids, 'x'], [ids[0], ids[0], ids[1]]]) {
      await owner.post(`${FIELDS}/order`, { documentIds: wrong }).expect(400);
    }
  });

  test('of one label are made once, however many ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, at) =>
        owner.post(FIELDS, { label: at % 2 ? 'Company' : 'COMPANY', type: 'text' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
    const refused = answers.filter(({ status }) => status === 400);
    expect(refused.map(({ body }) => body.error.details.code)).toEqual(
      Array.from({ length: 3 }, () => 'field.label-taken'),
    );
    expect(await listFields()).toHaveLength(1);
  });

  test('are read by those who may read contacts and changed by those who may change settings', async () => {
    const { documentId } = await define({ label: 'Company', type: 'text' });
    expect(await listFields(agent)).toMatchObject([{ key: 'company', label: 'Company' }]);
    await manager.post(FIELDS, { label: 'Other', type: 'text' }).expect(403);
    await manager.delete(`${FIELDS}/${documentId}`).expect(403);
    await agent.get(`${FIELDS}/${documentId}/usage`).expect(403);
    const readOnly = await app.apiToken('read-only');
    const { body } = await readOnly.get('/api/contacts-manager/custom-fields').expect(200);
    expect(body.results).toMatchObject([{ key: 'company', type: 'text' }]);
    await app.anonymous.get('/api/contacts-manager/custom-fields').expect(403);
  });
});
