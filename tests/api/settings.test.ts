import { purgeBin } from '../../plugins/contacts-manager/server/src/services/bin';
import { DEFAULT_SETTINGS } from '../../plugins/contacts-manager/shared/contracts/settings';
import { addContacts } from '../factories/contacts';
import { importsOf } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { createTestDatabase, type TestDatabase } from '../helpers/database';
import { ROOT } from '../helpers/directory';
import { SETTINGS, settingsOf } from '../helpers/settings';

/** The settings, and what each of them holds from the next request on. */
const DAY = 24 * 60 * 60_000;
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
const codesOf = (body: { error: { details: { errors: { code: string }[] } } }) =>
  body.error.details.errors.map(({ code }) => code);

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
    await manager.client.get(SETTINGS).expect(403);
    await manager.client.put(SETTINGS, await inForce()).expect(403);
    await manager.client.get(`${ROOT}/me`).expect(200);
    const keeper = await app.signIn(['settings']);
    await keeper.client.get(SETTINGS).expect(200);
  });

  it.each([
    [{ defaultCountry: 'XX' }, ['defaultCountry']],
    [{ defaultCountry: 'in' }, ['defaultCountry']],
    [{ uniqueness: 'none' }, ['uniqueness']],
    [
      { limits: { importFileBytes: 300_000_000, importRows: 1_000_000 } },
      ['limits', 'importFileBytes'],
    ],
    [{ limits: { ...DEFAULT_SETTINGS.limits, importsAtOnce: 0 } }, ['limits', 'importsAtOnce']],
    [{ retention: { undoDays: 0, binDays: 30, importDays: 30 } }, ['retention', 'undoDays']],
  ])('refuse %j', async (changes, path) => {
    const before = await inForce();
    const { body } = await client.put(SETTINGS, { ...before, ...changes }).expect(400);
    expect(body.error.details.errors).toMatchObject([{ path }]);
    expect(await inForce()).toEqual(before);
  });

  it('a new country counts for the very next number', async () => {
    const body = { name: 'Ben Okri', primaryContact: '020 7946 0958' };
    await change({ defaultCountry: 'US' });
    await client.post(`${ROOT}/contacts`, body).expect(400);
    await change({ defaultCountry: 'GB' });
    const created = await client.post(`${ROOT}/contacts`, body).expect(201);
    expect(created.body.data.primaryContact).toBe('+442079460958');
    await change({ defaultCountry: null });
    const refused = await client.post(`${ROOT}/contacts`, body).expect(400);
    expect(codesOf(refused.body)).toEqual(['phone.country-code-missing']);
  });

  it('limit imported files by size and rows', async () => {
    const imports = importsOf(client);
    await change({
      limits: { ...DEFAULT_SETTINGS.limits, importFileBytes: 1_000_000, importRows: 1_000 },
    });
    const large = Buffer.alloc(1_000_001, 'x');
    const { body } = await client
      .post(`${ROOT}/imports`)
      .attach('file', large, 'large.csv')
      .expect(400);
    expect(body.error.details.code).toBe('file.too-large');
    const rows = Array.from({ length: 1_001 }, (_, index) => [
      `P ${index}`,
      `+91987654${1000 + index}`,
    ]);
    const csv = ['Name,Primary Contact', ...rows.map((cells) => cells.join(','))].join('\n');
    const failed = await imports.settle(await imports.uploadBytes(Buffer.from(csv), 'many.csv'));
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'file.too-many-rows' } });
  });

  it('say how long a change can be undone and the bin keeps', async () => {
    const [asha] = await addContacts(client, [{ name: 'Asha Rao' }]);
    await client.post(`${ROOT}/contacts/${asha!.documentId}/archive`).expect(200);
    await client.delete(`${ROOT}/contacts/${asha!.documentId}`).expect(200);
    const old = new Date(Date.now() - 10 * DAY);
    const stored = app.client === 'sqlite' ? old.getTime() : old;
    await app.knex('contact_operations').where({ kind: 'archive' }).update({ created_at: stored });
    await app.knex('contact_bin').update({ deleted_at: stored });
    const archived = async () =>
      (await client.get(`${ROOT}/operations?kind=archive`).expect(200)).body.results[0];
    expect((await archived()).undo.state).toBe('possible');
    await change({ retention: { undoDays: 9, binDays: 11, importDays: 30 } });
    expect((await archived()).undo.state).toBe('expired');
    const bin = await client.get(`${ROOT}/bin`).expect(200);
    expect(Date.parse(bin.body.results[0].keptUntil)).toBe(old.getTime() + 11 * DAY);
    await purgeBin(app.strapi);
    expect(await app.knex('contact_bin').select('contact_id')).toHaveLength(1);
    await change({ retention: { undoDays: 9, binDays: 9, importDays: 30 } });
    await purgeBin(app.strapi);
    expect(await app.knex('contact_bin').select('contact_id')).toEqual([]);
  });
});
