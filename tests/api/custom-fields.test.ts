import type { Response } from 'supertest';
import type { CustomField } from '../../plugins/contacts-manager/shared/custom-fields';
import { freshNumber } from '../factories/contacts';
import { defineField, removeFieldsAndContacts } from '../factories/custom-fields';
import { importsOf, row } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, ROOT } from '../helpers/directory';
import { CONTENT_MANAGER, linesOf, outcomeOf, type Problem } from '../helpers/ways-in';

/** Definitions of custom fields, and what a change of contacts or of a definition does to values. */
let app: TestApp;
let owner: Client;
let manager: Client;
let agent: Client;
let api: Client;
let imports: ReturnType<typeof importsOf>;

const FIELDS = `${ROOT}/custom-fields`;

beforeAll(async () => {
  app = await createApp();
  owner = (await app.signIn('strapi-super-admin')).client;
  manager = (await app.signIn('contacts-manager')).client;
  agent = (await app.signIn('contacts-agent')).client;
  api = await app.apiToken('full-access');
  imports = importsOf(manager);
});
afterAll(() => app.close());
beforeEach(() => removeFieldsAndContacts(app));

const { add, find, read } = directoryOf(() => manager);
const define = (field: object) => defineField(owner, field);
const refuse = async (field: object) => {
  const { body } = await owner.post(FIELDS, field).expect(400);
  return body.error.details.errors.map(({ path, code }: Problem) => [...path, code]);
};
const listFields = async (client = manager): Promise<CustomField[]> =>
  (await client.get(FIELDS).expect(200)).body.results;
const valuesOf = async (documentId: string) => (await read(documentId)).customFields;
const update = (documentId: string, customFields: unknown) =>
  manager.put(`${ROOT}/contacts/${documentId}`, { customFields });
const problemsOf = (response: Response) => linesOf(outcomeOf(response));

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
    const { body } = await owner.get(`${CONTENT_MANAGER}/${documentId}`).expect(200);
    const { name, primaryContact, customFields } = body.data;
    expect(customFields).toEqual({ company: 'Rao' });
    await owner
      .put(`${CONTENT_MANAGER}/${documentId}`, { name: `${name}!`, primaryContact, customFields })
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
      .post(`${CONTENT_MANAGER}/clone/${documentId}`, {
        name: 'Copy',
        primaryContact,
        secondaryContact: null,
      })
      .expect(200);
    expect((await find(primaryContact)).customFields).toEqual({ size: 'S' });
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
