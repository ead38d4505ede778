import type { NamedRecordView } from '../../plugins/contacts-manager/shared/contracts/named-records';
import { addRecord } from '../factories/contacts';
import { fillWithContacts, linkContacts } from '../factories/many-contacts';
import { expectTrueCounts } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, ROOT } from '../helpers/directory';

/** Deleting groups and categories of any size, beside other changes, and half of it. */
let app: TestApp;
let manager: Client;
beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  await fillWithContacts(app, PEOPLE);
  await app.knex('contacts').update({ contact_status: 'active' });
});
afterAll(() => app.close());
afterEach(async () => {
  await expectTrueCounts(app);
  await expectHistoryToAddUp();
});

/** More than three steps on SQLite, more than one on PostgreSQL: what a server does at a time. */
const PEOPLE = 2_500;
type Plural = 'groups' | 'categories';
const KINDS = { groups: 'group', categories: 'category' } as const;
const { bulk, settle, undo } = directoryOf(() => manager);

const find = async (plural: Plural, documentId: string): Promise<NamedRecordView | undefined> => {
  const { body } = await manager.get(`${ROOT}/${plural}?counts=true`).expect(200);
  return body.results.find((record: NamedRecordView) => record.documentId === documentId);
};
/** A new group or category that the first of the many have. */
async function fill(plural: Plural, name: string, members: number): Promise<NamedRecordView> {
  const { body } = await manager
    .post(`${ROOT}/${plural}`, { name, description: `All of ${name}`, color: '#aa0000' })
    .expect(201);
  const { documentId } = body.data;
  await linkContacts(app, KINDS[plural], documentId, `n <= ${members}`);
  return (await find(plural, documentId))!;
}
const remove = async (plural: Plural, { documentId }: { documentId: string }) =>
  (await manager.delete(`${ROOT}/${plural}/${documentId}`).expect(200)).body;
const idsTo = (last: number) => Array.from({ length: last }, (_, index) => `bulk${index + 1}`);

/** Each change of a contact has a number of its own, and in that order they lead to what it is now. */
async function expectHistoryToAddUp(): Promise<void> {
  const items: { contact_id: number; number: number; after: string }[] = await app
    .knex('contact_operation_items')
    .orderBy(['contact_id', 'number'])
    .select('contact_id', 'number', 'after');
  const replayed = new Map<number, { contactStatus?: string; groups?: { documentId: string }[] }>();
  const twice = items.filter(({ contact_id, number }, index) => {
    const previous = items[index - 1];
    return previous?.contact_id === contact_id && previous.number === number;
  });
  expect(twice).toEqual([]);
  for (const { contact_id, after } of items) {
    replayed.set(contact_id, { ...replayed.get(contact_id), ...JSON.parse(after) });
  }
  const links: { contact_id: number; document_id: string }[] = await app
    .knex('contacts_groups_lnk as l')
    .join('contact_groups as g', 'g.id', 'l.group_id')
    .select('l.contact_id', 'g.document_id');
  const groups = new Map<number, string[]>();
  for (const { contact_id, document_id } of links) {
    groups.set(contact_id, [...(groups.get(contact_id) ?? []), document_id]);
  }
  const people: { id: number; contact_status: string }[] = await app
    .knex('contacts')
    .select('id', 'contact_status');
  const apart = people.filter(({ id, contact_status }) => {
    const { contactStatus = contact_status, groups: known } = replayed.get(id) ?? {};
    const has = (groups.get(id) ?? []).sort().join();
    const said = known?.map(({ documentId }) => documentId).sort();
    return contactStatus !== contact_status || (said && said.join() !== has);
  });
  expect(apart).toEqual([]);
}

describe.each(['groups', 'categories'] as const)('%s of thousands', (plural) => {
  test('are deleted off the request, and come back whole', async () => {
    const record = await fill(plural, `Thousands of ${plural}`, 1_500);
    const answer = await remove(plural, record);
    expect(answer).toMatchObject({ data: { documentId: record.documentId }, state: 'running' });
    const done = await settle(answer.operationId);
    expect(done).toMatchObject({ state: 'done', progress: 1, applied: 1_500, skippedCount: 0 });
    expect(await find(plural, record.documentId)).toBeUndefined();
    const back = await settle((await undo(answer.operationId)).operationId);
    expect(back).toMatchObject({ state: 'done', applied: 1_500, skippedCount: 0 });
    expect(await find(plural, record.documentId)).toEqual(record);
    await settle((await remove(plural, record)).operationId);
  });

  test('are gone when REST says so, with history and undo all the same', async () => {
    const record = await fill(plural, `Rest of ${plural}`, 1_500);
    const api = await app.apiToken('full-access');
    await api.delete(`/api/${plural}/${record.documentId}`).expect(204);
    const { body } = await manager
      .get(`${ROOT}/operations?kind=delete-${KINDS[plural]}`)
      .expect(200);
    const [last] = body.results;
    expect(last).toMatchObject({ state: 'done', applied: 1_500, actor: { type: 'api-token' } });
    await settle((await undo(last.operationId)).operationId);
    expect(await find(plural, record.documentId)).toEqual(record);
    await settle((await remove(plural, record)).operationId);
  });
});

