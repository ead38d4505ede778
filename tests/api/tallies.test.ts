import { addContacts, addRecord } from '../factories/contacts';
import { recount } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import { createTestDatabase, type TestDatabase } from '../helpers/database';

/** The counts of tabs, categories and groups are kept by the database, whatever path writes. */
let database: TestDatabase;
let app: TestApp;
let groups: number[];
beforeAll(async () => {
  database = await createTestDatabase();
  app = await createApp({ on: database });
  const { client } = await app.signIn('contacts-manager');
  const records = [
    await addRecord(client, 'groups', 'First'),
    await addRecord(client, 'groups', 'Second'),
  ];
  const category = await addRecord(client, 'categories', 'Counted');
  await addContacts(
    client,
    Array.from({ length: 12 }, (_, index) => ({
      category: category.documentId,
      groups: records.slice(0, 1 + (index % 2)).map(({ documentId }) => documentId),
    })),
  );
  groups = (await app.knex('contact_groups').orderBy('id')).map(({ id }) => id);
});
afterAll(async () => {
  await app.close();
  await database.remove();
});

const expectAgreement = async () => {
  const { kept, counted } = await recount(app);
  expect(kept).toEqual(counted);
  expect(Object.keys(counted).length).toBeGreaterThan(0);
};
const someIds = async (count: number): Promise<number[]> =>
  (await app.knex('contacts').orderBy('id').limit(count)).map(({ id }) => id);

test.each<[string, () => Promise<unknown>]>([
  [
    'a status',
    async () =>
      app
        .knex('contacts')
        .whereIn('id', await someIds(5))
        .update({ contact_status: 'archived' }),
  ],
  ['every status', () => app.knex('contacts').update({ contact_status: 'blocked' })],
  [
    'a status to none',
    async () =>
      app
        .knex('contacts')
        .whereIn('id', await someIds(1))
        .update({ contact_status: null }),
  ],
  ['a status from none', () => app.knex('contacts').update({ contact_status: 'active' })],
  [
    'links from one group to the other',
    async () =>
      app
        .knex('contacts_groups_lnk')
        .where({ group_id: groups[0] })
        .whereNotIn(
          'contact_id',
          app.knex('contacts_groups_lnk').select('contact_id').where({ group_id: groups[1] }),
        )
        .update({ group_id: groups[1] }),
  ],
  [
    'links',
    async () =>
      app
        .knex('contacts_groups_lnk')
        .whereIn('contact_id', await someIds(3))
        .delete(),
  ],
  [
    'a contact with its links',
    async () =>
      app
        .knex('contacts')
        .whereIn('id', await someIds(2))
        .delete(),
  ],
  ['a group with its links', () => app.knex('contact_groups').where({ id: groups[1] }).delete()],
  ['nothing', () => app.knex('contacts').where({ id: -1 }).delete()],
])('plain SQL changes %s', async (_name, change) => {
  await change();
  await expectAgreement();
});

test('a transaction that fails leaves them as they were', async () => {
  const { kept } = await recount(app);
  await expect(
    app.knex.transaction(async (trx) => {
      await trx('contacts').update({ contact_status: 'archived' });
      throw new Error('Never mind');
    }),
  ).rejects.toThrow('Never mind');
  expect((await recount(app)).kept).toEqual(kept);
});

test('links and status changes of the same contacts at the same time agree', async () => {
  const { client } = await app.signIn('contacts-manager');
  const { documentId } = await addRecord(client, 'groups', 'Busy');
  const contacts = await addContacts(
    client,
    Array.from({ length: 30 }, () => ({})),
    100,
  );
  const ids = contacts.map((contact) => contact.documentId);
  const bulk = (body: object) =>
    client.post('/contacts-manager/contacts/bulk', { selection: { kind: 'ids', ids }, ...body });
  for (let round = 0; round < 3; round += 1) {
    const answers = await Promise.all([
      bulk({ action: 'archive' }),
      bulk({ action: 'add-to-groups', groups: [documentId] }),
      ...ids
        .slice(0, 8)
        .map((id) => client.put(`/contacts-manager/contacts/${id}`, { groups: [documentId] })),
      bulk({ action: 'remove-from-groups', groups: [documentId] }),
      bulk({ action: 'activate' }),
      bulk({ action: 'block', reason: 'x' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await bulk({ action: 'unblock' }).expect(200);
    await bulk({ action: 'activate' }).expect(200);
    await expectAgreement();
  }
});

test('a start puts right what was written past the triggers', async () => {
  const trigger = 'contact_tallies_contacts_insert';
  await app.knex.raw(
    app.client === 'postgres' ? `drop trigger ${trigger} on contacts` : `drop trigger ${trigger}`,
  );
  await app.knex('contacts').insert({
    document_id: 'past',
    name: 'Past',
    primary_contact: '+919899999999',
    contact_status: 'active',
  });
  const before = await recount(app);
  expect(before.kept).not.toEqual(before.counted);
  await app.stop();
  app = await createApp({ on: database });
  await expectAgreement();
  await app.knex('contact_tallies').delete();
  await app.stop();
  app = await createApp({ on: database });
  await expectAgreement();
});
