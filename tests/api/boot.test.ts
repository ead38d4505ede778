import openDatabase from 'knex';
import { createApp, type TestApp } from '../helpers/app';
import { createTestDatabase, type TestDatabase } from '../helpers/database';

/** Each case starts the server again on a database that somebody else has touched in between. */
let database: TestDatabase;
let app: TestApp;

/** The drivers' errors are no native errors, which `toThrow` asks for. */
const REFUSED = { message: expect.stringMatching(/contact_phones/) };

const dropTriggers = async () => {
  for (const name of ['contact_phones_insert', 'contact_phones_update']) {
    await app.knex.raw(`drop trigger ${name}${app.client === 'postgres' ? ' on contacts' : ''}`);
  }
};
const insert = (name: string, primary: string, secondary: string | null = null) =>
  app.knex('contacts').insert({
    document_id: name.toLowerCase().padEnd(24, '0'),
    name,
    primary_contact: primary,
    secondary_contact: secondary,
    contact_status: 'active',
  });
const startAgain = async () => {
  await app.stop();
  app = await createApp({ on: database });
};

beforeEach(async () => {
  database = await createTestDatabase();
  app = await createApp({ on: database });
});
afterEach(async () => {
  await app.stop();
  await database.remove();
});

it('missing triggers come back, and rows written without them are repaired', async () => {
  await insert('Asha', '+919876543210', '+442079460958');
  await dropTriggers();
  await insert('Ben', '+919876543211');
  await app.knex('contacts').where({ name: 'Asha' }).update({ secondary_contact: null });
  await app.knex('contacts').where({ name: 'Ben' }).update({ search_text: null });

  await startAgain();

  expect(await app.knex('contact_phones').orderBy('phone').select('phone', 'slot')).toEqual([
    { phone: '+919876543210', slot: 'primary' },
    { phone: '+919876543211', slot: 'primary' },
  ]);
  expect(await app.knex('contacts').where({ name: 'Ben' }).first('search_text')).toEqual({
    search_text: '  ben  919876543211',
  });
  await expect(insert('Cleo', '+919876543211')).rejects.toMatchObject(REFUSED);
});

it('existing duplicates stop the boot, are listed, and no row is dropped', async () => {
  await dropTriggers();
  await insert('Asha', '+919876543210');
  await insert('Ben', '+442079460958', '+919876543210');
  await insert('Cleo', '0800 malformed');
  await app.knex.raw('drop table contact_phones');
  const ids = await app.knex('contacts').orderBy('id').pluck('id');

  await expect(startAgain()).rejects.toThrow(
    new RegExp(`contacts ${ids[0]} and ${ids[1]}: share \\+919876543210[^]*`),
  );

  const knex = openDatabase(connectionOf());
  expect(await knex('contacts').select('id')).toHaveLength(3);
  await knex('contacts').where({ name: 'Ben' }).update({ secondary_contact: null });
  await knex('contacts').where({ name: 'Cleo' }).update({ primary_contact: '+442079460959' });
  await knex.destroy();
  app = await createApp({ on: database });
  expect(await app.knex('contact_phones').select('phone')).toHaveLength(3);
});

const connectionOf = () =>
  database.database.client === 'sqlite'
    ? {
        client: 'better-sqlite3',
        connection: { filename: database.database.filename },
        useNullAsDefault: true,
      }
    : { client: 'pg', connection: database.database.url };
