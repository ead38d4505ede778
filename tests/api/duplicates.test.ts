import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type {
  DuplicatePair,
  DuplicatesAnswer,
} from '../../plugins/contacts-manager/shared/contracts/duplicates';
import { expectTrueCounts } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, idsOf, ROOT } from '../helpers/directory';

/** The queue of likely same persons: found, looked at again, dismissed. */
let app: TestApp;
let manager: Client;
beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
});
afterAll(() => app.close());
afterEach(() => expectTrueCounts(app));

const { add, merge } = directoryOf(() => manager);

async function duplicates(query = 'pageSize=100'): Promise<DuplicatesAnswer> {
  const nudge = app.strapi.plugin('contacts-manager').service('work').runner;
  for (let tries = 0; tries < 200; tries += 1) {
    nudge.nudge();
    const { body } = await manager.get(`${ROOT}/duplicates?${query}`).expect(200);
    if (!body.isLooking) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The search for duplicates does not end.');
}
const pairWith = async (...contacts: ContactView[]): Promise<DuplicatePair | undefined> => {
  const { results } = await duplicates();
  const wanted = idsOf(contacts).sort().join();
  return results.find((pair) => idsOf(pair.contacts).sort().join() === wanted);
};

describe('the queue', () => {
  test('finds the same e-mail, the same name with a near number, and variants of one number', async () => {
    const byMail = [
      await add({ email: 'same@example.com' }),
      await add({ email: 'SAME@example.com' }),
    ];
    const byName = [
      await add({ name: 'Zoë Núñez', primaryContact: '+919876500011' }),
      await add({ name: 'zoe  nunez', primaryContact: '+919876500012' }),
    ];
    const byNumber = [
      await add({ primaryContact: '+5491123456789' }),
      await add({ secondaryContact: '+541123456789' }),
    ];
    await add({ name: 'Zoe Nunez' });
    expect((await pairWith(...byMail))?.reasons).toEqual(['email']);
    expect((await pairWith(...byName))?.reasons).toEqual(['name-near-number']);
    expect((await pairWith(...byNumber))?.reasons).toEqual(['number-variant']);
    expect((await duplicates()).pagination.total).toBe(3);
  });

  test('looks again at a contact that was changed, and forgets one that is gone', async () => {
    const [left, right] = [await add({ email: 'one@example.com' }), await add()];
    expect(await pairWith(left, right)).toBeUndefined();
    const change = (email: string) =>
      manager.put(`${ROOT}/contacts/${right.documentId}`, { email }).expect(200);
    await change('one@example.com');
    expect(await pairWith(left, right)).toBeDefined();
    await change('two@example.com');
    expect(await pairWith(left, right)).toBeUndefined();
    await change('one@example.com');
    expect(await pairWith(left, right)).toBeDefined();
    const [gone] = await app.knex('contacts').where({ document_id: right.documentId }).pluck('id');
    await manager.post(`${ROOT}/contacts/${right.documentId}/archive`).expect(200);
    await manager.delete(`${ROOT}/contacts/${right.documentId}`).expect(200);
    expect(await pairWith(left, right)).toBeUndefined();
    expect(await app.knex('contact_duplicate_keys').where({ contact_id: gone })).toEqual([]);
  });

  test('keeps a dismissed pair away for good', async () => {
    const email = 'family@example.com';
    const [left, right] = [await add({ email }), await add({ email })];
    expect(await pairWith(left, right)).toBeDefined();
    await manager
      .post(`${ROOT}/duplicates/dismiss`, { contacts: [right.documentId, left.documentId] })
      .expect(200);
    expect(await pairWith(left, right)).toBeUndefined();
    await manager.put(`${ROOT}/contacts/${left.documentId}`, { name: 'Renamed' }).expect(200);
    expect(await pairWith(left, right)).toBeUndefined();
  });

  test('shows one pair of a crowd that shares an address, then the next', async () => {
    const email = 'office@school.example';
    const crowd: ContactView[] = [];
    for (let index = 0; index < 9; index += 1) crowd.push(await add({ email }));
    const shown = async () =>
      (await duplicates()).results.filter(({ contacts }) => contacts[0].email === email);
    const first = await shown();
    expect(first).toHaveLength(1);
    expect(first[0]).toMatchObject({ shared: 9, reasons: ['email'] });
    await manager
      .post(`${ROOT}/duplicates/dismiss`, {
        contacts: idsOf(first[0]!.contacts),
      })
      .expect(200);
    const second = await shown();
    expect(second).toHaveLength(1);
    expect(second[0]!.contacts).not.toEqual(first[0]!.contacts);
    // Once few enough are left, all their pairs are shown, but for the dismissed one.
    for (const { documentId } of crowd.slice(4)) {
      await manager.put(`${ROOT}/contacts/${documentId}`, { email: null }).expect(200);
    }
    expect(await shown()).toHaveLength(5);
  });

  test('is for people who may edit; merging also takes the right to move to the bin', async () => {
    const [left, right] = [await add(), await add()];
    const reader = (await app.signIn(['read'])).client;
    const agent = (await app.signIn('contacts-agent')).client;
    await reader.get(`${ROOT}/duplicates`).expect(403);
    await agent.get(`${ROOT}/duplicates`).expect(200);
    await agent
      .post(`${ROOT}/contacts/${left.documentId}/merge`, { other: right.documentId })
      .expect(403);
    const { operationId } = await merge(left, right);
    const historian = (await app.signIn(['read', 'history', 'update'])).client;
    await historian.post(`${ROOT}/operations/${operationId}/undo`).expect(403);
  });
});
