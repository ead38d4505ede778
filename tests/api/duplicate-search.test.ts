import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { DuplicatesAnswer } from '../../plugins/contacts-manager/shared/contracts/duplicates';
import { addContacts, phoneNumber } from '../factories/contacts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

/** The search for duplicates beside crowds that share an address, and beside people who write. */
let app: TestApp;
let manager: Client;
let next = 0;
beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
});
afterAll(() => app.close());

const ROOT = '/contacts-manager';
const EMAIL = 'office@crowd.example';
const addMany = (count: number, values: object): Promise<ContactView[]> =>
  addContacts(
    manager,
    Array.from({ length: count }, () => {
      next += 1;
      return { name: `Sharer ${next}`, primaryContact: phoneNumber(next * 7_919), ...values };
    }),
  );
async function duplicates(): Promise<DuplicatesAnswer> {
  for (;;) {
    app.strapi.plugin('contacts-manager').service('work').runner.nudge();
    const { body } = await manager.get(`${ROOT}/duplicates?pageSize=100`).expect(200);
    if (!body.isLooking) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('one pair of a crowd comes after the other, also behind the six oldest', async () => {
  const crowd = await addMany(8, { email: EMAIL });
  const seen: string[] = [];
  for (;;) {
    const { results } = await duplicates();
    const [pair] = results;
    if (!pair) break;
    expect(results).toHaveLength(1);
    const contacts = pair.contacts.map(({ documentId }) => documentId);
    seen.push(contacts.toSorted().join());
    await manager.post(`${ROOT}/duplicates/dismiss`, { contacts }).expect(200);
  }
  expect(new Set(seen).size).toBe((crowd.length * (crowd.length - 1)) / 2);
});

test('a thousand sharers cost a step what six do', async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => ({
    ...{ key: 'ecrowd', contact_id: 500_000 + index },
  }));
  await app.knex.batchInsert('contact_duplicate_keys', rows, 100);
  const { findSharers } = jest.requireActual(
    `${process.env.TEST_DIST}/plugins/contacts-manager/server/src/repositories/duplicates/keys`,
  );
  const sharers: Map<string, number[]> = await findSharers(app.knex, ['ecrowd', 'enobody'], 6);
  expect([...sharers]).toEqual([
    ['ecrowd', [500_000, 500_001, 500_002, 500_003, 500_004, 500_005]],
  ]);
  if (app.client === 'sqlite') return;
  await app.knex.raw('analyze contact_duplicate_keys');
  const statements: { sql: string; bindings: unknown[] }[] = [];
  const listen = (query: { sql: string; bindings: unknown[] }) => statements.push(query);
  app.knex.on('query', listen);
  await findSharers(app.knex, ['ecrowd'], 6);
  app.knex.removeListener('query', listen);
  const statement = statements.find(({ sql }) => sql.includes('contact_duplicate_keys'))!;
  const client = await app.knex.client.acquireConnection();
  const plan = await client.query(
    `explain (analyze, format json) ${statement.sql}`,
    statement.bindings,
  );
  await app.knex.client.releaseConnection(client);
  expect(JSON.stringify(plan.rows)).not.toMatch(/"Actual Rows":\s*1000/);
});

test('a search leaves alone whoever is being changed at this moment', async () => {
  if (app.client === 'sqlite') return;
  const [contact] = await addMany(1, {});
  await duplicates();
  const { id } = await app.knex('contacts').where({ document_id: contact!.documentId }).first('id');
  const { takeQueued } = jest.requireActual(
    `${process.env.TEST_DIST}/plugins/contacts-manager/server/src/repositories/duplicates/keys`,
  );
  const [search, writer] = [await app.knex.transaction(), await app.knex.transaction()];
  // Only one searches at a time: it is this test.
  await search.raw('select pg_advisory_xact_lock(?)', [0x6475706c]);
  await app.knex('contact_duplicate_queue').insert({ contact_id: id }).onConflict().ignore();
  await writer('contacts').where({ id }).update({ email: 'new@crowd.example' });
  expect(await takeQueued(search, 100)).not.toContain(id);
  await writer.commit();
  expect(await takeQueued(search, 100)).toContain(id);
  await search.rollback();
});
