import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

let app: TestApp;
let api: Client;

const CONTACTS = '/api/contacts-manager/contacts';

beforeAll(async () => {
  app = await createApp();
  api = await app.apiToken('full-access');
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.knex('contacts').delete();
  await app.knex('contact_operations').delete();
});

const upsert = (data: object) => api.post(`${CONTACTS}/upsert`, { data });
async function create(name: string, primaryContact: string, more: object = {}) {
  const { body } = await upsert({ name, primaryContact, ...more }).expect(200);
  return body.data as { id: number; documentId: string };
}

describe('status routes', () => {
  it('walk the allowed transitions and refuse the others', async () => {
    const { documentId } = await create('Asha Rao', '+919876543210');
    const change = (action: string, body: object = {}) =>
      api.post(`${CONTACTS}/${documentId}/${action}`, body);

    const archived = await change('archive', { reason: 'Left' }).expect(200);
    expect(archived.body.data).toMatchObject({ contactStatus: 'archived', statusReason: 'Left' });
    expect(archived.body.data.statusChangedAt).toEqual(expect.any(String));

    const again = await change('archive');
    expect([again.status, again.body.error.details.code]).toEqual([400, 'status.transition']);

    const noReason = await change('block', { reason: '   ' });
    expect(noReason.status).toBe(400);
    expect(noReason.body.error.details.code).toBe('status.reason-required');

    const blocked = await change('block', { reason: 'Spam' }).expect(200);
    expect(blocked.body.data).toMatchObject({ contactStatus: 'blocked', statusReason: 'Spam' });
    expect((await change('activate')).status).toBe(400);

    const unblocked = await change('unblock').expect(200);
    expect(unblocked.body.data).toMatchObject({ contactStatus: 'active', statusReason: null });
  });

  it('an unknown contact is a 404', async () => {
    const answer = await api.post(`${CONTACTS}/nobody/archive`, {});
    expect([answer.status, answer.body.error.details.code]).toEqual([404, 'contact.not-found']);
  });

  it('one of eight parallel blocks is applied', async () => {
    const { documentId } = await create('Asha Rao', '+919876543210');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        api.post(`${CONTACTS}/${documentId}/block`, { reason: `reason ${index}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(400)]);
    expect(await app.knex('contact_operations').where({ kind: 'block' })).toHaveLength(1);
  });
});

describe('upsert', () => {
  it('creates, updates and leaves alone, by the primary number in any spelling', async () => {
    const created = await upsert({ name: 'Asha Rao', primaryContact: '+91 98765 43210' });
    expect(created.body).toMatchObject({ result: 'created', data: { source: 'api' } });
    const updated = await upsert({ name: 'Asha R. Rao', primaryContact: '0091 98765 43210' });
    expect(updated.body).toMatchObject({
      result: 'updated',
      data: { documentId: created.body.data.documentId, name: 'Asha R. Rao' },
    });
    const same = await upsert({ name: 'Asha R. Rao', primaryContact: '+919876543210' });
    expect(same.body).toMatchObject({ result: 'unchanged' });
    expect(same.body.data.updatedAt).toBe(updated.body.data.updatedAt);
    expect(await app.knex('contacts').select('id')).toHaveLength(1);
  });

  it('never changes a status', async () => {
    const { documentId } = await create('Asha Rao', '+919876543210');
    await api.post(`${CONTACTS}/${documentId}/archive`, {}).expect(200);
    const answer = await upsert({ name: 'Asha', primaryContact: '+919876543210' }).expect(200);
    expect(answer.body.data.contactStatus).toBe('archived');
    const direct = await upsert({
      name: 'Asha',
      primaryContact: '+919876543210',
      contactStatus: 'active',
    });
    expect(direct.status).toBe(400);
    expect(direct.body.error.details.code).toBe('status.direct-write');
  });

  it('refuses a number that is somebody’s secondary', async () => {
    await create('Asha Rao', '+919876543210', { secondaryContact: '+442079460958' });
    const answer = await upsert({ name: 'Ben', primaryContact: '+442079460958' });
    expect([answer.status, answer.body.error.details.code]).toEqual([400, 'phone.taken']);
  });

  it('eight at once make one contact and nobody fails', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => upsert({ name: 'Asha', primaryContact: '+919876543210' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(answers.filter(({ body }) => body.result === 'created')).toHaveLength(1);
    expect(await app.knex('contacts').select('id')).toHaveLength(1);
  });

  it('takes relations', async () => {
    const group = await api.post('/api/groups', { data: { name: 'Choir' } }).expect(201);
    const { body } = await upsert({
      name: 'Asha',
      primaryContact: '+919876543210',
      groups: [group.body.data.documentId],
    }).expect(200);
    expect(body.data.groups).toMatchObject([{ name: 'Choir' }]);
  });
});

describe('lookup', () => {
  it('answers in the order asked, for every status and purpose', async () => {
    const blocked = await create('Blocked', '+919876543211');
    const archived = await create('Archived', '+919876543212', {
      secondaryContact: '+442079460958',
    });
    await create('Active', '+919876543213');
    await api.post(`${CONTACTS}/${blocked.documentId}/block`, { reason: 'Spam' }).expect(200);
    await api.post(`${CONTACTS}/${archived.documentId}/archive`, {}).expect(200);
    const phones = [
      '+44 20 7946 0958',
      'nonsense',
      '+91 98765 43211',
      '+91 98765 43213',
      '+91 98765 43299',
    ];
    const ask = async (purpose: string) =>
      (await api.post('/api/contacts-manager/lookup', { phones, purpose }).expect(200)).body
        .data as { phone: string; contact: { name: string } | null; reachable: object }[];

    const reply = await ask('reply');
    expect(reply.map(({ phone }) => phone)).toEqual(phones);
    expect(reply.map(({ contact }) => contact?.name ?? null)).toEqual([
      'Archived',
      null,
      'Blocked',
      'Active',
      null,
    ]);
    expect(reply.map(({ reachable }) => reachable)).toEqual([
      { allowed: true, reason: 'ok' },
      { allowed: false, reason: 'unknown-number' },
      { allowed: false, reason: 'blocked' },
      { allowed: true, reason: 'ok' },
      { allowed: false, reason: 'unknown-number' },
    ]);
    const broadcast = await ask('broadcast');
    expect(broadcast[0]?.reachable).toEqual({ allowed: false, reason: 'archived' });
  });

  it('takes 1,000 numbers and refuses 1,001', async () => {
    const ask = (count: number) =>
      api.post('/api/contacts-manager/lookup', { phones: Array(count).fill('+919876543210') });
    expect((await ask(1_000)).status).toBe(200);
    expect((await ask(1_001)).status).toBe(400);
  });
});

describe('who may', () => {
  const actions = {
    archive: 'plugin::contacts-manager.contact.archive',
    upsert: 'plugin::contacts-manager.contact.upsert',
    lookup: 'plugin::contacts-manager.lookup.find',
  };

  it('each route is an action of users-permissions and a scope of tokens', async () => {
    const { documentId } = await create('Asha Rao', '+919876543210');
    const calls: [keyof typeof actions, (caller: Client) => Promise<{ status: number }>][] = [
      ['archive', async (caller) => caller.post(`${CONTACTS}/${documentId}/archive`, {})],
      [
        'upsert',
        async (caller) =>
          caller.post(`${CONTACTS}/upsert`, {
            data: { name: 'Ben', primaryContact: '+919876543211' },
          }),
      ],
      [
        'lookup',
        async (caller) =>
          caller.post('/api/contacts-manager/lookup', { phones: ['+919876543210'] }),
      ],
    ];
    for (const [name, call] of calls) {
      const other = Object.entries(actions).filter(([key]) => key !== name);
      const without = other.map(([, action]) => action);
      expect((await call(app.anonymous)).status).toBe(403);
      expect((await call(await app.apiToken(without))).status).toBe(403);
      expect((await call((await app.applicationUser(without)).client)).status).toBe(403);
      expect((await call(await app.apiToken([actions[name]]))).status).toBe(200);
    }
    const user = await app.applicationUser([actions.lookup]);
    await user.client
      .post('/api/contacts-manager/lookup', { phones: ['+919876543210'] })
      .expect(200);
  });

  it('a read-only token may look up and nothing else', async () => {
    const reader = await app.apiToken('read-only');
    await reader.post('/api/contacts-manager/lookup', { phones: ['+919876543210'] }).expect(200);
    await reader
      .post(`${CONTACTS}/upsert`, { data: { name: 'Ben', primaryContact: '+919876543211' } })
      .expect(403);
  });

  it('who may not read contacts does not learn whose number it is', async () => {
    await create('Asha Rao', '+919876543210');
    const writer = await app.apiToken(['api::contact.contact.create']);
    const answer = await writer.post('/api/contacts', {
      data: { name: 'Ben', primaryContact: '+919876543210' },
    });
    expect(answer.body.error.details.code).toBe('phone.taken');
    expect(answer.text).not.toContain('Asha');
  });
});

describe('history', () => {
  it('one operation with before and after for each write, made with it', async () => {
    const { id, documentId } = await create('Asha Rao', '+919876543210');
    await api.put(`/api/contacts/${documentId}`, { data: { email: 'asha@example.com' } });
    await api.post(`${CONTACTS}/${documentId}/block`, { reason: 'Spam' }).expect(200);
    await api.post('/api/contacts', { data: { name: 'x', primaryContact: '+91 12' } }).expect(400);
    const rows = await app
      .knex('contact_operations as o')
      .join('contact_operation_items as i', 'i.operation_id', 'o.id')
      .where('i.contact_id', id)
      .orderBy('o.id')
      .select('o.kind', 'o.actor_type', 'o.applied', 'i.before', 'i.after');
    expect(rows.map(({ kind }) => kind)).toEqual(['create', 'update', 'block']);
    expect(rows).toEqual(
      rows.map(() => expect.objectContaining({ applied: 1, actor_type: 'api-token' })),
    );
    const item = (index: number) => ({
      before: JSON.parse(rows[index].before),
      after: JSON.parse(rows[index].after),
    });
    expect(item(0)).toEqual({
      before: null,
      after: {
        name: 'Asha Rao',
        primaryContact: '+919876543210',
        contactStatus: 'active',
        source: 'api',
      },
    });
    expect(item(1)).toEqual({ before: { email: null }, after: { email: 'asha@example.com' } });
    expect(item(2)).toMatchObject({
      before: { contactStatus: 'active' },
      after: { contactStatus: 'blocked', statusReason: 'Spam' },
    });
    expect(await app.knex('contact_operations').select('id')).toHaveLength(3);
  });
});
