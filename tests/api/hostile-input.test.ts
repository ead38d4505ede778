import { addRecord, freshNumber } from '../factories/contacts';
import { importsOf, row } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, ROOT } from '../helpers/directory';

/** Values that clients send by mistake or on purpose: clean refusals, alike on both databases. */
let app: TestApp;
let manager: Client;
let editor: Client;
let api: Client;

const CM = '/content-manager/collection-types';
const CONTACT = 'api::contact.contact';

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  editor = (await app.signIn('strapi-super-admin')).client;
  api = await app.apiToken('full-access');
});
afterAll(() => app.close());

const { add, read } = directoryOf(() => manager);

describe('custom fields are an object of values', () => {
  test.each(['abc', '12', 12, [1], true, { text: 'a\u0000b' }, { text: '\ud83d' }])(
    '%j is refused',
    async (customFields) => {
      const data = { name: 'Custom', primaryContact: freshNumber(), customFields };
      const { body } = await api.post('/api/contacts', { data }).expect(400);
      expect(body.error.details.code).toBe('value.invalid');
      expect(body.error.details.errors).toMatchObject([{ path: ['customFields'] }]);
    },
  );

  test('an object is stored, and plain SQL that wrote nonsense hides no list', async () => {
    await editor.post(`${ROOT}/custom-fields`, { label: 'Size', type: 'text' }).expect(201);
    const data = { name: 'Custom', primaryContact: freshNumber(), customFields: { size: 'M' } };
    const { body } = await api.post('/api/contacts', { data }).expect(201);
    expect((await read(body.data.documentId)).customFields).toEqual({ size: 'M' });
    if (app.client === 'postgres') return;
    await app.knex('contacts').where({ id: body.data.id }).update({ custom_fields: 'abc' });
    expect((await read(body.data.documentId)).customFields).toBeNull();
    await manager.get(`${ROOT}/contacts`).expect(200);
    await manager.put(`${ROOT}/contacts/${body.data.documentId}`, { name: 'Mended' }).expect(200);
  });
});

describe('a selection never means more than it says', () => {
  test.each([{ serach: 'nobody' }, { contactStatus: 'blocked' }, { groups: [] }, { category: [] }])(
    'the filter %j is refused',
    async (filter) => {
      const contact = await add();
      const selection = { kind: 'filter', filter };
      const { body } = await manager
        .post(`${ROOT}/contacts/bulk`, { action: 'archive', selection })
        .expect(400);
      expect(body.error.details.code).toBe('request.invalid');
      expect((await read(contact.documentId)).contactStatus).toBe('active');
    },
  );
});

describe('a taken number is named by its field and its owner', () => {
  test('by an upsert that finds its contact', async () => {
    const owner = await add({ name: 'Owner' });
    const { primaryContact } = await add();
    const { body } = await api
      .post(`/api${ROOT}/contacts/upsert`, {
        data: { primaryContact, secondaryContact: owner.primaryContact },
      })
      .expect(400);
    expect(body.error.details.errors).toMatchObject([
      { path: ['secondaryContact'], code: 'phone.taken', owner: { name: 'Owner' } },
    ]);
  });

  test('by a copy, which would have the other number of its original', async () => {
    const { documentId } = await add({ name: 'Original', secondaryContact: freshNumber() });
    const { body } = await editor
      .post(`${CM}/${CONTACT}/clone/${documentId}`, { primaryContact: freshNumber() })
      .expect(400);
    expect(body.error.details.errors).toMatchObject([
      { path: ['secondaryContact'], code: 'phone.taken', owner: { name: 'Original' } },
    ]);
  });
});

test('what Strapi makes of a record cannot be written through the Content Manager', async () => {
  const [first, second] = [await add(), await add()];
  await editor
    .put(`${CM}/${CONTACT}/${second.documentId}`, {
      documentId: first.documentId,
      id: 1,
      createdAt: '2001-01-01T00:00:00.000Z',
      name: 'Renamed',
    })
    .expect(200);
  expect(await read(second.documentId)).toMatchObject({
    name: 'Renamed',
    createdAt: second.createdAt,
  });
  const created = await editor
    .post(`${CM}/${CONTACT}`, { id: 999_999, name: 'Own id', primaryContact: freshNumber() })
    .expect(201);
  expect(created.body.data.id).toBeLessThan(999_999);
  const group = await addRecord(manager, 'groups', 'Identity');
  await editor
    .put(`${CM}/api::group.group/${group.documentId}`, { documentId: 'hack', name: 'Identity 2' })
    .expect(200);
  expect(await app.knex('contact_groups').where({ document_id: 'hack' })).toEqual([]);
});

test('the reason of a status cannot be emptied directly', async () => {
  const { documentId } = await add();
  await api.put(`/api/contacts/${documentId}`, { data: { statusReason: '' } }).expect(200);
  expect((await read(documentId)).statusReason).toBeNull();
});

