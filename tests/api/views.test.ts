import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { SavedView } from '../../plugins/contacts-manager/shared/contracts/views';
import { addFindablePeople, type People } from '../factories/findable-people';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { matchingIds } from '../helpers/contact-queries';
import { idsOf, ROOT } from '../helpers/directory';

/** Saved views, views that are used as groups, and the columns of each person. */
let app: TestApp;
let client: Client;
let people: People;
beforeAll(async () => {
  app = await createApp();
  client = (await app.signIn('strapi-super-admin')).client;
  people = await addFindablePeople(app, client, 120);
});
afterAll(() => app.close());

const VIEWS = `${ROOT}/views`;
const group = (index: number) => people.groups[index] ?? '';
const has = (contact: ContactView, index: number) => idsOf(contact.groups).includes(group(index));
const score = (contact: ContactView) => Number(contact.customFields?.score);
const idsWhere = (matches: (contact: ContactView) => boolean) =>
  idsOf(people.contacts.filter(matches)).sort();
const add = async (who: Client, body: object): Promise<SavedView> =>
  (await who.post(VIEWS, body).expect(201)).body.data;
const namesOf = async (who: Client): Promise<string[]> =>
  (await who.get(VIEWS).expect(200)).body.results.map(({ name }: SavedView) => name);

describe('a view', () => {
  test('is the search as it was saved', async () => {
    const filter = {
      ...{ status: 'archived', search: 'Person', groups: [group(0)] },
      ...{ fields: ['score:from:2'], hasEmail: 'yes', createdFrom: '2026-01-03' },
    };
    const view = await add(client, {
      ...{ name: 'Mine', filter, sort: 'name:asc', columns: ['name', 'customFields.city'] },
    });
    expect(view).toMatchObject({
      ...{ name: 'Mine', isShared: false, isGroup: false, isMine: true, sort: 'name:asc' },
      columns: ['name', 'customFields.city'],
    });
    expect(view.filter).toEqual(filter);
    const { body } = await client
      .put(`${VIEWS}/${view.documentId}`, { name: 'Renamed', filter: {} })
      .expect(200);
    expect(body.data).toMatchObject({ name: 'Renamed', filter: {}, sort: null, columns: null });
    await client.delete(`${VIEWS}/${view.documentId}`).expect(200);
    await client.delete(`${VIEWS}/${view.documentId}`).expect(404);
  });

  test('is private until somebody who may manage groups shares it', async () => {
    const agent = (await app.signIn('contacts-agent')).client;
    const manager = (await app.signIn('contacts-manager')).client;
    const own = await add(agent, { name: 'Only mine', filter: {} });
    expect(await namesOf(agent)).toContain('Only mine');
    expect(await namesOf(manager)).not.toContain('Only mine');
    await manager.put(`${VIEWS}/${own.documentId}`, { name: 'Taken', filter: {} }).expect(404);
    await manager.delete(`${VIEWS}/${own.documentId}`).expect(404);

    await agent.post(VIEWS, { name: 'All', filter: {}, isShared: true }).expect(403);
    await agent
      .put(`${VIEWS}/${own.documentId}`, { name: 'All', filter: {}, isShared: true })
      .expect(403);
    const shared = await add(manager, { name: 'All', filter: {}, isShared: true });
    expect(await namesOf(agent)).toContain('All');
    await agent.put(`${VIEWS}/${shared.documentId}`, { name: 'Bad', filter: {} }).expect(403);
    await agent.delete(`${VIEWS}/${shared.documentId}`).expect(403);
  });

  test('has a name of its own among those of one person, and among the shared ones', async () => {
    const other = (await app.signIn('contacts-manager')).client;
    await add(client, { name: 'Twice', filter: {} });
    await add(other, { name: 'Twice', filter: {} });
    const { body } = await client.post(VIEWS, { name: ' twice ', filter: {} }).expect(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['name'], code: 'name.taken' }]);
    await add(client, { name: 'Twice', filter: {}, isShared: true });
    await other.post(VIEWS, { name: 'TWICE', filter: {}, isShared: true }).expect(400);
  });

  test('refuses what no list would take', async () => {
    const bad = (body: object) => client.post(VIEWS, body).expect(400);
    await bad({ name: 'Bad', filter: { colour: 'red' } });
    await bad({ name: 'Bad', filter: { fields: ['shoe:is:42'] } });
    await bad({ name: 'Bad', filter: {}, isGroup: true });
    await bad({ name: '', filter: {} });
  });

  test('used as a group has members in every tab, beside other filters and in bulk', async () => {
    const one = await add(client, {
      ...{ name: 'Good scores', isShared: true, isGroup: true },
      filter: { status: 'active', fields: ['score:from:3'] },
    });
    const two = await add(client, {
      ...{ name: 'From the app', isShared: true, isGroup: true },
      filter: { source: 'api', hasEmail: 'yes' },
    });
    const inOne = (who: ContactView) => score(who) >= 3;
    const inTwo = (who: ContactView) => who.source === 'api' && !!who.email;
    expect(await matchingIds(client, { views: one.documentId })).toEqual(idsWhere(inOne));
    const both = { views: [one.documentId, two.documentId], groupsNone: group(1) };
    const wanted = idsWhere((who) => (inOne(who) || inTwo(who)) && !has(who, 1));
    expect(await matchingIds(client, both)).toEqual(wanted);
    const { body } = await client
      .post(`${ROOT}/contacts/bulk`, {
        ...{ action: 'add-to-groups', groups: [group(0)], dryRun: true },
        selection: { kind: 'filter', filter: both },
      })
      .expect(200);
    expect(Number(body.applied) + Number(body.skippedCount)).toBe(wanted.length);
  });

  test('that is no group, or is gone, has no members', async () => {
    const view = await add(client, { name: 'No group', isShared: true, filter: {} });
    expect(await matchingIds(client, { views: [view.documentId, 'gone'] })).toEqual([]);
  });

  test('used as a group holds no other views', async () => {
    const { body } = await client
      .post(VIEWS, { name: 'Nest', isShared: true, isGroup: true, filter: { views: ['some'] } })
      .expect(400);
    expect(body.error.details.code).toBe('view.nested');
  });
});

