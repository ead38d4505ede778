import { DEFAULT_SETTINGS } from '../../plugins/contacts-manager/shared/contracts/settings';
import { addContacts } from '../factories/contacts';
import { importsOf, row, workbookOf } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { createTestDatabase, type TestDatabase } from '../helpers/database';
import { ROOT } from '../helpers/directory';
import { insertRaw, NUMBER_REFUSED } from '../helpers/raw-sql';
import { SETTINGS, settingsOf } from '../helpers/settings';

/** Secondary numbers that several contacts have, where the settings allow it. */
const PARENT = '+919876543210';
const ASHA = '+919876543211';
const BEN = '+919876543212';

let database: TestDatabase;
let app: TestApp;
let client: Client;

const start = async (env: Record<string, string> = {}) => {
  app = await createApp({ on: database, env });
  ({ client } = await app.signIn('strapi-super-admin'));
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
beforeEach(async () => {
  await app.knex('contacts').delete();
  const { status } = await change({ ...DEFAULT_SETTINGS, defaultCountry: 'IN' });
  expect(status).toBe(200);
});

const { change, inForce } = settingsOf(() => client);
const shareSecondary = () => change({ uniqueness: 'primary' });
const codesOf = (body: { error: { details: { errors: { code: string }[] } } }) =>
  body.error.details.errors.map(({ code }) => code);
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
    const { body } = await client.get(`${ROOT}/contacts?search=${PARENT.slice(1)}`);
    expect(body.pagination.total).toBe(3);
  });

  it('primary numbers stay unique on every way in, in the database, too', async () => {
    await addContacts(client, [{ primaryContact: PARENT }]);
    const second = { name: 'Second', primaryContact: PARENT };
    const refused = await client.post(`${ROOT}/contacts`, second).expect(400);
    expect(codesOf(refused.body)).toEqual(['phone.taken']);
    const api = await app.apiToken('full-access');
    await api.post('/api/contacts', { data: second }).expect(400);
    await expect(insertRaw(app, 'Raw', PARENT)).rejects.toMatchObject(NUMBER_REFUSED);
    await expect(insertRaw(app, 'Twice', ASHA, ASHA)).rejects.toBeTruthy();
    await insertRaw(app, 'Shared', ASHA, PARENT);
    await expect(
      app
        .knex('contacts')
        .where({ name: 'Shared' })
        .update({ primary_contact: PARENT, secondary_contact: null }),
    ).rejects.toMatchObject(NUMBER_REFUSED);
  });

  it('twenty parallel creates with one primary number: one wins', async () => {
    await siblings();
    const api = await app.apiToken('full-access');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2
          ? api.post('/api/contacts', { data: { name: `P ${index}`, primaryContact: PARENT } })
          : client.post(`${ROOT}/contacts`, {
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
      (await client.post(`${ROOT}/contacts/check`, { contacts }).expect(200)).body.errors;
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
    await client.post(`${ROOT}/contacts/${ben!.documentId}/block`, { reason: 'Abuse' }).expect(200);
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
      client.post(`${ROOT}/contacts/bulk`, { action, selection }).expect(200);
    const restore = () => client.post(`${ROOT}/bin/restore`, { ids: selection.ids }).expect(200);
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
    const unnamed = await keeper.client.put(SETTINGS, settings).expect(400);
    expect(unnamed.text).not.toContain('Asha');
  });

  it('once corrected, the rule is the database’s again', async () => {
    await siblings();
    await app.knex('contacts').where({ name: 'Ben Rao' }).update({ secondary_contact: null });
    expect((await change({ uniqueness: 'any' })).status).toBe(200);
    await expect(insertRaw(app, 'Raw', PARENT)).rejects.toMatchObject(NUMBER_REFUSED);
    await expect(insertRaw(app, 'Raw', '+919876543219', PARENT)).rejects.toMatchObject(
      NUMBER_REFUSED,
    );
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
      client.post(`${ROOT}/contacts`, {
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
