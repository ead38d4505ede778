import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { SavedView } from '../../plugins/contacts-manager/shared/contracts/views';
import { addContacts, addRecord } from '../factories/contacts';
import { fillWithContacts, linkContacts } from '../factories/many-contacts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

/** Views that are used as groups, when the groups they name are merged or deleted: nobody comes in by it. */
let app: TestApp;
let manager: Client;
let next = 0;
beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('strapi-super-admin')).client;
  await fillWithContacts(app, 1_200);
});
afterAll(() => app.close());

const ROOT = '/contacts-manager';
const VIEWS = `${ROOT}/views`;
interface Ref {
  documentId: string;
}
const addGroup = (name: string) => addRecord(manager, 'groups', name);
const addView = async (filter: object): Promise<SavedView> => {
  next += 1;
  const body = { name: `View ${next}`, isShared: true, isGroup: true, filter };
  return (await manager.post(VIEWS, body).expect(201)).body.data;
};
const add = async (...groups: Ref[]): Promise<ContactView> => {
  next += 1;
  const [contact] = await addContacts(
    manager,
    [{ name: `Viewed ${next}`, groups: groups.map(({ documentId }) => documentId) }],
    next,
  );
  return contact!;
};
const mergeGroup = async (from: Ref, into: Ref) =>
  (
    await manager
      .post(`${ROOT}/groups/${from.documentId}/merge`, { into: into.documentId })
      .expect(200)
  ).body;
const undo = async (operationId: string) =>
  (await manager.post(`${ROOT}/operations/${operationId}/undo`).expect(200)).body;
const filterOf = async ({ documentId }: SavedView) => {
  const { body } = await manager.get(VIEWS).expect(200);
  return (body.results as SavedView[]).find((view) => view.documentId === documentId)!.filter;
};
const membersOf = async (view: SavedView, search = 'Viewed'): Promise<string[]> => {
  const { body } = await manager
    .get(`${ROOT}/contacts?views=${view.documentId}&search=${search}&pageSize=100&sort=name:asc`)
    .expect(200);
  return body.results.map(({ documentId }: ContactView) => documentId);
};

test('whoever a merged group kept out stays out; undone, views are as they were', async () => {
  const [out, into] = [await addGroup('Opted out'), await addGroup('Left')];
  const [kept, excluded] = [await add(), await add(out)];
  const view = await addView({ groupsNone: [out.documentId], search: 'Viewed' });
  const inside = await addView({ groups: [out.documentId] });
  const all = await addView({ groupsAll: [out.documentId, into.documentId] });
  expect(await membersOf(view)).toContain(kept.documentId);
  const { operationId } = await mergeGroup(out, into);
  expect(await membersOf(view)).not.toContain(excluded.documentId);
  expect(await membersOf(view)).toContain(kept.documentId);
  expect(await membersOf(inside)).toEqual([excluded.documentId]);
  expect(await filterOf(all)).toEqual({ groupsAll: [into.documentId] });
  // Renamed meanwhile, it follows all the same.
  const renamed = { ...view, name: 'Renamed', filter: await filterOf(view) };
  const { name, isShared, isGroup, filter } = renamed;
  await manager.put(`${VIEWS}/${view.documentId}`, { name, isShared, isGroup, filter }).expect(200);
  const undone = await undo(operationId);
  expect(await filterOf(view)).toMatchObject({ groupsNone: [out.documentId] });
  expect(await filterOf(inside)).toEqual({ groups: [out.documentId] });
  expect(await membersOf(view)).not.toContain(excluded.documentId);
  await undo(undone.operationId);
  expect(await filterOf(view)).toMatchObject({ groupsNone: [into.documentId] });
  expect(await membersOf(view)).not.toContain(excluded.documentId);
  expect(await membersOf(view)).toContain(kept.documentId);
});

test('nobody comes in while a large merge, or its undo, is under way', async () => {
  const [out, into] = [await addGroup('Many out'), await addGroup('Many left')];
  await linkContacts(app, 'group', out.documentId, 'n <= 1200');
  const view = await addView({ groupsNone: [out.documentId], search: 'Bulk' });
  /** Of the group that members go to: excluded from the first step on. */
  const watch = async (operationId: string, target: Ref) => {
    const looked = async () => {
      const { body } = await manager.get(`${ROOT}/operations/${operationId}`).expect(200);
      const { groupsNone } = await filterOf(view);
      if (body.applied > 0) expect(groupsNone).toContain(target.documentId);
      return String(body.state);
    };
    while ((await looked()) === 'running');
    expect(await membersOf(view, 'Bulk')).toEqual([]);
  };
  const { operationId } = await mergeGroup(out, into);
  await watch(operationId, into);
  expect(await filterOf(view)).toMatchObject({ groupsNone: [into.documentId] });
  await watch((await undo(operationId)).operationId, out);
  expect(await filterOf(view)).toMatchObject({ groupsNone: [out.documentId] });
});

test('a view of a category follows its merge', async () => {
  const [from, into] = [
    await addRecord(manager, 'categories', 'Old category'),
    await addRecord(manager, 'categories', 'New category'),
  ];
  const view = await addView({ category: [from.documentId] });
  const { body } = await manager
    .post(`${ROOT}/categories/${from.documentId}/merge`, { into: into.documentId })
    .expect(200);
  expect(await filterOf(view)).toEqual({ category: [into.documentId] });
  expect(body.state).toBe('done');
});

test('a view about groups that were deleted is nobody, whether it names or excludes them', async () => {
  const group = await addGroup('Deleted');
  const contact = await add(group);
  const views = [
    await addView({ groups: [group.documentId] }),
    await addView({ groupsAll: [group.documentId] }),
    await addView({ groupsNone: [group.documentId] }),
  ];
  await manager.delete(`${ROOT}/groups/${group.documentId}`).expect(200);
  for (const view of views) expect(await membersOf(view)).toEqual([]);
  const { body } = await manager.get(`${ROOT}/operations?kind=delete-group`).expect(200);
  await undo(body.results[0].operationId);
  expect(await membersOf(views[0]!)).toEqual([contact.documentId]);
  expect(await membersOf(views[2]!)).not.toContain(contact.documentId);
});

test('two people giving two views one name at once: one is told that it is taken', async () => {
  const [one, two] = [await addView({}), await addView({})];
  const body = { name: 'Wanted', isShared: true, isGroup: true, filter: {} };
  const put = (view: SavedView) => manager.put(`${VIEWS}/${view.documentId}`, body);
  let answers;
  if (app.client === 'postgres') {
    const trx = await app.knex.transaction();
    await trx('contact_views')
      .where({ document_id: one.documentId })
      .update({ name: 'Wanted', name_key: 'wanted' });
    const second = put(two).then((answer) => answer);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await trx.commit();
    answers = [await second];
  } else answers = [await put(one), await put(two)];
  const last = answers.at(-1)!;
  expect([last.status, last.body.error?.details.code]).toEqual([400, 'name.taken']);
});
