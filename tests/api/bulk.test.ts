import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import { addRecord } from '../factories/contacts';
import { expectTrueCounts } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, idsOf, ROOT } from '../helpers/directory';

let app: TestApp;
let client: Client;
beforeAll(async () => {
  app = await createApp();
  client = (await app.signIn('contacts-manager')).client;
});
afterAll(() => app.close());
afterEach(() => expectTrueCounts(app));

const { addMany, read } = directoryOf(() => client);
/** The request itself: some are refused here. */
const bulk = (ids: string[], body: object) =>
  client.post(`${ROOT}/contacts/bulk`, { selection: { kind: 'ids', ids }, ...body });

interface Recorded {
  kind: string;
  state: string;
  reason: string | null;
  actor_name: string | null;
  applied: number;
  skipped: number;
  items: { before: unknown; after: unknown }[];
}
async function operation(documentId: string): Promise<Recorded> {
  const row = await app.knex('contact_operations').where({ document_id: documentId }).first();
  const items = await app
    .knex('contact_operation_items')
    .where({ operation_id: row.id })
    .orderBy('contact_id');
  return {
    ...row,
    items: items.map(({ before, after }) => ({
      before: JSON.parse(before),
      after: JSON.parse(after),
    })),
  };
}

describe('status changes', () => {
  test('archive what can be archived, list the rest, and keep groups', async () => {
    const group = await addRecord(client, 'groups', 'Night school');
    const [first, second, third] = await addMany(3, { groups: [group.documentId] });
    const ids = idsOf([first, second, third] as ContactView[]);
    await bulk(ids.slice(2), { action: 'block', reason: 'Spam' }).expect(200);

    const { body } = await bulk([...ids, 'gone'], { action: 'archive', reason: ' Left ' }).expect(
      200,
    );
    expect(body).toEqual({
      operationId: expect.any(String),
      state: 'done',
      applied: 2,
      skippedCount: 2,
      skipped: [
        { documentId: 'gone', name: '', code: 'contact.not-found' },
        { documentId: third?.documentId, name: third?.name, code: 'status.transition' },
      ],
    });
    expect(await read(first?.documentId ?? '')).toMatchObject({
      contactStatus: 'archived',
      statusReason: 'Left',
      statusChangedAt: expect.any(String),
      groups: [{ name: 'Night school' }],
    });
    const recorded = await operation(body.operationId);
    expect(recorded).toMatchObject({
      kind: 'archive',
      state: 'done',
      reason: 'Left',
      actor_name: 'Test contacts-manager',
      applied: 2,
      skipped: 2,
    });
    expect(recorded.items).toHaveLength(2);
    expect(recorded.items[0]).toEqual({
      before: { contactStatus: 'active', statusReason: null, statusChangedAt: null },
      after: {
        contactStatus: 'archived',
        statusReason: 'Left',
        statusChangedAt: (await read(first?.documentId ?? '')).statusChangedAt,
      },
    });
  });

  test('follow the rules: block asks for a reason, a change without one clears the old', async () => {
    const [contact] = await addMany(1);
    const id = contact?.documentId ?? '';
    for (const reason of [undefined, null, '  ']) {
      const { body } = await bulk([id], { action: 'block', reason }).expect(400);
      expect(body.error.details).toMatchObject({
        code: 'status.reason-required',
        errors: [{ path: ['reason'] }],
      });
    }
    await bulk([id], { action: 'block', reason: 'x'.repeat(1001) }).expect(400);
    const steps: [string, string, string][] = [
      ['archive', 'archived', 'Moved'],
      ['block', 'blocked', 'Spam'],
    ];
    for (const [action, status, reason] of steps) {
      await bulk([id], { action, reason }).expect(200);
      expect(await read(id)).toMatchObject({ contactStatus: status, statusReason: reason });
    }
    const refused = await bulk([id], { action: 'activate' }).expect(200);
    expect(refused.body).toMatchObject({ operationId: null, applied: 0, skippedCount: 1 });
    const told = await client.get(`/contacts-manager/contacts/${id}/status-change`).expect(200);
    expect(told.body.data).toEqual({
      action: 'block',
      by: 'Test contacts-manager',
      at: expect.stringMatching(/Z$/),
      reason: 'Spam',
    });
    await bulk([id], { action: 'unblock' }).expect(200);
    expect(await read(id)).toMatchObject({ contactStatus: 'active', statusReason: null });
  });

  test('of one contact: 200 with the contact, 404 when gone, 400 when not possible', async () => {
    const [contact] = await addMany(1);
    const path = `/contacts-manager/contacts/${contact?.documentId ?? ''}`;
    const { body } = await client.post(`${path}/archive`, {}).expect(200);
    expect(body.data.contactStatus).toBe('archived');
    const again = await client.post(`${path}/archive`, {}).expect(400);
    expect(again.body.error.details.code).toBe('status.transition');
    await client.post('/contacts-manager/contacts/gone/archive', {}).expect(404);
    const fresh = await addMany(1);
    const none = await client
      .get(`/contacts-manager/contacts/${fresh[0]?.documentId ?? ''}/status-change`)
      .expect(200);
    expect(none.body).toEqual({ data: null });
  });

  test('preview: what it would do and which groups it touches, nothing written', async () => {
    const group = await addRecord(client, 'groups', 'Choir');
    const contacts = await addMany(3, { groups: [group.documentId] });
    const ids = idsOf(contacts);
    await bulk(ids.slice(0, 1), { action: 'archive' }).expect(200);
    const before = await app.knex('contact_operations').count({ n: '*' });
    const { body } = await bulk(ids, { action: 'archive', dryRun: true }).expect(200);
    expect(body).toMatchObject({
      operationId: null,
      applied: 2,
      skippedCount: 1,
      skipped: [{ documentId: ids[0], name: contacts[0]?.name, code: 'status.transition' }],
      touches: { groups: [{ documentId: group.documentId, name: 'Choir', count: 2 }] },
    });
    await bulk(ids, { action: 'block', dryRun: true }).expect(200);
    expect(await app.knex('contact_operations').count({ n: '*' })).toEqual(before);
    expect((await read(ids[1] ?? '')).contactStatus).toBe('active');
  });
});

