import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { NamedRecordView } from '../../plugins/contacts-manager/shared/contracts/named-records';
import type { OperationAnswer } from '../../plugins/contacts-manager/shared/contracts/operations';
import { addRecord } from '../factories/contacts';
import { fillWithContacts, linkContacts } from '../factories/many-contacts';
import { expectTrueCounts } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, ROOT } from '../helpers/directory';

/** Two groups or categories become one, and two again; numbers pasted into a group. */
let app: TestApp;
let manager: Client;
beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
});
afterAll(() => app.close());
afterEach(() => expectTrueCounts(app));

type Kind = 'groups' | 'categories';
const { add, read, settle, undo } = directoryOf(() => manager);
const merge = async (kind: Kind, from: string, into: string) =>
  (await manager.post(`${ROOT}/${kind}/${from}/merge`, { into }).expect(200)).body;
const recordsOf = async (kind: Kind): Promise<NamedRecordView[]> =>
  (await manager.get(`${ROOT}/${kind}?counts=true`).expect(200)).body.results;
const namesOf = (contact: ContactView) => contact.groups.map(({ name }) => name).sort();

test('a group of thousands is merged off the request', async () => {
  const from = await addRecord(manager, 'groups', 'Thousands');
  const into = await addRecord(manager, 'groups', 'More thousands');
  await fillWithContacts(app, 2_500);
  await linkContacts(app, 'group', from.documentId, 'n <= 2500');
  const answer = await merge('groups', from.documentId, into.documentId);
  expect(answer.state).toBe('running');
  await settle(answer.operationId);
  const members = async () =>
    Object.fromEntries(
      (await recordsOf('groups')).map(({ name, members: { total } }) => [name, total]),
    );
  expect(await members()).toEqual({ 'More thousands': 2_500 });
  const undone = await undo(answer.operationId);
  await settle(undone.operationId);
  expect(await members()).toEqual({ Thousands: 2_500, 'More thousands': 0 });
});

test('two groups become one; undone, both are as they were', async () => {
  const { body } = await manager
    .post(`${ROOT}/groups`, { name: 'Old choir', description: 'Sings', color: '#aa0000' })
    .expect(201);
  const from: NamedRecordView = body.data;
  const into = await addRecord(manager, 'groups', 'Choir');
  const [one, both, other] = [
    await add({ groups: [from.documentId] }),
    await add({ groups: [from.documentId, into.documentId] }),
    await add({ groups: [into.documentId] }),
  ];
  await manager.post(`${ROOT}/contacts/${one.documentId}/archive`).expect(200);
  const before = await recordsOf('groups');
  const answer = await merge('groups', from.documentId, into.documentId);
  expect(answer).toMatchObject({ state: 'done', applied: 2, skippedCount: 0 });
  for (const { documentId } of [one, both, other]) {
    expect(namesOf(await read(documentId))).toEqual(['Choir']);
  }
  const [left] = (await recordsOf('groups')).filter(({ name }) => name.includes('hoir'));
  expect(left?.members).toEqual({ active: 2, archived: 1, blocked: 0, total: 3 });
  const history = await manager.get(`${ROOT}/operations/${answer.operationId}`).expect(200);
  expect(history.body).toMatchObject({
    kind: 'merge-groups',
    params: { record: { name: 'Old choir' }, into: { name: 'Choir' } },
  } satisfies Record<keyof Pick<OperationAnswer, 'kind' | 'params'>, unknown>);

  expect((await undo(answer.operationId)).applied).toBe(2);
  expect(await recordsOf('groups')).toEqual(before);
  expect(namesOf(await read(one.documentId))).toEqual(['Old choir']);
  expect(namesOf(await read(both.documentId))).toEqual(['Choir', 'Old choir']);
  expect(namesOf(await read(other.documentId))).toEqual(['Choir']);
});

test('who changed groups since the merge keeps the newer ones, and is listed', async () => {
  const from = await addRecord(manager, 'groups', 'From here');
  const into = await addRecord(manager, 'groups', 'To there');
  const [one, other] = [
    await add({ groups: [from.documentId] }),
    await add({ groups: [from.documentId] }),
  ];
  const { operationId } = await merge('groups', from.documentId, into.documentId);
  await manager.put(`${ROOT}/contacts/${one.documentId}`, { groups: [] }).expect(200);
  const answer = await undo(operationId);
  expect(answer).toMatchObject({ applied: 1, skippedCount: 1 });
  expect(answer.skipped[0]).toMatchObject({
    documentId: one.documentId,
    code: 'undo.changed-since',
  });
  expect(namesOf(await read(one.documentId))).toEqual([]);
  expect(namesOf(await read(other.documentId))).toEqual(['From here']);
});

test('two categories become one, also one that nobody has', async () => {
  const [lead, prospect, nobody] = [
    await addRecord(manager, 'categories', 'Lead of merge'),
    await addRecord(manager, 'categories', 'Prospect'),
    await addRecord(manager, 'categories', 'Nobody'),
  ];
  const contact = await add({ category: prospect.documentId });
  const moved = await merge('categories', prospect.documentId, lead.documentId);
  expect(moved).toMatchObject({ applied: 1 });
  expect((await read(contact.documentId)).category?.documentId).toBe(lead.documentId);
  const empty = await merge('categories', nobody.documentId, lead.documentId);
  expect(empty.applied).toBe(0);
  const names = async () => (await recordsOf('categories')).map(({ name }) => name);
  expect(await names()).not.toEqual(expect.arrayContaining(['Nobody']));
  await undo(empty.operationId);
  await undo(moved.operationId);
  expect(await names()).toEqual(expect.arrayContaining(['Nobody', 'Prospect']));
  expect((await read(contact.documentId)).category?.documentId).toBe(prospect.documentId);
});

test('refuses a group with itself or with nothing, and who may not', async () => {
  const group = await addRecord(manager, 'groups', 'Alone');
  const path = `${ROOT}/groups/${group.documentId}/merge`;
  const same = await manager.post(path, { into: group.documentId }).expect(400);
  expect(same.body.error.details.code).toBe('merge.same');
  const gone = await manager.post(path, { into: 'nowhere' }).expect(400);
  expect(gone.body.error.details.code).toBe('group.not-found');
  await manager.post(`${ROOT}/groups/nowhere/merge`, { into: group.documentId }).expect(404);
  const agent = (await app.signIn('contacts-agent')).client;
  await agent.post(path, { into: group.documentId }).expect(403);
});

test('two people merging one group at once lose nobody', async () => {
  const [from, left, right] = [
    await addRecord(manager, 'groups', 'Wanted by two'),
    await addRecord(manager, 'groups', 'Left hand'),
    await addRecord(manager, 'groups', 'Right hand'),
  ];
  const contacts = [
    await add({ groups: [from.documentId] }),
    await add({ groups: [from.documentId] }),
  ];
  const answers = await Promise.all(
    [left, right].map(({ documentId }) =>
      manager.post(`${ROOT}/groups/${from.documentId}/merge`, { into: documentId }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  for (const { documentId } of contacts) {
    expect(namesOf(await read(documentId))).toHaveLength(1);
  }
});
