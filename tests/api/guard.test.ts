import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { CONTENT_MANAGER, waysIn, type Outcome } from '../helpers/ways-in';

let app: TestApp;
let api: Client;
let editor: Client;

beforeAll(async () => {
  app = await createApp();
  api = await app.apiToken('full-access');
  editor = (await app.signIn('strapi-super-admin')).client;
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.knex('contacts').delete();
  await app.knex('contact_operations').delete();
});

/** The three that Strapi generates; the plugin's own are tested where they are. */
const {
  REST,
  GraphQL,
  'Content Manager': contentManager,
} = waysIn(() => ({
  ...{ api, owner: editor, manager: editor },
}));
const TRANSPORTS = { REST, GraphQL, 'Content Manager': contentManager };

async function createContact(
  data: object = {},
): Promise<{ documentId: string; primaryContact: string }> {
  const answer = await api
    .post('/api/contacts', {
      data: { name: 'Asha Rao', primaryContact: '+91 98765 43210', ...data },
    })
    .expect(201);
  return answer.body.data;
}
const storedRow = (documentId: string) =>
  app.knex('contacts').where({ document_id: documentId }).first();

const pathsOf = ({ problems }: Outcome) => problems.map(({ path }) => path);

describe.each(Object.entries(TRANSPORTS))('%s', (_name, transport) => {
  const expectRefusal = (result: Outcome, code: string, paths: string[][]) => {
    expect(result).toMatchObject({ status: transport.refusedWith, code });
    expect(pathsOf(result)).toEqual(paths);
    expect(result.text).not.toMatch(/insert into|update "|select |SQLITE|stack|node_modules/i);
  };

  it('refuses a duplicate number', async () => {
    await createContact();
    const result = await transport.create({ name: 'Ben', primaryContact: '0091 98765 43210' });
    expectRefusal(result, 'phone.taken', [['primaryContact']]);
    expect(result.text).toContain('Asha Rao');
  });

  it('says that the disk is full, and saves nothing', async () => {
    // PostgreSQL has no such limit to set; its code is read in database-errors.test.ts.
    if (app.client === 'postgres') return;
    await app.knex.raw('vacuum');
    const [{ page_count: pages }] = await app.knex.raw('pragma page_count');
    await app.knex.raw(`pragma max_page_count = ${pages}`);
    try {
      const primaryContact = '+442079460958';
      const result = await transport.create({
        ...{ name: 'Ben', primaryContact, notes: 'long '.repeat(2_000) },
      });
      expectRefusal(result, 'database.no-room', []);
      expect(await app.knex('contacts').where({ primary_contact: primaryContact })).toEqual([]);
    } finally {
      await app.knex.raw('pragma max_page_count = 1073741823');
    }
  });

  it('refuses an invalid number, and bare digits without a default country', async () => {
    expectRefusal(
      await transport.create({ name: 'Ben', primaryContact: '+91 12' }),
      'phone.invalid',
      [['primaryContact']],
    );
    expectRefusal(
      await transport.create({ name: 'Ben', primaryContact: '98765 43210' }),
      'phone.country-code-missing',
      [['primaryContact']],
    );
  });

  it('lists every problem of one write', async () => {
    await createContact();
    const result = await transport.create({
      name: '  ',
      primaryContact: '+91 12',
      secondaryContact: '+91 98765 43210',
      email: 'nobody',
    });
    expect(pathsOf(result)).toEqual([
      ['name'],
      ['primaryContact'],
      ['email'],
      ['secondaryContact'],
    ]);
  });

  it.each([
    ['contactStatus', 'blocked'],
    ['statusReason', 'because'],
    ['statusChangedAt', '2026-01-01T00:00:00.000Z'],
    ['source', 'import'],
  ])('refuses a direct write of %s', async (attribute, value) => {
    expectRefusal(
      await transport.create({
        name: 'Ben',
        primaryContact: '+44 20 7946 0958',
        [attribute]: value,
      }),
      'status.direct-write',
      [[attribute]],
    );
    const contact = await createContact();
    expectRefusal(await transport.update(contact, { [attribute]: value }), 'status.direct-write', [
      [attribute],
    ]);
    expect(await storedRow(contact.documentId)).toMatchObject({ contact_status: 'active' });
  });

  it('ignores equal values of the protected columns', async () => {
    const contact = await createContact();
    const result = await transport.update(contact, {
      name: 'Asha R. Rao',
      contactStatus: 'active',
      statusReason: null,
      statusChangedAt: null,
      source: 'api',
    });
    expect(result).toMatchObject({ status: 200, code: undefined });
    expect(await storedRow(contact.documentId)).toMatchObject({ name: 'Asha R. Rao' });
  });

  it('normalises name, numbers and e-mail, and keeps the search text in step', async () => {
    const contact = await createContact();
    await transport.update(contact, {
      name: '  José  ',
      secondaryContact: '0044 20 7946 0958',
      email: ' JOSE@Example.com ',
    });
    expect(await storedRow(contact.documentId)).toMatchObject({
      name: 'José',
      secondary_contact: '+442079460958',
      email: 'jose@example.com',
      search_text: '  jose  919876543210  442079460958  jose@example.com',
    });
  });

  it('refuses a secondary number equal to the primary', async () => {
    const contact = await createContact();
    expectRefusal(
      await transport.update(contact, { secondaryContact: '+919876543210' }),
      'phone.same-as-primary',
      [['secondaryContact']],
    );
  });
});

describe('names', () => {
  it.each([
    ['128 emoji', '😀'.repeat(128), 201],
    ['255 code points', '😀'.repeat(255), 201],
    ['256 characters', 'a'.repeat(256), 400],
    ['a control character', 'a\u0007b', 400],
    ['only spaces', '   ', 400],
  ])('%s', async (_case, name, status) => {
    const answer = await api.post('/api/contacts', {
      data: { name, primaryContact: '+91 98765 43210' },
    });
    expect(answer.status).toBe(status);
  });
});

describe('Content Manager', () => {
  it('saves an unchanged contact: what it loaded, it may send back', async () => {
    const { documentId } = await createContact();
    await app
      .knex('contacts')
      .where({ document_id: documentId })
      .update({
        contact_status: 'blocked',
        status_reason: 'Spam',
        status_changed_at:
          app.client === 'sqlite' ? 1_790_000_000_123 : new Date(1_790_000_000_123).toISOString(),
      });
    const loaded = (await editor.get(`${CONTENT_MANAGER}/${documentId}`).expect(200)).body.data;
    expect(loaded).toMatchObject({ contactStatus: 'blocked', statusReason: 'Spam' });
    await editor.put(`${CONTENT_MANAGER}/${documentId}`, loaded).expect(200);
    expect(await storedRow(documentId)).toMatchObject({ contact_status: 'blocked' });
    expect(await app.knex('contact_operations').where({ kind: 'update' }).select('id')).toEqual([]);
  });

  it('cannot delete active contacts, one or many', async () => {
    const { documentId } = await createContact();
    const one = await editor.delete(`${CONTENT_MANAGER}/${documentId}`);
    expect(one.status).toBe(400);
    expect(one.body.error.details.code).toBe('contact.delete-active');
    const many = await editor.post(`${CONTENT_MANAGER}/actions/bulkDelete`, {
      documentIds: [documentId],
    });
    expect(many.status).toBe(400);
    expect(await storedRow(documentId)).toBeDefined();
  });

  it('moves archived contacts to the bin, many at once or none of them', async () => {
    const [first, second] = [
      await createContact(),
      await createContact({ primaryContact: '+442079460958' }),
    ];
    const ids = [first.documentId, second.documentId];
    await api.post(`/api/contacts-manager/contacts/${ids[0] ?? ''}/archive`, {}).expect(200);
    const refused = await editor.post(`${CONTENT_MANAGER}/actions/bulkDelete`, {
      documentIds: ids,
    });
    expect(refused.status).toBe(400);
    expect(await app.knex('contacts').select('id')).toHaveLength(2);
    await api.post(`/api/contacts-manager/contacts/${ids[1] ?? ''}/archive`, {}).expect(200);
    await editor.post(`${CONTENT_MANAGER}/actions/bulkDelete`, { documentIds: ids }).expect(200);
    expect(await app.knex('contacts').select('id')).toEqual([]);
    expect(await app.knex('contact_bin').whereIn('document_id', ids)).toHaveLength(2);
  });

  it('a clone of a contact is refused for its number', async () => {
    const { documentId } = await createContact();
    const { status, body } = await editor.post(`${CONTENT_MANAGER}/clone/${documentId}`, {
      name: 'Copy',
    });
    expect(status).toBe(400);
    expect(body.error.details.code).toBe('phone.taken');
  });
});

describe('strapi.db.query, which passes no document middleware', () => {
  it('is guarded all the same', async () => {
    const contacts = app.strapi.db.query('api::contact.contact');
    await createContact();
    await expect(
      contacts.create({ data: { name: 'x', primaryContact: '98765' } }),
    ).rejects.toMatchObject({ code: 'phone.country-code-missing' });
    // By its shape: an error of better-sqlite3's native half is no `Error` of this realm.
    await expect(
      contacts.create({ data: { name: 'x', primaryContact: '+91 98765 43210' } }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^(SQLITE_CONSTRAINT|23505)/) });
    await expect(
      contacts.updateMany({ where: {}, data: { contactStatus: 'archived' } }),
    ).rejects.toMatchObject({ code: 'write.unsupported' });
    await expect(contacts.deleteMany({ where: {} })).rejects.toMatchObject({
      code: 'contact.delete-unavailable',
    });
    const made = await contacts.create({ data: { name: 'Ben', primaryContact: '+442079460958' } });
    expect(await app.knex('contacts').where({ id: made.id }).first()).toMatchObject({
      search_text: '  ben  442079460958',
      contact_status: 'active',
    });
  });
});

