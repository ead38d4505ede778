import { addRecord } from '../factories/contacts';
import { fillWithContacts } from '../factories/many-contacts';
import { expectTrueCounts } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, idsOf, ROOT } from '../helpers/directory';

/** Changes of thousands, which are made off the request. */
let app: TestApp;
let manager: Client;
const { bulk, read, settle, undo } = directoryOf(() => manager);

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  await fillWithContacts(app, PEOPLE);
  await app.knex('contacts').update({ contact_status: 'active' });
});
afterAll(() => app.close());
afterEach(() => expectTrueCounts(app));

const PEOPLE = 2_500;
const selection = { kind: 'filter', filter: { search: 'Bulk' } };
const change = async (body: object) =>
  (await manager.post(`${ROOT}/contacts/bulk`, { selection, ...body }).expect(200)).body;
const statuses = async () =>
  Object.fromEntries(
    (
      await app
        .knex('contacts')
        .where('name', 'like', 'Bulk Person%')
        .groupBy('contact_status')
        .select('contact_status')
        .count('* as n')
    ).map(({ contact_status, n }) => [String(contact_status), Number(n)]),
  );

test('a change answers at once, is followed to its end, and is undone whole', async () => {
  const dry = await change({ action: 'archive', dryRun: true });
  expect(dry).toMatchObject({ operationId: null, applied: PEOPLE });
  const answer = await change({ action: 'archive', reason: 'Season over' });
  expect(answer).toMatchObject({ state: 'running', operationId: expect.any(String) });
  const done = await settle(answer.operationId);
  expect(done).toMatchObject({ state: 'done', progress: 1, applied: PEOPLE, skippedCount: 0 });
  expect(await statuses()).toEqual({ archived: PEOPLE });
  const back = await settle((await undo(answer.operationId)).operationId);
  expect(back).toMatchObject({ kind: 'undo', state: 'done', applied: PEOPLE });
  expect(await statuses()).toEqual({ active: PEOPLE });
  expect(await app.knex('contact_operation_targets').select()).toEqual([]);
});

test('cancelled, it stops between two steps with an exact account', async () => {
  const answer = await change({ action: 'archive' });
  const cancelled = await manager.post(`${ROOT}/operations/${answer.operationId}/cancel`);
  const ended = await settle(answer.operationId);
  expect(await statuses()).toEqual({
    ...(ended.applied > 0 && { archived: ended.applied }),
    ...(ended.applied < PEOPLE && { active: PEOPLE - ended.applied }),
  });
  if (cancelled.status === 200) expect(ended.state).toBe('cancelled');
  if (ended.applied > 0) {
    const { operationId } = await undo(answer.operationId);
    await settle(operationId);
  }
  expect(await statuses()).toEqual({ active: PEOPLE });
});

test('a thousand that may not: the dry run, the answer and History agree', async () => {
  const ids = await app
    .knex('contacts')
    .where('name', 'like', 'Bulk Person%')
    .orderBy('id')
    .limit(1_000)
    .pluck('document_id');
  await bulk(ids, { action: 'block', reason: 'Test' });
  const dry = await change({ action: 'archive', dryRun: true });
  expect(dry).toMatchObject({ applied: PEOPLE - 1_000, skippedCount: 1_000 });
  const { operationId } = await change({ action: 'archive' });
  const done = await settle(operationId);
  expect(done).toMatchObject({ applied: PEOPLE - 1_000, skippedCount: 1_000 });
  expect(done.skipped).toHaveLength(1_000);
  expect(new Set(done.skipped.map(({ code }) => code))).toEqual(new Set(['status.transition']));
  expect(new Set(idsOf(done.skipped))).toEqual(new Set(idsOf(dry.skipped)));
  await settle((await undo(operationId)).operationId);
  await bulk(ids, { action: 'unblock' });
});

test('two at once over the same contacts: nobody sees an error, and replaying History gives them', async () => {
  const one = await addRecord(manager, 'groups', 'First group');
  const two = await addRecord(manager, 'groups', 'Second group');
  const answers = await Promise.all([
    change({ action: 'add-to-groups', groups: [one.documentId] }),
    change({ action: 'archive' }),
    change({ action: 'add-to-groups', groups: [two.documentId] }),
  ]);
  for (const { operationId } of answers) {
    expect((await settle(operationId)).state).toBe('done');
  }
  const moved = await change({
    action: 'move-to-group',
    fromGroups: [one.documentId],
    groups: [two.documentId],
  });
  await settle(moved.operationId);
  const [sample] = await app.knex('contacts').where('name', 'like', 'Bulk Person%').limit(1);
  expect(await replay(sample.document_id)).toMatchObject({
    contactStatus: 'archived',
    groups: [{ documentId: two.documentId }],
  });
  expect((await read(sample.document_id)).groups).toMatchObject([{ name: 'Second group' }]);
});

/** The attributes that the timeline adds up to. */
async function replay(documentId: string): Promise<Record<string, unknown>> {
  const { body } = await manager
    .get(`${ROOT}/contacts/${documentId}/timeline?pageSize=100`)
    .expect(200);
  return Object.assign({}, ...body.results.map(({ after }: { after: object }) => after).reverse());
}

test('goes on by itself on another server when the one that made it died', async () => {
  const { operationId } = await change({ action: 'activate' });
  await settle(operationId);
  const { id } = await app
    .knex('contact_operations')
    .where({ document_id: operationId })
    .first('id');
  // As a server leaves it that died after its first step of three.
  const ids = await app
    .knex('contacts')
    .where('name', 'like', 'Bulk Person%')
    .orderBy('id')
    .pluck('id');
  await app.knex('contact_operation_targets').insert(
    [0, 1, 2].map((chunk) => ({
      operation_id: id,
      chunk,
      ids: JSON.stringify(ids.slice(chunk * 1_000, (chunk + 1) * 1_000)),
    })),
  );
  await app.knex('contacts').whereIn('id', ids.slice(1_000)).update({ contact_status: 'archived' });
  await app
    .knex('contact_operation_items')
    .where({ operation_id: id })
    .whereIn('contact_id', ids.slice(1_000))
    .delete();
  await app
    .knex('contact_operations')
    .where({ id })
    .update({ state: 'running', cursor: 1, applied: 1_000, lease_until: 1 });
  const done = await settle(operationId);
  expect(done).toMatchObject({ state: 'done', applied: PEOPLE, skippedCount: 0 });
  expect(await statuses()).toEqual({ active: PEOPLE });
});
