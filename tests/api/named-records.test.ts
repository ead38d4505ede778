import { addContacts, addRecord } from '../factories/contacts';
import { expectTrueCounts } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

let app: TestApp;
let client: Client;
beforeAll(async () => {
  app = await createApp();
  client = (await app.signIn('contacts-manager')).client;
});
afterAll(() => app.close());
afterEach(() => expectTrueCounts(app));

const list = async (path: string) =>
  (await client.get(`/contacts-manager/${path}`).expect(200)).body.results;
const namesOf = (records: { name: string }[]) => records.map(({ name }) => name);

test('a new installation has three categories and no groups', async () => {
  expect(namesOf(await list('categories'))).toEqual(['Inbound', 'Lead', 'Student']);
  expect(await list('groups')).toEqual([]);
});

describe.each([
  ['groups', 'group'],
  ['categories', 'category'],
] as const)('%s', (plural, kind) => {
  const link = (documentId: string) =>
    kind === 'group' ? { groups: [documentId] } : { category: documentId };
  const first = kind === 'group' ? 100 : 200;

  test('are made, listed by name whatever its case, searched and renamed', async () => {
    const { body } = await client
      .post(`/contacts-manager/${plural}`, {
        name: '  zebra crossing ',
        description: 'Who lives there',
        color: '#4945ff',
      })
      .expect(201);
    expect(body.data).toEqual({
      documentId: expect.any(String),
      name: 'zebra crossing',
      description: 'Who lives there',
      color: '#4945ff',
      createdAt: expect.stringMatching(/Z$/),
      members: { active: 0, archived: 0, blocked: 0, total: 0 },
    });
    await addRecord(client, plural, 'Aardvark');
    await addRecord(client, plural, 'Émigrés');
    const names = namesOf(await list(plural));
    expect(names.indexOf('Aardvark')).toBeLessThan(names.indexOf('zebra crossing'));
    expect(namesOf(await list(`${plural}?search=ZEBRA%20%20cross`))).toEqual(['zebra crossing']);
    expect(namesOf(await list(`${plural}?search=%25`))).toEqual([]);
    const renamed = await client
      .put(`/contacts-manager/${plural}/${body.data.documentId}`, { name: 'Zebra' })
      .expect(200);
    expect(renamed.body.data).toMatchObject({ name: 'Zebra', description: 'Who lives there' });
  });

  test('have one name in any spelling', async () => {
    await addRecord(client, plural, 'Évening Course');
    const { body } = await client
      .post(`/contacts-manager/${plural}`, { name: ' évening   COURSE' })
      .expect(400);
    expect(body.error.details).toMatchObject({
      code: 'name.taken',
      errors: [{ path: ['name'], code: 'name.taken' }],
    });
    const other = await addRecord(client, plural, 'Morning Course');
    await client
      .put(`/contacts-manager/${plural}/${other.documentId}`, { name: 'évening course' })
      .expect(400);
  });

  test.each([
    [{}, 'request.invalid', ['name']],
    [{ name: '  ' }, 'name.invalid', ['name']],
    [{ name: 'x'.repeat(256) }, 'name.invalid', ['name']],
    [{ name: 'ok', color: 'red' }, 'request.invalid', ['color']],
    [{ name: 'ok', description: 'x'.repeat(1001) }, 'request.invalid', ['description']],
  ])('refuse %j', async (request, code, path) => {
    const { body } = await client.post(`/contacts-manager/${plural}`, request).expect(400);
    expect(body.error.details).toMatchObject({ code, errors: [{ path }] });
  });

  test('count their contacts by status, and keep them when they go', async () => {
    const record = await addRecord(client, plural, 'Counted');
    const kept = await addRecord(client, 'groups', `Stays with ${kind}`);
    const contacts = await addContacts(
      client,
      Array.from({ length: 4 }, () => ({
        ...link(record.documentId),
        groups: [kept.documentId, ...(kind === 'group' ? [record.documentId] : [])],
      })),
      first,
    );
    const ids = contacts.map(({ documentId }) => documentId);
    const selection = (some: string[]) => ({ selection: { kind: 'ids', ids: some } });
    await client
      .post('/contacts-manager/contacts/bulk', { action: 'archive', ...selection(ids.slice(0, 1)) })
      .expect(200);
    const counted = (await list(`${plural}?counts=true&search=counted`))[0];
    expect(counted.members).toEqual({ active: 3, archived: 1, blocked: 0, total: 4 });
    expect((await list(`${plural}?search=counted`))[0].members.total).toBe(0);

    const path = `/contacts-manager/${plural}/${record.documentId}`;
    const { body } = await client.delete(path).expect(200);
    expect(body).toEqual({
      data: { documentId: record.documentId },
      operationId: expect.any(String),
      state: 'done',
      applied: 4,
    });
    const operation = await app
      .knex('contact_operations')
      .where({ document_id: body.operationId })
      .first();
    expect(operation).toMatchObject({
      kind: `delete-${kind}`,
      state: 'done',
      actor_name: 'Test contacts-manager',
    });
    const items = await app
      .knex('contact_operation_items')
      .where({ operation_id: operation.id })
      .orderBy('contact_id');
    expect(items).toHaveLength(4);
    const ref = { documentId: record.documentId, name: 'Counted' };
    const other = { documentId: kept.documentId, name: `Stays with ${kind}` };
    expect(JSON.parse(items[0].before)).toEqual(
      kind === 'group' ? { groups: [ref, other] } : { category: ref },
    );
    expect(JSON.parse(items[0].after)).toEqual(
      kind === 'group' ? { groups: [other] } : { category: null },
    );
    const contact = await client.get(`/contacts-manager/contacts/${ids[0] ?? ''}`).expect(200);
    expect(contact.body.data).toMatchObject({ category: null, groups: [other] });
    await client.delete(path).expect(404);
    await client.put(path, { name: 'Back again' }).expect(404);
  });

  test('deleted over REST and the Content Manager are recorded as well', async () => {
    const api = await app.apiToken('full-access');
    const owner = (await app.signIn('strapi-super-admin')).client;
    const [overRest, inManager] = [
      await addRecord(client, plural, 'Goes over REST'),
      await addRecord(client, plural, 'Goes in the Content Manager'),
    ];
    await addContacts(
      client,
      [overRest, inManager].map(({ documentId }) => link(documentId)),
      first + 50,
    );
    await api.delete(`/api/${plural}/${overRest.documentId}`).expect(204);
    await owner
      .delete(`/content-manager/collection-types/api::${kind}.${kind}/${inManager.documentId}`)
      .expect(200);
    const recorded = await app
      .knex('contact_operations')
      .where({ kind: `delete-${kind}` })
      .orderBy('id', 'desc')
      .limit(2);
    expect(recorded.map(({ actor_type, applied }) => [actor_type, applied])).toEqual([
      ['admin', 1],
      ['api-token', 1],
    ]);
  });
});
