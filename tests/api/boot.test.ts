import openDatabase from 'knex';
import { createApp, type TestApp } from '../helpers/app';
import { createTestDatabase, type TestDatabase } from '../helpers/database';
import { insertRaw, NUMBER_REFUSED } from '../helpers/raw-sql';

/** Each case starts the server again on a database that somebody else has touched in between. */
let database: TestDatabase;
let app: TestApp;

const dropTriggers = async () => {
  for (const name of ['contact_phones_insert', 'contact_phones_update']) {
    await app.knex.raw(`drop trigger ${name}${app.client === 'postgres' ? ' on contacts' : ''}`);
  }
};
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
  await insertRaw(app, 'Asha', '+919876543210', '+442079460958');
  await dropTriggers();
  await insertRaw(app, 'Ben', '+919876543211');
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
  await expect(insertRaw(app, 'Cleo', '+919876543211')).rejects.toMatchObject(NUMBER_REFUSED);
});

it('existing duplicates stop the boot, are listed, and no row is dropped', async () => {
  await dropTriggers();
  await insertRaw(app, 'Asha', '+919876543210');
  await insertRaw(app, 'Ben', '+442079460958', '+919876543210');
  await insertRaw(app, 'Cleo', '0800 malformed');
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