describe('categories and groups', () => {
  it.each(['categories', 'groups'])('%s: one name in any spelling, once', async (plural) => {
    await api.post(`/api/${plural}`, { data: { name: ' Évening  Course ' } }).expect(201);
    const again = await api.post(`/api/${plural}`, { data: { name: 'évening course' } });
    expect(again.status).toBe(400);
    expect(again.body.error.details).toMatchObject({
      code: 'name.taken',
      errors: [{ path: ['name'] }],
    });
    const races = await Promise.all(
      Array.from({ length: 8 }, () => api.post(`/api/${plural}`, { data: { name: 'Race' } })),
    );
    expect(races.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(400)]);
  });

  it('the hidden key can be neither written nor read', async () => {
    await api.post('/api/groups', { data: { name: 'Key', nameKey: 'other' } }).expect(400);
    const written = await api.post('/api/groups', { data: { name: 'Key' } }).expect(201);
    expect(written.text).not.toContain('nameKey');
  });
});

describe('what never leaves', () => {
  it('search text and SQL', async () => {
    await createContact();
    const list = await api.get('/api/contacts?populate=*').expect(200);
    expect(list.text).not.toContain('searchText');
    const oracle = await api.get('/api/contacts?filters[searchText][$contains]=asha');
    expect(oracle.status).toBe(400);
    const hidden = await api.graphql('{ contactsManagerOperations { documentId } }');
    expect(hidden.body.errors[0].message).toContain('Cannot query field');
  });
});