describe('GraphQL limits what one request asks for', () => {
  const lists = (count: number) =>
    `{ ${Array.from({ length: count }, (_, n) => `a${n}: contacts { name }`).join(' ')} }`;

  test('by aliases', async () => {
    const { body } = await api.graphql(lists(11));
    expect(body.errors[0].message).toContain('Ask for less at once');
    expect((await api.graphql(lists(10))).body.errors).toBeUndefined();
  });

  test('by relations under other names, and by fragments', async () => {
    const groups = Array.from({ length: 60 }, (_, n) => `g${n}: groups { name }`).join(' ');
    const direct = await api.graphql(`{ contacts { ${groups} } }`);
    expect(direct.body.errors[0].message).toContain('Ask for less at once');
    const doubled = Array.from({ length: 12 }, (_, n) =>
      n === 0
        ? 'fragment f0 on Contact { groups { name } }'
        : `fragment f${n} on Contact { ...f${n - 1} ...f${n - 1} }`,
    ).join(' ');
    const hidden = await api.graphql(`{ contacts { ...f11 } } ${doubled}`);
    expect(hidden.body.errors[0].message).toContain('Ask for less at once');
  });
});

describe('what no database can read is a refusal, never a fault', () => {
  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

  test.each([
    '/contacts?groups=%00',
    '/contacts/%00',
    '/imports/%00',
    `/contacts?cursor=${cursor('createdAt', 'desc', '2026-13-45', 1, false)}`,
    `/contacts?cursor=${cursor('name', 'asc', 'a\u0000', 1, false)}`,
    `/contacts?cursor=${cursor('createdAt', 'desc', 1795614599035, 2041, false)}`,
  ])('GET %s', async (path) => {
    const { status, text } = await manager.get(ROOT + path);
    expect([200, 400, 404]).toContain(status);
    expect(text).not.toMatch(/select|syntax|stack/i);
  });

  test.each([
    { category: '\u0000' },
    { groups: ['\u0000'] },
    { notes: 'a\u0000b' },
    { name: '\u200b\u200b' },
    { name: '\u202e' },
  ])('POST %j', async (entry) => {
    const { status } = await manager.post(`${ROOT}/contacts`, {
      name: 'Hostile',
      primaryContact: freshNumber(),
      ...entry,
    });
    expect(status).toBe('notes' in entry ? 201 : 400);
  });

  test.each(['_q[]=a', '_q[a]=b'])('REST %s', async (query) => {
    const { body } = await api.get(`/api/contacts?${query}`).expect(400);
    expect(body.error.status).toBe(400);
  });

  test('a bulk change', async () => {
    for (const selection of [
      { kind: 'ids', ids: ['\u0000'] },
      { kind: 'filter', filter: { groups: '\u0000' } },
      { kind: 'filter', filter: {}, except: ['\u0000'] },
    ]) {
      const { status } = await manager.post(`${ROOT}/contacts/bulk`, {
        action: 'archive',
        selection,
        dryRun: true,
      });
      expect([200, 400]).toContain(status);
    }
  });

  test('relations to nobody have a code of the list, and do not repeat what was sent', async () => {
    for (const data of [{ category: 'nope' }, { groups: ['nope'] }]) {
      const { body } = await api
        .post('/api/contacts', { data: { name: 'x', primaryContact: freshNumber(), ...data } })
        .expect(400);
      expect(body.error.details.code).toBe('value.invalid');
      expect(body.error.details.errors.every((problem: object) => !('value' in problem))).toBe(
        true,
      );
    }
  });

  test('categories and groups, alike on every transport', async () => {
    const bad = [
      { description: 'x'.repeat(1_001) },
      { color: 'red;}</style>' },
      { color: '\u0000' },
    ];
    for (const [at, entry] of bad.entries()) {
      const data = { name: `Bad ${at}`, ...entry };
      await api.post('/api/groups', { data }).expect(400);
      await editor.post(`${CM}/api::group.group`, data).expect(400);
      await manager.post(`${ROOT}/groups`, data).expect(400);
    }
    const kept = await api
      .post('/api/groups', { data: { name: 'NUL', description: 'a\u0000b' } })
      .expect(201);
    expect(kept.body.data.description).toBe('ab');
  });
});

test('an upsert tells nothing to a token that may not read', async () => {
  const known = await add({ name: 'Secret', notes: 'Private' });
  const writer = await app.apiToken(['plugin::contacts-manager.contact.upsert']);
  const { body, text } = await writer
    .post(`/api${ROOT}/contacts/upsert`, { data: { primaryContact: known.primaryContact } })
    .expect(200);
  expect(body).toMatchObject({ result: 'unchanged', data: { documentId: known.documentId } });
  expect(text).not.toMatch(/Secret|Private/);
});

test('the change of an import names who confirmed it', async () => {
  const imports = importsOf(manager);
  const review = await imports.review([row({ name: 'Confirmed', phone: freshNumber() })]);
  await importsOf(editor).finish(review.id);
  const operation = await app
    .knex('contact_operations')
    .where({ kind: 'import' })
    .orderBy('id', 'desc')
    .first('actor_name');
  expect(operation.actor_name).toBe('Test strapi-super-admin');
});
