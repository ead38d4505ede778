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

test('a change beside a search that is taking the contact out of the queue is looked at again', async () => {
  if (app.client === 'sqlite') return;
  const [contact] = await addMany(1, {});
  await duplicates();
  const { id } = await app.knex('contacts').where({ document_id: contact!.documentId }).first('id');
  // As a search would: it has the queue to itself, and has taken the contact before the change came.
  const search = await app.knex.transaction();
  await search.raw('select pg_advisory_xact_lock(?)', [0x6475706c]);
  await app.knex('contact_duplicate_queue').insert({ contact_id: id }).onConflict().ignore();
  await search('contact_duplicate_queue').where({ contact_id: id }).delete();
  const changed = manager
    .put(`${ROOT}/contacts/${contact!.documentId}`, { email: 'new@crowd.example' })
    .then((answer) => answer);
  await new Promise((resolve) => setTimeout(resolve, 400));
  // Whatever searches now has to wait until the queue has been looked at here.
  const other = await app.knex.transaction();
  const waiting = other.raw('select pg_advisory_xact_lock(?)', [0x6475706c]).then(() => undefined);
  await search.commit();
  await waiting;
  expect((await changed).status).toBe(200);
  expect(await app.knex('contact_duplicate_queue').where({ contact_id: id })).toHaveLength(1);
  await other.commit();
});