describe('groups and category', () => {
  test('are added, removed and set; what has them already is listed as unchanged', async () => {
    const [choir, chess] = [
      await addRecord(client, 'groups', 'Singers'),
      await addRecord(client, 'groups', 'Chess'),
    ];
    const groups = [choir.documentId, chess.documentId];
    const [first, second] = await addMany(2);
    const ids = idsOf([first, second] as ContactView[]);
    await client
      .put(`/contacts-manager/contacts/${ids[0] ?? ''}`, { groups: [choir.documentId] })
      .expect(200);
    const before = await read(ids[0] ?? '');

    const added = await bulk(ids, { action: 'add-to-groups', groups }).expect(200);
    expect(added.body).toMatchObject({ applied: 2, skippedCount: 0 });
    const after = await read(ids[0] ?? '');
    expect(after.groups.map(({ name }) => name)).toEqual(['Chess', 'Singers']);
    expect(after.updatedAt > before.updatedAt).toBe(true);
    expect((await operation(added.body.operationId)).items[0]).toEqual({
      before: { groups: [{ documentId: choir.documentId, name: 'Singers' }] },
      after: {
        groups: [
          { documentId: chess.documentId, name: 'Chess' },
          { documentId: choir.documentId, name: 'Singers' },
        ],
      },
    });
    const again = await bulk(ids, { action: 'add-to-groups', groups }).expect(200);
    expect(again.body).toMatchObject({
      operationId: null,
      applied: 0,
      skipped: [{ code: 'unchanged' }, { code: 'unchanged' }],
    });

    const removed = await bulk(ids, {
      action: 'remove-from-groups',
      groups: [chess.documentId],
    }).expect(200);
    expect(removed.body.applied).toBe(2);
    expect((await read(ids[1] ?? '')).groups.map(({ name }) => name)).toEqual(['Singers']);
  });

  test('a category is set, changed and taken away', async () => {
    const [lead, student] = [
      await addRecord(client, 'categories', 'Prospect'),
      await addRecord(client, 'categories', 'Alumnus'),
    ];
    const ids = idsOf(await addMany(2));
    for (const category of [lead.documentId, student.documentId, null]) {
      const { body } = await bulk(ids, { action: 'set-category', category }).expect(200);
      expect(body.applied).toBe(2);
      expect((await read(ids[0] ?? '')).category?.documentId ?? null).toBe(category);
    }
    const again = await bulk(ids, { action: 'set-category', category: null }).expect(200);
    expect(again.body.skipped[0].code).toBe('unchanged');
  });

  test.each([
    [{ action: 'add-to-groups', groups: ['gone'] }, 'group.not-found', ['groups', 0]],
    [{ action: 'add-to-groups', groups: [] }, 'request.invalid', ['groups']],
    [{ action: 'set-category', category: 'gone' }, 'category.not-found', ['category']],
    [{ action: 'set-category' }, 'request.invalid', ['category']],
    [{ action: 'explode' }, 'request.invalid', ['action']],
  ])('%j is refused by name', async (request, code, path) => {
    const { body } = await bulk(['any'], request).expect(400);
    expect(body.error.details).toMatchObject({ code, errors: [{ path }] });
  });
});

describe('a selection by filter', () => {
  test('is everything that matches, minus exceptions', async () => {
    const group = await addRecord(client, 'groups', 'Selected');
    const contacts = await addMany(5, { groups: [group.documentId] });
    const [spared] = idsOf(contacts);
    const { body } = await client
      .post('/contacts-manager/contacts/bulk', {
        action: 'archive',
        selection: {
          kind: 'filter',
          filter: { status: 'active', groups: group.documentId },
          except: [spared],
        },
      })
      .expect(200);
    expect(body).toMatchObject({ applied: 4, skippedCount: 0 });
    expect((await read(spared ?? '')).contactStatus).toBe('active');
  });
});

describe('at the same time', () => {
  test('each contact makes a change once, and histories and counts agree', async () => {
    const [left, right] = [
      await addRecord(client, 'groups', 'Left'),
      await addRecord(client, 'groups', 'Right'),
    ];
    const ids = idsOf(await addMany(60));
    const reversed = [...ids].reverse();
    const answers = await Promise.all([
      bulk(ids, { action: 'archive' }),
      bulk(reversed, { action: 'archive' }),
      bulk(reversed, { action: 'add-to-groups', groups: [left.documentId] }),
      bulk(ids, { action: 'add-to-groups', groups: [right.documentId, left.documentId] }),
      bulk(ids, { action: 'block', reason: 'Both' }),
      ...ids
        .slice(0, 10)
        .map((id) =>
          client.put(`/contacts-manager/contacts/${id}`, { groups: [right.documentId] }),
        ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const [first, second, , , block] = answers.map(({ body }) => body as { applied: number });
    expect((first?.applied ?? 0) + (second?.applied ?? 0)).toBeLessThanOrEqual(60);
    expect(block?.applied).toBe(60);
    for (const id of ids) expect((await read(id)).contactStatus).toBe('blocked');
    const doubled = await app
      .knex('contacts_groups_lnk')
      .select('contact_id', 'group_id')
      .groupBy('contact_id', 'group_id')
      .havingRaw('count(*) > 1');
    expect(doubled).toEqual([]);
  });
});
