import {
  DEFAULT_SETTINGS,
  type Settings,
} from '../../plugins/contacts-manager/shared/contracts/settings';
import { purgeBin } from '../../plugins/contacts-manager/server/src/services/bin';
import { addContacts } from '../factories/contacts';
import { importsOf, row, workbookOf } from '../factories/imports';
import type { Account } from '../helpers/accounts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { createTestDatabase, type TestDatabase } from '../helpers/database';

const URL = '/contacts-manager/settings';
const DAY = 24 * 60 * 60_000;
const PARENT = '+919876543210';
const ASHA = '+919876543211';
const BEN = '+919876543212';

let database: TestDatabase;
let app: TestApp;
let owner: Account;
let client: Client;

const start = async (env: Record<string, string> = {}) => {
  app = await createApp({ on: database, env });
  owner = await app.signIn('strapi-super-admin');
  ({ client } = owner);
};

beforeAll(async () => {
  database = await createTestDatabase();
  await start({ CONTACTS_DEFAULT_COUNTRY: 'IN' });
});
afterAll(async () => {
  await app.close();
  await database.remove();
  delete process.env.CONTACTS_DEFAULT_COUNTRY;
});

const inForce = async (): Promise<Settings> => (await client.get(URL).expect(200)).body.data;
const change = async (changes: Partial<Settings>) =>
  client.put(URL, { ...(await inForce()), ...changes });
const shareSecondary = () => change({ uniqueness: 'primary' }).then((answer) => answer);
const removeAll = async () => app.knex('contacts').delete();
const codesOf = (body: { error: { details: { errors: { code: string }[] } } }) =>
  body.error.details.errors.map(({ code }) => code);

beforeEach(async () => {
  await removeAll();
  await change({ ...DEFAULT_SETTINGS, defaultCountry: 'IN' }).then(({ status }) =>
    expect(status).toBe(200),
  );
});

describe('settings', () => {
  it('begin with the country of the environment, and keep what was set through a restart', async () => {
    expect(await inForce()).toEqual({ ...DEFAULT_SETTINGS, defaultCountry: 'IN' });
    await change({ defaultCountry: 'GB', uniqueness: 'primary' });
    await app.stop();
    await start({ CONTACTS_DEFAULT_COUNTRY: 'DE' });
    expect(await inForce()).toMatchObject({ defaultCountry: 'GB', uniqueness: 'primary' });
  });

  it('say who changed them and when', async () => {
    const { body } = await change({ defaultCountry: 'GB' });
    expect(body.changed).toEqual({ at: expect.any(String), by: 'Test strapi-super-admin' });
    expect(Date.now() - Date.parse(body.changed.at)).toBeLessThan(60_000);
  });

  it('are read and written with their own right only', async () => {
    const manager = await app.signIn('contacts-manager');
    await manager.client.get(URL).expect(403);
    await manager.client.put(URL, await inForce()).expect(403);
    await manager.client.get('/contacts-manager/me').expect(200);
    const keeper = await app.signIn(['settings']);
    await keeper.client.get(URL).expect(200);
  });

  it.each([
    [{ defaultCountry: 'XX' }, ['defaultCountry']],
    [{ defaultCountry: 'in' }, ['defaultCountry']],
    [{ uniqueness: 'none' }, ['uniqueness']],
    [
      { limits: { importFileBytes: 300_000_000, importRows: 1_000_000 } },
      ['limits', 'importFileBytes'],
    ],
    [{ retention: { undoDays: 0, binDays: 30, importDays: 30 } }, ['retention', 'undoDays']],
  ])('refuse %j', async (changes, path) => {
    const before = await inForce();
    const { body } = await client.put(URL, { ...before, ...changes }).expect(400);
    expect(body.error.details.errors).toMatchObject([{ path }]);
    expect(await inForce()).toEqual(before);
  });

  it('a new country counts for the very next number', async () => {
    const body = { name: 'Ben Okri', primaryContact: '020 7946 0958' };
    await change({ defaultCountry: 'US' });
    await client.post('/contacts-manager/contacts', body).expect(400);
    await change({ defaultCountry: 'GB' });
    const created = await client.post('/contacts-manager/contacts', body).expect(201);
    expect(created.body.data.primaryContact).toBe('+442079460958');
    await change({ defaultCountry: null });
    const refused = await client.post('/contacts-manager/contacts', body).expect(400);
    expect(codesOf(refused.body)).toEqual(['phone.country-code-missing']);
  });

  it('limit imported files by size and rows', async () => {
    const imports = importsOf(client);
    await change({ limits: { importFileBytes: 1_000_000, importRows: 1_000 } });
    const large = Buffer.alloc(1_000_001, 'x');
    const { body } = await client
      .post('/contacts-manager/imports')
      .attach('file', large, 'large.csv')
      .expect(400);
    expect(body.error.details.code).toBe('file.too-large');
    const rows = Array.from({ length: 1_001 }, (_, index) => [
      `P ${index}`,
      `+91987654${1000 + index}`,
    ]);
    const csv = ['Name,Primary Contact', ...rows.map((cells) => cells.join(','))].join('\n');
    const failed = await imports.settle(await imports.uploadBytes(Buffer.from(csv), 'many.csv'));
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'file.too-large' } });
  });

  it('say how long a change can be undone and the bin keeps', async () => {
    const [asha] = await addContacts(client, [{ name: 'Asha Rao' }]);
    await client.post(`/contacts-manager/contacts/${asha!.documentId}/archive`).expect(200);
    await client.delete(`/contacts-manager/contacts/${asha!.documentId}`).expect(200);
    const old = new Date(Date.now() - 10 * DAY);
    const stored = app.client === 'sqlite' ? old.getTime() : old;
    await app.knex('contact_operations').where({ kind: 'archive' }).update({ created_at: stored });
    await app.knex('contact_bin').update({ deleted_at: stored });
    const archived = async () =>
      (await client.get('/contacts-manager/operations?kind=archive').expect(200)).body.results[0];
    expect((await archived()).undo.state).toBe('possible');
    await change({ retention: { undoDays: 9, binDays: 11, importDays: 30 } });
    expect((await archived()).undo.state).toBe('expired');
    const bin = await client.get('/contacts-manager/bin').expect(200);
    expect(Date.parse(bin.body.results[0].keptUntil)).toBe(old.getTime() + 11 * DAY);
    await purgeBin(app.strapi);
    expect(await app.knex('contact_bin').select('contact_id')).toHaveLength(1);
    await change({ retention: { undoDays: 9, binDays: 9, importDays: 30 } });
    await purgeBin(app.strapi);
    expect(await app.knex('contact_bin').select('contact_id')).toEqual([]);
  });
});

