import { DEFAULT_SETTINGS } from '../../plugins/contacts-manager/shared/contracts/settings';
import { addContacts, addRecord, freshNumber, phoneNumber } from '../factories/contacts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

let app: TestApp;
let client: Client;
beforeAll(async () => {
  app = await createApp();
  client = (await app.signIn('contacts-agent')).client;
});
afterAll(() => app.close());

const count = async () => Number((await app.knex('contacts').count({ n: '*' }))[0]?.n);
const problems = (body: { error: { details: { errors: { path: unknown; code: string }[] } } }) =>
  body.error.details.errors.map(({ path, code }) => [path, code]);

describe('one contact', () => {
  test('is created with 201, normalised, as written by hand, and recorded', async () => {
    const owner = (await app.signIn('strapi-super-admin')).client;
    const group = await addRecord(owner, 'groups', 'Form');
    const { body } = await client
      .post('/contacts-manager/contacts', {
        name: ' Asha Rao ',
        primaryContact: '+91 98765 43210',
        email: ' ASHA@Example.com ',
        groups: [group.documentId],
        contactStatus: 'blocked',
        source: 'import',
      })
      .expect(201);
    expect(body.data).toMatchObject({
      name: 'Asha Rao',
      primaryContact: '+919876543210',
      email: 'asha@example.com',
      groups: [{ documentId: group.documentId, name: 'Form', color: null }],
      contactStatus: 'active',
      source: 'manual',
    });
    const operation = await app.knex('contact_operations').orderBy('id', 'desc').first();
    expect(operation).toMatchObject({
      kind: 'create',
      actor_type: 'admin',
      actor_name: 'Test contacts-agent',
    });
  });

  test('is refused with every problem at once and the owner of a taken number', async () => {
    const before = await count();
    const { body } = await client
      .post('/contacts-manager/contacts', {
        primaryContact: '0091 98765 43210',
        secondaryContact: '12345',
        email: 'nonsense',
        category: 'gone',
        groups: ['gone'],
      })
      .expect(400);
    expect(problems(body)).toEqual([
      [['name'], 'name.invalid'],
      [['secondaryContact'], 'phone.country-code-missing'],
      [['email'], 'email.invalid'],
      [['primaryContact'], 'phone.taken'],
      [['category'], 'category.not-found'],
      [['groups'], 'group.not-found'],
    ]);
    expect(body.error.details.errors[3].owner).toMatchObject({
      name: 'Asha Rao',
      contactStatus: 'active',
    });
    expect(await count()).toBe(before);
  });

  test('is updated field by field; its own numbers are free to it', async () => {
    const [contact] = await addContacts(client, [{ secondaryContact: '+442079460958' }], 10);
    const path = `/contacts-manager/contacts/${contact?.documentId ?? ''}`;
    const swapped = await client
      .put(path, { primaryContact: '+442079460958', secondaryContact: phoneNumber(10) })
      .expect(200);
    expect(swapped.body.data).toMatchObject({
      name: 'Person 10',
      primaryContact: '+442079460958',
      secondaryContact: phoneNumber(10),
    });
    const cleared = await client.put(path, { secondaryContact: '', notes: 'x' }).expect(200);
    expect(cleared.body.data).toMatchObject({ secondaryContact: null, notes: 'x' });
    const refused = await client.put(path, { name: '', primaryContact: null }).expect(400);
    expect(refused.body.error.details.code).toBe('request.invalid');
    await client.put(path, { name: '' }).expect(400);
    await client.put('/contacts-manager/contacts/gone', { name: 'x' }).expect(404);
  });
});

describe('the change that a save makes is answered, and taken back', () => {
  const undo = async (operationId: string) =>
    (await client.post(`/contacts-manager/operations/${operationId}/undo`).expect(200)).body;

  test('of an edit; one that changes nothing makes none', async () => {
    const [contact] = await addContacts(client, [
      { notes: 'before', primaryContact: freshNumber() },
    ]);
    const path = `/contacts-manager/contacts/${contact?.documentId ?? ''}`;
    const same = await client.put(path, { notes: 'before' }).expect(200);
    expect(same.body.operationId).toBeNull();
    const first = await client.put(path, { notes: 'between' }).expect(200);
    const second = await client.put(path, { notes: 'after' }).expect(200);
    await undo(second.body.operationId);
    expect((await client.get(path).expect(200)).body.data.notes).toBe('between');
    expect(first.body.operationId).not.toBe(second.body.operationId);
  });

  test.each([
    ['one', 1],
    ['several', 3],
  ])('of %s added', async (_label, size) => {
    // Who adds contacts may take them back, though they may not delete any.
    const before = await count();
    const contacts = Array.from({ length: size }, (_, index) => ({
      name: `Taken back ${index}`,
      primaryContact: freshNumber(),
    }));
    const { body } =
      size === 1
        ? await client.post('/contacts-manager/contacts', contacts[0]).expect(201)
        : await client.post('/contacts-manager/contacts/batch', { contacts }).expect(201);
    const change = await client.get(`/contacts-manager/operations/${body.operationId}`).expect(200);
    expect(change.body).toMatchObject({ kind: 'create', applied: size });
    expect(await undo(body.operationId)).toMatchObject({ applied: size, skippedCount: 0 });
    expect(await count()).toBe(before);
  });
});