test('used as a group, a view has the days of whoever made it', async () => {
  // 2 January, 03:00 in Kolkata.
  const early = new Date('2026-01-01T21:30:00Z');
  const [first] = people.contacts;
  await app
    .knex('contacts')
    .where({ document_id: first?.documentId })
    .update({ created_at: app.client === 'sqlite' ? early.getTime() : early });
  const membersOf = async (body: object) => {
    const filter = { createdFrom: '2026-01-02', createdTo: '2026-01-02' };
    const view = await add(client, { isShared: true, isGroup: true, filter, ...body });
    return matchingIds(client, { views: view.documentId });
  };
  expect(await membersOf({ name: 'At UTC' })).not.toContain(first?.documentId);
  expect(await membersOf({ name: 'In India', timeZone: 'Asia/Kolkata' })).toContain(
    first?.documentId,
  );
  const nowhere = { name: 'Nowhere', filter: {}, timeZone: 'Asia/Atlantis' };
  await client.post(VIEWS, nowhere).expect(400);
});

test('Each person has columns, an order and a page size of their own', async () => {
  const agent = (await app.signIn('contacts-agent')).client;
  const columns = ['name', 'email', 'customFields.city'];
  const read = async (who: Client) => (await who.get(`${ROOT}/preferences`)).body.data;
  await agent.put(`${ROOT}/preferences`, { columns }).expect(200);
  await agent.put(`${ROOT}/preferences`, { columns: 'all' }).expect(400);
  expect(await read(agent)).toEqual({ columns, sort: null, pageSize: null });
  expect(await read(client)).toEqual({ columns: null, sort: null, pageSize: null });
  await agent.put(`${ROOT}/preferences`, { sort: 'name:asc' }).expect(200);
  await agent.put(`${ROOT}/preferences`, { pageSize: 50 }).expect(200);
  await agent.put(`${ROOT}/preferences`, { pageSize: 33 }).expect(400);
  await agent.put(`${ROOT}/preferences`, { sort: 'id:asc' }).expect(400);
  expect(await read(agent)).toEqual({ columns, sort: 'name:asc', pageSize: 50 });
  await agent.put(`${ROOT}/preferences`, { columns: null, sort: null }).expect(200);
  expect(await read(agent)).toEqual({ columns: null, sort: null, pageSize: 50 });
});
