import type { SettingsAnswer } from '../../plugins/contacts-manager/shared/contracts/settings';
import { addContacts } from '../factories/contacts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

/** Two administrators, and people who go on working while a setting changes. */
const URL = '/contacts-manager/settings';

let app: TestApp;
let first: Client;
let second: Client;

beforeAll(async () => {
  app = await createApp();
  first = (await app.signIn('strapi-super-admin')).client;
  second = (await app.signIn(['settings', 'read'])).client;
});
afterAll(() => app.close());

const inForce = async (): Promise<SettingsAnswer> => (await first.get(URL).expect(200)).body;
/** Opens the form and saves it with other days of the bin, as the screen does. */
const opened = async (client: Client) => {
  const { data, changed }: SettingsAnswer = (await client.get(URL).expect(200)).body;
  return (binDays: number) =>
    client.put(URL, {
      ...data,
      base: changed?.at ?? null,
      retention: { ...data.retention, binDays },
    });
};

describe('a form of the settings that somebody else has saved meanwhile', () => {
  it('is refused, also the very first time, and saves nothing', async () => {
    expect((await inForce()).changed).toBeNull();
    const saves = [await opened(first), await opened(second)] as const;
    await saves[0](90).expect(200);
    const { body } = await saves[1](30).expect(400);
    expect(body.error.details.code).toBe('settings.changed-meanwhile');
    expect(await inForce()).toMatchObject({
      data: { retention: { binDays: 90 } },
      changed: { by: 'Test strapi-super-admin' },
    });
    await (await opened(second))(60).expect(200);
  });

  it('of two at the same time one is saved', async () => {
    const saves = [await opened(first), await opened(second)] as const;
    const answers = await Promise.all([saves[0](91), saves[1](92)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('saves what it says when it does not say what it started from', async () => {
    const save = await opened(first);
    await save(40).expect(200);
    const { data } = await inForce();
    await second.put(URL, { ...data, retention: { ...data.retention, binDays: 41 } }).expect(200);
    expect((await inForce()).data.retention.binDays).toBe(41);
  });
});

it('what numbers may be shared changes while somebody is writing, without a deadlock', async () => {
  // SQLite has one writer, and none while another waits.
  if (app.client === 'sqlite') return;
  const [asha] = await addContacts(first, [{ name: 'Asha Rao' }]);
  const contact = () => app.knex('contacts').where({ document_id: asha!.documentId });
  const { data } = await inForce();
  const writing = await app.knex.transaction();
  try {
    await contact().transacting(writing).update({ notes: 'Writing' });
    const started = Date.now();
    await first.put(URL, { ...data, uniqueness: 'primary' }).expect(200);
    expect(Date.now() - started).toBeLessThan(5_000);
    await contact().transacting(writing).update({ primary_contact: '+919812345678' });
  } finally {
    await writing.commit();
  }
  expect(await contact().first()).toMatchObject({ notes: 'Writing' });
});