describe('several contacts', () => {
  test('are all created or, with every problem of every entry, none', async () => {
    const before = await count();
    const { body } = await client
      .post('/contacts-manager/contacts/batch', {
        contacts: [
          { name: 'Good', primaryContact: phoneNumber(20) },
          { name: '', primaryContact: '+91 98765 43210' },
          { name: 'Repeat', primaryContact: `0091${phoneNumber(20).slice(3)}` },
          {
            name: 'Same',
            primaryContact: phoneNumber(21),
            secondaryContact: phoneNumber(21),
          },
          { name: 'Later', primaryContact: phoneNumber(22), secondaryContact: phoneNumber(20) },
        ],
      })
      .expect(400);
    expect(problems(body)).toEqual([
      [['contacts', 1, 'name'], 'name.invalid'],
      [['contacts', 1, 'primaryContact'], 'phone.taken'],
      [['contacts', 2, 'primaryContact'], 'phone.repeated'],
      [['contacts', 3, 'secondaryContact'], 'phone.same-as-primary'],
      [['contacts', 4, 'secondaryContact'], 'phone.repeated'],
    ]);
    expect(await count()).toBe(before);
    const added = await addContacts(client, [{}, {}, {}], 30);
    expect(added.map(({ name }) => name)).toEqual(['Person 30', 'Person 31', 'Person 32']);
  });

  test('of two batches with one number at the same time one is saved whole', async () => {
    const before = await count();
    const send = (offset: number) =>
      client.post('/contacts-manager/contacts/batch', {
        contacts: [
          { name: 'Own', primaryContact: phoneNumber(40 + offset) },
          { name: 'Shared', primaryContact: phoneNumber(49) },
        ],
      });
    const answers = await Promise.all([send(0), send(1), send(2), send(3)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
    for (const { body } of answers.filter(({ status }) => status === 400)) {
      expect(problems(body)).toEqual([[['contacts', 1, 'primaryContact'], 'phone.taken']]);
      expect(body.error.details.errors[0].owner).toMatchObject({ name: 'Shared' });
    }
    expect(await count()).toBe(before + 2);
  });
});

describe('a check while one types', () => {
  const check = async (body: object) =>
    (await client.post('/contacts-manager/contacts/check', body).expect(200)).body.errors;

  test('lists problems of what is there, saves nothing', async () => {
    const before = await count();
    expect(await check({ contacts: [{}, { name: 'x' }] })).toEqual([]);
    const found = await check({
      contacts: [{ primaryContact: '+91 98765 43210' }, { primaryContact: '98765' }],
    });
    expect(found).toMatchObject([
      {
        path: ['contacts', 0, 'primaryContact'],
        code: 'phone.taken',
        owner: { name: 'Asha Rao' },
      },
      { path: ['contacts', 1, 'primaryContact'], code: 'phone.country-code-missing' },
    ]);
    expect(await count()).toBe(before);
  });

  test('leaves a contact its own numbers', async () => {
    const [contact] = await addContacts(client, [{}], 60);
    const editing = contact?.documentId;
    const contacts = [{ primaryContact: phoneNumber(60) }];
    expect(await check({ contacts, editing })).toEqual([]);
    expect(await check({ contacts })).toMatchObject([{ code: 'phone.taken' }]);
    const same = await check({ contacts: [{ secondaryContact: phoneNumber(60) }], editing });
    expect(same).toMatchObject([{ code: 'phone.same-as-primary' }]);
  });
});

test('the screens learn the settings they need', async () => {
  expect((await client.get('/contacts-manager/me').expect(200)).body).toEqual({
    data: DEFAULT_SETTINGS,
  });
});

test('a body of another kind is a clean 400', async () => {
  const { body, text } = await client.post('/contacts-manager/contacts', ['Asha Rao']).expect(400);
  expect(body.error.details.code).toBe('request.invalid');
  expect(text).not.toMatch(/at |select|insert/i);
});
