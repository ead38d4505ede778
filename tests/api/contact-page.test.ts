import { addContacts, addRecord, phoneNumber } from '../factories/contacts';
import type { Account } from '../helpers/accounts';
import { createApp, type TestApp } from '../helpers/app';

/** What the page of one contact asks for: edits that lose nothing, notes, neighbours, where it came from. */
let app: TestApp;
let asha: Account;
let meera: Account;
beforeAll(async () => {
  app = await createApp();
  asha = await app.signIn('contacts-agent');
  meera = await app.signIn('contacts-manager');
});
afterAll(() => app.close());

const ROOT = '/contacts-manager/contacts';
const pathOf = (contact: { documentId: string } | undefined) => `${ROOT}/${contact?.documentId}`;
const add = async (values: object, index: number) => {
  const [contact] = await addContacts(meera.client, [{ ...values }], index);
  return contact!;
};
const countChanges = async (path: string) =>
  (await meera.client.get(`${path}/timeline`).expect(200)).body.pagination.total;

describe('two people edit one contact', () => {
  test('of two saves of one field at the same time one is made, the other learns what stands there', async () => {
    const path = pathOf(await add({ email: 'before@example.com' }, 0));
    const base = { email: 'before@example.com' };
    const answers = await Promise.all(
      [asha, meera, asha, meera].map(({ client }, index) =>
        client.put(path, { email: `writer-${index}@example.com`, base }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
    const saved = answers.find(({ status }) => status === 200)!.body.data.email;
    for (const { body } of answers.filter(({ status }) => status === 400)) {
      expect(body.error.details).toMatchObject({
        code: 'contact.changed-meanwhile',
        errors: [{ path: ['email'], code: 'contact.changed-meanwhile' }],
        current: { email: saved },
        changes: [{ path: ['email'], by: { type: 'admin' } }],
      });
      expect(Date.parse(body.error.details.changes[0].at)).toBeGreaterThan(Date.now() - 60_000);
    }
    expect((await asha.client.get(path).expect(200)).body.data.email).toBe(saved);
    expect(await countChanges(path)).toBe(2);
  });

  test('edits of different fields are both kept, and the second person is told of the first', async () => {
    const path = pathOf(await add({ email: 'old@example.com', notes: 'old' }, 5));
    const base = {
      name: 'Person 5',
      email: 'old@example.com',
      notes: 'old',
      secondaryContact: null,
    };
    await asha.client.put(path, { email: 'new@example.com', base }).expect(200);
    const { body } = await meera.client.put(path, { notes: 'new', base }).expect(200);
    expect(body.data).toMatchObject({ email: 'new@example.com', notes: 'new' });
    expect(body.meanwhile).toMatchObject([
      { path: ['email'], by: { type: 'admin', id: String(asha.id), name: 'Test contacts-agent' } },
    ]);
  });

  test('nothing of a refused save is written, and choosing again against what stands there is', async () => {
    const path = pathOf(await add({ notes: 'old' }, 6));
    const base = { name: 'Person 6', notes: 'old' };
    await asha.client.put(path, { notes: 'theirs', base }).expect(200);
    const mine = { name: 'Renamed', notes: 'mine' };
    const { body } = await meera.client.put(path, { ...mine, base }).expect(400);
    expect(body.error.details.current).toMatchObject({ name: 'Person 6', notes: 'theirs' });
    expect((await meera.client.get(path)).body.data.name).toBe('Person 6');
    const again = { ...mine, base: { name: 'Person 6', notes: 'theirs' } };
    expect((await meera.client.put(path, again).expect(200)).body).toMatchObject({
      data: mine,
      meanwhile: [],
    });
  });

  test('the same change made twice is no conflict, in whatever spelling', async () => {
    const path = pathOf(await add({}, 7));
    const base = { primaryContact: phoneNumber(7), email: null };
    const sent = { primaryContact: phoneNumber(8), email: 'Same@Example.com' };
    await asha.client.put(path, { ...sent, base }).expect(200);
    const spelt = { primaryContact: `00${phoneNumber(8).slice(1)}`, email: 'same@example.com ' };
    await meera.client.put(path, { ...spelt, base }).expect(200);
    expect(await countChanges(path)).toBe(2);
  });

  test('groups that both add and take away fit together', async () => {
    const [choir, band, news] = [
      await addRecord(meera.client, 'groups', 'Choir'),
      await addRecord(meera.client, 'groups', 'Band'),
      await addRecord(meera.client, 'groups', 'Newsletter'),
    ].map(({ documentId }) => documentId);
    const path = pathOf(await add({ groups: [choir, news] }, 9));
    const base = { groups: [choir, news] };
    const answers = await Promise.all([
      asha.client.put(path, { groups: [choir, news, band], base }),
      meera.client.put(path, { groups: [news], base }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { groups } = (await asha.client.get(path)).body.data;
    expect(groups.map(({ name }: { name: string }) => name)).toEqual(['Band', 'Newsletter']);
  });

  test('a category is compared by what it is', async () => {
    const category = (await addRecord(meera.client, 'categories', 'Parent')).documentId;
    const other = (await addRecord(meera.client, 'categories', 'Alumni')).documentId;
    const path = pathOf(await add({ category }, 10));
    await asha.client.put(path, { category: null, base: { category } }).expect(200);
    const { body } = await meera.client.put(path, { category: other, base: { category } });
    expect(body.error.details).toMatchObject({ errors: [{ path: ['category'] }] });
  });

  test('custom fields are compared one by one', async () => {
    const { client } = await app.signIn('strapi-super-admin');
    for (const field of [
      { label: 'City', key: 'city', type: 'text' },
      { label: 'Age', key: 'age', type: 'number' },
    ]) {
      await client.post('/contacts-manager/custom-fields', field).expect(201);
    }
    const seen = { city: 'Pune', age: 30 };
    const path = pathOf(await add({ customFields: seen }, 14));
    const base = { customFields: seen };
    await asha.client.put(path, { customFields: { city: 'Delhi' }, base }).expect(200);
    const kept = await meera.client.put(path, { customFields: { age: 31 }, base }).expect(200);
    expect(kept.body).toMatchObject({
      data: { customFields: { city: 'Delhi', age: 31 } },
      meanwhile: [{ path: ['customFields', 'city'], by: { id: String(asha.id) } }],
    });
    const { body } = await meera.client.put(path, { customFields: { city: 'Goa' }, base });
    expect(body.error.details).toMatchObject({
      code: 'contact.changed-meanwhile',
      errors: [{ path: ['customFields', 'city'] }],
    });
    // The same number in another spelling is the same number.
    await meera.client.put(path, { customFields: { age: '31' }, base }).expect(200);
  });

  test('without a base a save is the last word, as before', async () => {
    const path = pathOf(await add({ notes: 'old' }, 11));
    await asha.client.put(path, { notes: 'theirs' }).expect(200);
    const { body } = await meera.client.put(path, { notes: 'mine' }).expect(200);
    expect(body).toMatchObject({ data: { notes: 'mine' }, meanwhile: [] });
  });

  test('a taken number still names its owner', async () => {
    const path = pathOf(await add({}, 12));
    await add({}, 13);
    const base = { primaryContact: phoneNumber(12) };
    const { body } = await asha.client.put(path, { primaryContact: phoneNumber(13), base });
    expect(body.error.details).toMatchObject({
      code: 'phone.taken',
      errors: [{ owner: { name: 'Person 13' } }],
    });
  });
});

describe('notes', () => {
  test('are added one by one, newest first, by pages, with their author', async () => {
    const path = `${pathOf(await add({}, 20))}/notes`;
    for (const text of ['First', ' Second\r\nline ', 'Third']) {
      await asha.client.post(path, { text }).expect(201);
    }
    const { body } = await meera.client.get(`${path}?pageSize=2`).expect(200);
    expect(body.pagination).toEqual({ page: 1, pageSize: 2, total: 3 });
    expect(body.results).toMatchObject([
      { text: 'Third', author: { name: 'Test contacts-agent' }, isOwn: false },
      { text: 'Second\nline' },
    ]);
    const rest = await asha.client.get(`${path}?pageSize=2&page=2`).expect(200);
    expect(rest.body.results).toMatchObject([{ text: 'First', isOwn: true }]);
  });

  test('are refused when they are empty or too long', async () => {
    const path = `${pathOf(await add({}, 21))}/notes`;
    const empty = await asha.client.post(path, { text: ' \n' }).expect(400);
    expect(empty.body.error.details.errors).toMatchObject([{ path: ['text'], code: 'note.empty' }]);
    const long = await asha.client.post(path, { text: 'x'.repeat(10_001) }).expect(400);
    expect(long.body.error.details.errors).toMatchObject([{ code: 'notes.invalid' }]);
    await asha.client.post(`${ROOT}/gone/notes`, { text: 'x' }).expect(404);
  });

  test('are deleted by their author only', async () => {
    const path = `${pathOf(await add({}, 22))}/notes`;
    const elsewhere = `${pathOf(await add({}, 23))}/notes`;
    const { documentId } = (await asha.client.post(path, { text: 'Mine' })).body.data;
    await meera.client.delete(`${path}/${documentId}`).expect(403);
    expect((await asha.client.delete(`${elsewhere}/${documentId}`)).body.error.details.code).toBe(
      'note.not-found',
    );
    await asha.client.delete(`${path}/${documentId}`).expect(200);
    await asha.client.delete(`${path}/${documentId}`).expect(404);
    expect((await asha.client.get(path)).body.results).toEqual([]);
  });

  test('follow their contact to the bin and back, and go with it for good', async () => {
    const contact = await add({}, 24);
    const path = `${pathOf(contact)}/notes`;
    const ids = [contact.documentId];
    await meera.client.post(path, { text: 'Kept' }).expect(201);
    await meera.client.post(`${pathOf(contact)}/archive`).expect(200);
    await meera.client.delete(pathOf(contact)).expect(200);
    await meera.client.get(path).expect(404);
    await meera.client.post('/contacts-manager/bin/restore', { ids }).expect(200);
    expect((await meera.client.get(path)).body.results).toMatchObject([{ text: 'Kept' }]);
    await meera.client.delete(pathOf(contact)).expect(200);
    const before = await app.knex('contact_notes').where({ text: 'Kept' });
    const { purgeBin } = jest.requireActual(
      `${process.env.TEST_DIST}/plugins/contacts-manager/server/src/services/bin`,
    );
    await purgeBin(app.strapi, new Date(Date.now() + 31 * 24 * 60 * 60_000));
    const after = await app.knex('contact_notes').where({ text: 'Kept' });
    expect([before.length, after.length]).toEqual([1, 0]);
  });

  test('take the rights to read and to edit', async () => {
    const path = `${pathOf(await add({}, 25))}/notes`;
    const reader = await app.signIn(['read']);
    const nobody = await app.signIn(['create']);
    await reader.client.get(path).expect(200);
    await reader.client.post(path, { text: 'x' }).expect(403);
    await reader.client.delete(`${path}/x`).expect(403);
    await nobody.client.get(path).expect(403);
    await app.anonymous.get(path).expect(401);
  });
});

describe('neighbours', () => {
  const query = 'status=active&search=Neighbour&sort=name:asc';
  const neighboursOf = async (contact: { documentId: string }, text = query) => {
    const { body } = await asha.client.get(`${pathOf(contact)}/neighbours?${text}`).expect(200);
    return [body.previous?.name ?? null, body.next?.name ?? null];
  };

  test('are those of the list, whatever it is sorted by', async () => {
    const names = ['Neighbour A', 'Neighbour B', 'Neighbour C'];
    const [first, second, third] = await addContacts(
      meera.client,
      [2, 0, 1].map((index) => ({ name: names[index]! })),
      30,
    );
    expect(await neighboursOf(second!)).toEqual([null, 'Neighbour B']);
    expect(await neighboursOf(third!)).toEqual(['Neighbour A', 'Neighbour C']);
    expect(await neighboursOf(first!)).toEqual(['Neighbour B', null]);
    const newest = 'search=Neighbour&sort=createdAt:desc';
    expect(await neighboursOf(second!, newest)).toEqual(['Neighbour B', 'Neighbour C']);
    const byEmail = 'search=Neighbour&sort=email:asc';
    expect(await neighboursOf(second!, byEmail)).toEqual(['Neighbour C', 'Neighbour B']);

    await meera.client.post(`${pathOf(third)}/archive`).expect(200);
    expect(await neighboursOf(third!)).toEqual(['Neighbour A', 'Neighbour C']);
    expect(await neighboursOf(second!)).toEqual([null, 'Neighbour C']);
    await asha.client.get(`${ROOT}/gone/neighbours`).expect(404);
  });
});

test('the origin of a contact is who made it, and how', async () => {
  const contact = await add({}, 40);
  const { body } = await asha.client.get(`${pathOf(contact)}/origin`).expect(200);
  expect(body.data).toMatchObject({
    kind: 'create',
    by: { id: String(meera.id) },
    importId: null,
    fileName: null,
  });
  await asha.client.get(`${ROOT}/gone/origin`).expect(404);
});