test.each([
  ['at once', 900],
  ['off the request', PEOPLE],
])('beside other changes of its members, %s, nothing is lost', async (_how, members) => {
  const group = await fill('groups', `Wanted ${members}`, members);
  const other = await addRecord(manager, 'groups', `Other ${members}`);
  const ids = idsTo(members);
  const answers = await Promise.all([
    bulk(ids, { action: 'archive', reason: 'Season over' }),
    remove('groups', group),
    bulk(ids, { action: 'add-to-groups', groups: [other.documentId] }),
    bulk(ids.slice(0, 500), { action: 'remove-from-groups', groups: [group.documentId] }),
  ]);
  for (const { operationId } of answers) if (operationId) await settle(operationId);
  expect(await find('groups', group.documentId)).toBeUndefined();
  expect((await find('groups', other.documentId))?.members).toMatchObject({ archived: members });
  await bulk(ids, { action: 'activate' }).then(({ operationId }) => settle(operationId));
  await settle((await remove('groups', other)).operationId);
});

test('deleting one at once twice, one of the two finds it gone', async () => {
  const group = await fill('groups', 'Deleted by two', 300);
  const answers = await Promise.all(
    [1, 2].map(() => manager.delete(`${ROOT}/groups/${group.documentId}`)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
});

test('Strapi’s webhooks hear of it', async () => {
  const heard: unknown[] = [];
  const listen = ({ entry }: { entry: { name: string } }) => {
    heard.push(entry.name);
    return Promise.resolve();
  };
  app.strapi.eventHub.on('entry.delete', listen);
  await remove('groups', await addRecord(manager, 'groups', 'Heard of'));
  const large = await fill('groups', 'Heard of as well', 1_200);
  await settle((await remove('groups', large)).operationId);
  app.strapi.eventHub.off('entry.delete', listen);
  expect(heard).toEqual(['Heard of', 'Heard of as well']);
});

test('an empty one comes back as well, as a change that History has', async () => {
  const group = await addRecord(manager, 'groups', 'Nobody in it');
  const { operationId } = await remove('groups', group);
  const answer = await undo(operationId);
  expect(answer).toMatchObject({ operationId: expect.any(String), applied: 0 });
  expect(await find('groups', group.documentId)).toMatchObject({ name: 'Nobody in it' });
  await manager.post(`${ROOT}/operations/${operationId}/undo`).expect(400);
});

describe('half-way', () => {
  const server = (path: string) =>
    jest.requireActual(`${process.env.TEST_DIST}/plugins/contacts-manager/server/src/${path}`);
  let runner: { start(): void; stop(): Promise<void> } | undefined;

  // From here on work waits until a test does it, or starts a server for it.
  beforeAll(() => app.strapi.plugin('contacts-manager').service('work').runner.stop());
  afterEach(() => runner?.stop());
  const startServer = () => {
    runner = server('services/work/runner').createWorkRunner(app.strapi);
    runner?.start();
  };

  /** Queues the deletion of everybody's group, and does as much of it as a server does at a time. */
  async function deleteSome(name: string) {
    const group = await fill('groups', name, PEOPLE);
    const { operationId } = await remove('groups', group);
    const claim = await server('repositories/leases').claimWork(
      app.knex,
      'contact_operations',
      'running',
    );
    const step = await server('services/named-record-deletion').deletionStepOf(
      app.strapi,
      'group',
      { record: group },
    );
    await server('services/changes/steps').carryOutSteps(app.strapi, claim, step);
    const { body } = await manager.get(`${ROOT}/operations/${operationId}`).expect(200);
    expect(body).toMatchObject({ state: 'running', progress: body.applied / PEOPLE });
    expect(body.applied).toBeGreaterThan(1_000);
    return { group, operationId, applied: Number(body.applied), claim };
  }

  test('asked for again, it is the same deletion; cancelled, the group stays with the others', async () => {
    const { group, operationId, applied } = await deleteSome('Cancelled');
    expect(await remove('groups', group)).toMatchObject({ operationId, state: 'running', applied });
    await manager.post(`${ROOT}/operations/${operationId}/cancel`).expect(200);
    expect((await find('groups', group.documentId))?.members.total).toBe(PEOPLE - applied);
    startServer();
    await settle((await undo(operationId)).operationId);
    expect(await find('groups', group.documentId)).toEqual(group);
    await settle((await remove('groups', group)).operationId);
  });

  test('another server goes on, and takes out whoever came back as well', async () => {
    const { group, operationId, claim } = await deleteSome('Gone on');
    await bulk(['bulk7'], { action: 'add-to-groups', groups: [group.documentId] });
    await server('repositories/leases').releaseLease(app.knex, claim);
    startServer();
    expect(await settle(operationId)).toMatchObject({ state: 'done', applied: PEOPLE });
    expect(await find('groups', group.documentId)).toBeUndefined();
  });

  test('deleted over REST meanwhile, it ends, and either undo brings the group back', async () => {
    const { group, operationId, applied, claim } = await deleteSome('Gone meanwhile');
    const api = await app.apiToken('full-access');
    await api.delete(`/api/groups/${group.documentId}`).expect(204);
    await server('repositories/leases').releaseLease(app.knex, claim);
    startServer();
    expect(await settle(operationId)).toMatchObject({ state: 'done', applied });
    const { body } = await manager.get(`${ROOT}/operations?kind=delete-group`).expect(200);
    expect(body.results[0]).toMatchObject({ applied: PEOPLE - applied });
    for (const { operationId: one } of body.results.slice(0, 2)) {
      await settle((await undo(one)).operationId);
    }
    expect(await find('groups', group.documentId)).toEqual(group);
  });
});