const REFUSED = { message: expect.stringMatching(/contact_phones/) };
const insert = (name: string, primary: string, secondary: string | null = null) =>
  app.knex('contacts').insert({
    document_id: name.toLowerCase().padEnd(24, '0'),
    name,
    primary_contact: primary,
    secondary_contact: secondary,
    contact_status: 'active',
  });
const siblings = () =>
  addContacts(client, [
    { name: 'Asha Rao', primaryContact: ASHA, secondaryContact: PARENT },
    { name: 'Ben Rao', primaryContact: BEN, secondaryContact: PARENT },
  ]);

describe('secondary numbers that may be shared', () => {
  beforeEach(async () => {
    await shareSecondary();
  });

  it('are shared by siblings, and by the parent whose primary number it is', async () => {
    await siblings();
    await addContacts(client, [{ name: 'Meera Rao', primaryContact: PARENT }]);
    expect(await app.knex('contact_phones').where({ phone: PARENT })).toHaveLength(3);
    const { body } = await client.get(`/contacts-manager/contacts?search=${PARENT.slice(1)}`);
    expect(body.pagination.total).toBe(3);
  });

  it('primary numbers stay unique on every way in, in the database, too', async () => {
    await addContacts(client, [{ primaryContact: PARENT }]);
    const second = { name: 'Second', primaryContact: PARENT };
    const refused = await client.post('/contacts-manager/contacts', second).expect(400);
    expect(codesOf(refused.body)).toEqual(['phone.taken']);
    const api = await app.apiToken('full-access');
    await api.post('/api/contacts', { data: second }).expect(400);
    await expect(insert('Raw', PARENT)).rejects.toMatchObject(REFUSED);
    await expect(insert('Twice', ASHA, ASHA)).rejects.toBeTruthy();
    await insert('Shared', ASHA, PARENT);
    await expect(
      app
        .knex('contacts')
        .where({ name: 'Shared' })
        .update({ primary_contact: PARENT, secondary_contact: null }),
    ).rejects.toMatchObject(REFUSED);
  });

  it('twenty parallel creates with one primary number: one wins', async () => {
    await siblings();
    const api = await app.apiToken('full-access');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2
          ? api.post('/api/contacts', { data: { name: `P ${index}`, primaryContact: PARENT } })
          : client.post('/contacts-manager/contacts', {
              name: `P ${index}`,
              primaryContact: PARENT,
            }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(19);
    expect(await app.knex('contacts').where({ primary_contact: PARENT })).toHaveLength(1);
  });

  it('the form finds them no problem; it does a primary number', async () => {
    await siblings();
    const check = async (contacts: object[]) =>
      (await client.post('/contacts-manager/contacts/check', { contacts }).expect(200)).body.errors;
    const shared = { name: 'Cara Rao', secondaryContact: PARENT };
    expect(await check([shared, shared])).toEqual([]);
    expect(await check([{ primaryContact: PARENT }])).toEqual([]);
    expect(await check([{ primaryContact: ASHA }])).toMatchObject([
      { code: 'phone.taken', owner: { name: 'Asha Rao' } },
    ]);
  });

  it('a lookup answers with the primary owner, and never lets one write to somebody blocked', async () => {
    const [, ben] = await siblings();
    const api = await app.apiToken('full-access');
    const look = async () =>
      (await api.post('/api/contacts-manager/lookup', { phones: [PARENT] }).expect(200)).body
        .data[0];
    expect(await look()).toMatchObject({
      contact: { name: 'Asha Rao' },
      reachable: { reason: 'ok' },
    });
    await addContacts(client, [{ name: 'Meera Rao', primaryContact: PARENT }]);
    expect(await look()).toMatchObject({ contact: { name: 'Meera Rao' } });
    await client
      .post(`/contacts-manager/contacts/${ben!.documentId}/block`, { reason: 'Abuse' })
      .expect(200);
    expect(await look()).toMatchObject({
      contact: { name: 'Meera Rao' },
      reachable: { allowed: false, reason: 'blocked' },
    });
  });

  it('upsert goes by the primary number', async () => {
    await siblings();
    const api = await app.apiToken('full-access');
    const upsert = async (data: object) =>
      (await api.post('/api/contacts-manager/contacts/upsert', { data }).expect(200)).body;
    const meera = { name: 'Meera Rao', primaryContact: PARENT };
    expect(await upsert(meera)).toMatchObject({ result: 'created', data: { name: 'Meera Rao' } });
    expect(await upsert({ ...meera, name: 'Meera R' })).toMatchObject({ result: 'updated' });
    expect(await app.knex('contacts').select('id')).toHaveLength(3);
  });

  it('come back from the bin and by undo while they may be shared, and not any more when not', async () => {
    const contacts = await siblings();
    const selection = { kind: 'ids', ids: contacts.map(({ documentId }) => documentId) };
    const bulk = (action: string) =>
      client.post('/contacts-manager/contacts/bulk', { action, selection }).expect(200);
    const restore = () =>
      client.post('/contacts-manager/bin/restore', { ids: selection.ids }).expect(200);
    await bulk('archive');
    await bulk('delete');
    expect((await restore()).body).toMatchObject({ applied: 2, skippedCount: 0 });
    await bulk('delete');
    expect((await change({ uniqueness: 'any' })).status).toBe(200);
    expect((await restore()).body).toMatchObject({
      applied: 1,
      skipped: [{ name: 'Ben Rao', code: 'phone.taken' }],
    });
  });

  it('stop the setting from being tightened, are listed with names, and nothing changes', async () => {
    await siblings();
    const { body } = await change({ uniqueness: 'any', defaultCountry: 'GB' }).then((answer) => {
      expect(answer.status).toBe(400);
      return answer;
    });
    expect(body.error.details.code).toBe('settings.number-conflicts');
    expect(body.error.details.errors).toMatchObject([
      { path: ['uniqueness'], phone: PARENT, owner: { name: 'Asha Rao' } },
      { path: ['uniqueness'], phone: PARENT, owner: { name: 'Ben Rao' } },
    ]);
    expect(await inForce()).toMatchObject({ uniqueness: 'primary', defaultCountry: 'IN' });
    await addContacts(client, [{ name: 'Cara', primaryContact: PARENT }]);

    const keeper = await app.signIn(['settings']);
    const settings = { ...(await inForce()), uniqueness: 'any' };
    const unnamed = await keeper.client.put(URL, settings).expect(400);
    expect(unnamed.text).not.toContain('Asha');
  });

  it('once corrected, the rule is the database’s again', async () => {
    await siblings();
    await app.knex('contacts').where({ name: 'Ben Rao' }).update({ secondary_contact: null });
    expect((await change({ uniqueness: 'any' })).status).toBe(200);
    await expect(insert('Raw', PARENT)).rejects.toMatchObject(REFUSED);
    await expect(insert('Raw', '+919876543219', PARENT)).rejects.toMatchObject(REFUSED);
  });

  it('survive a restart, and a boot refuses two equal primary numbers only', async () => {
    await siblings();
    await app.stop();
    await start();
    await addContacts(client, [
      { name: 'Cara', primaryContact: '+919876543213', secondaryContact: PARENT },
    ]);
    expect(await app.knex('contact_phones').where({ phone: PARENT })).toHaveLength(3);
  });

  it('writers and a change of the setting at once leave no number that breaks the rule', async () => {
    const writes = Array.from({ length: 12 }, (_, index) =>
      client.post('/contacts-manager/contacts', {
        name: `P ${index}`,
        primaryContact: `+9198765432${20 + index}`,
        secondaryContact: PARENT,
      }),
    );
    const [tightened, ...answers] = await Promise.all([change({ uniqueness: 'any' }), ...writes]);
    const created = answers.filter(({ status }) => status === 201).length;
    const { uniqueness } = await inForce();
    expect(uniqueness).toBe(tightened.status === 200 ? 'any' : 'primary');
    expect(await app.knex('contact_phones').where({ phone: PARENT })).toHaveLength(created);
    if (uniqueness === 'any') expect(created).toBeLessThanOrEqual(1);
  });
});

describe('imports of shared secondary numbers', () => {
  const people = [
    row({ name: 'Cara Rao', phone: '+919876543213', secondary: PARENT }),
    row({ name: 'Dev Rao', phone: '+919876543214', secondary: PARENT }),
    row({ name: 'Esha', phone: '+919876543215', secondary: '+919876543216' }),
  ];
  const secondaries = async () =>
    app.knex('contacts').orderBy('name').pluck<(string | null)[]>('secondary_contact');

  it('are problems where no number may be shared', async () => {
    const review = await importsOf(client).review(people);
    expect(review).toMatchObject({
      counts: { create: 2, reject: 1 },
      sharedNumbers: { rows: 0, first: [] },
    });
  });

  it('are kept, and counted in the review, or left blank', async () => {
    await shareSecondary();
    const imports = importsOf(client);
    await addContacts(client, [{ name: 'Meera Rao', primaryContact: PARENT }]);
    const kept = await imports.review(people);
    expect(kept).toMatchObject({
      counts: { create: 3, reject: 0 },
      sharedNumbers: { rows: 2, first: [2, 3] },
      options: { sharedSecondary: 'keep' },
    });
    const dropped = await imports.review(people, { sharedSecondary: 'drop' });
    expect(dropped.sharedNumbers).toEqual({ rows: 2, first: [2, 3] });
    expect(await imports.finish(dropped.id)).toMatchObject({ applied: { create: 3, taken: 0 } });
    expect(await secondaries()).toEqual([null, null, '+919876543216', null]);
    const update = await imports.review(people, { existing: 'update' });
    expect(update).toMatchObject({
      counts: { update: 2, unchanged: 1 },
      sharedNumbers: { rows: 2 },
    });
    await imports.finish(update.id);
    expect(await secondaries()).toEqual([PARENT, PARENT, '+919876543216', null]);
    const again = await imports.review(people, { existing: 'update' });
    expect(again).toMatchObject({ counts: { unchanged: 3 }, sharedNumbers: { rows: 0 } });
  });

  it('are set aside when the setting was tightened after the review', async () => {
    await shareSecondary();
    const imports = importsOf(client);
    const review = await imports.review(people);
    await change({ uniqueness: 'any' });
    const done = await imports.finish(review.id);
    expect(done).toMatchObject({ state: 'done', applied: { create: 2, taken: 1 } });
    expect(await imports.rows(review.id, '?state=taken')).toMatchObject([
      { row: 3, issues: [{ field: 'secondaryContact', code: 'phone.taken', detail: 'Cara Rao' }] },
    ]);
  });

  it('a primary number of somebody else stays a problem', async () => {
    await shareSecondary();
    await addContacts(client, [{ name: 'Asha', primaryContact: ASHA, secondaryContact: BEN }]);
    const bytes = await workbookOf([
      row({ name: 'Ben', phone: BEN }),
      row({ name: 'Ben again', phone: BEN }),
    ]);
    const imports = importsOf(client);
    const review = await imports.settle(await imports.uploadBytes(bytes, 'people.xlsx'));
    expect(review.counts).toMatchObject({ create: 1, reject: 1 });
  });
});
