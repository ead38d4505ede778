import { startServer, type ServerProcess } from '../../scripts/lib/server-process.mjs';
import { createApp, type TestApp } from '../helpers/app';
import { createClient, type Client } from '../helpers/client';
import { createTestDatabase, testedClient, type TestDatabase } from '../helpers/database';
import { NUMBER_REFUSED } from '../helpers/raw-sql';

/** One number as six people would write it. */
const SPELLINGS = [
  '+91 98765 43210',
  '+919876543210',
  '0091 98765-43210',
  'tel:+91-98765-43210',
  '(+91) 98765 43210',
  '+٩١ ٩٨٧٦٥ ٤٣٢١٠',
];
const NUMBER = '+919876543210';

interface Attempt {
  created: boolean;
  status: number;
  paths: (string | number)[][];
  text: string;
}

interface Problem {
  path: (string | number)[];
}
const pathsOf = (details: { errors?: Problem[] } | undefined) =>
  (details?.errors ?? []).map((problem) => problem.path);

/** The same write over each transport; every answer in one shape. */
const createOver = {
  async rest(client: Client, name: string, primaryContact: string): Promise<Attempt> {
    const answer = await client.post('/api/contacts', { data: { name, primaryContact } });
    return {
      created: answer.status === 201,
      status: answer.status,
      paths: pathsOf(answer.body.error?.details),
      text: answer.text,
    };
  },
  async graphql(client: Client, name: string, primaryContact: string): Promise<Attempt> {
    const answer = await client.graphql(
      'mutation ($data: ContactInput!) { createContact(data: $data) { documentId } }',
      { data: { name, primaryContact } },
    );
    return {
      created: Boolean(answer.body.data?.createContact),
      status: answer.status,
      paths: pathsOf(answer.body.errors?.[0]?.extensions.error.details),
      text: answer.text,
    };
  },
  async admin(client: Client, name: string, primaryContact: string): Promise<Attempt> {
    const answer = await client.post('/contacts-manager/contacts', { name, primaryContact });
    return {
      created: answer.status === 201,
      status: answer.status,
      paths: pathsOf(answer.body.error?.details),
      text: answer.text,
    };
  },
};
type Transport = keyof typeof createOver;
const TRANSPORTS: Transport[] = ['rest', 'graphql', 'admin'];
const REFUSED_WITH: Record<Transport, number> = { rest: 400, graphql: 200, admin: 400 };

/** 50 at once, in turn over the transports, the spellings and the servers. */
async function createFifty(callers: Record<Transport, Client>[]): Promise<Attempt[]> {
  return Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const transport = TRANSPORTS[index % 3] as Transport;
      const caller = callers[index % callers.length] as Record<Transport, Client>;
      const spelling = SPELLINGS[index % 6] as string;
      const attempt = await createOver[transport](caller[transport], `Person ${index}`, spelling);
      if (!attempt.created) expect(attempt.status).toBe(REFUSED_WITH[transport]);
      return attempt;
    }),
  );
}

function expectOneWinner(attempts: Attempt[]): void {
  expect(attempts.filter((attempt) => attempt.created)).toHaveLength(1);
  for (const { paths, text } of attempts.filter((attempt) => !attempt.created)) {
    expect(paths).toEqual([['primaryContact']]);
    expect(text).toContain('phone.taken');
    expect(text).not.toMatch(/insert into|contact_phones|SQLITE|constraint|node_modules/i);
  }
}

let database: TestDatabase;
let app: TestApp;
let callers: Record<Transport, Client>;
let apiToken: string;
let adminToken: string;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await createApp({ on: database });
  const token = await app.strapi
    .service('admin::api-token')
    .create({ name: 'applications', kind: 'content-api', type: 'full-access', lifespan: null });
  apiToken = token.accessKey;
  adminToken = (await app.signIn('contacts-manager')).token;
  callers = { rest: app.as(apiToken), graphql: app.as(apiToken), admin: app.as(adminToken) };
});
afterAll(async () => {
  await app.close();
  await database.remove();
});

const numbersStored = async () =>
  app.knex('contacts').where({ primary_contact: NUMBER }).select('id');

const removeAll = async () => app.knex('contacts').delete();
beforeEach(removeAll);

const create = async (name: string, primaryContact: string, secondaryContact?: string) => {
  const answer = await callers.rest
    .post('/api/contacts', { data: { name, primaryContact, secondaryContact } })
    .expect(201);
  return answer.body.data as { id: number; documentId: string };
};

describe('a number belongs to one contact', () => {
  it('50 parallel creates in six spellings over three transports: one wins, 49 name the field', async () => {
    expectOneWinner(await createFifty([callers]));
    const rows = await numbersStored();
    expect(rows).toHaveLength(1);
    const phones = await app.knex('contact_phones').where({ phone: NUMBER });
    expect(phones).toEqual([{ phone: NUMBER, contact_id: rows[0].id, slot: 'primary' }]);
  });

  it('50 parallel updates to one number: one wins', async () => {
    const contacts = [];
    for (let index = 0; index < 50; index += 1) {
      contacts.push(await create(`Person ${index}`, `+9198765${10_000 + index}`));
    }
    const answers = await Promise.all(
      contacts.map(({ documentId }, index) => {
        const spelling = SPELLINGS[index % 6] as string;
        return index % 2
          ? callers.rest.put(`/api/contacts/${documentId}`, { data: { primaryContact: spelling } })
          : callers.admin.put(`/contacts-manager/contacts/${documentId}`, {
              primaryContact: spelling,
            });
      }),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(49);
    for (const { status, body } of refused) {
      expect(status).toBe(400);
      expect(pathsOf(body.error.details)).toEqual([['primaryContact']]);
    }
    expect(await numbersStored()).toHaveLength(1);
    expect(await app.knex('contact_phones').select('phone')).toHaveLength(50);
  });

  if (testedClient() === 'postgres') {
    it('50 parallel creates against two server processes: one wins', async () => {
      const servers: ServerProcess[] = [];
      try {
        for (let count = 0; count < 2; count += 1) {
          servers.push(await startServer({ database: database.database, env: secretsOfApp() }));
        }
        const both = servers.map(({ url }) => ({
          rest: createClient(url, apiToken),
          graphql: createClient(url, apiToken),
          admin: createClient(url, adminToken),
        }));
        expectOneWinner(await createFifty(both));
        expect(await numbersStored()).toHaveLength(1);
      } finally {
        await Promise.all(servers.map((server) => server.stop()));
      }
    });
  }
});

/** Sessions and tokens of this process must be good at the others. */
const secretsOfApp = () =>
  Object.fromEntries(
    [
      'APP_KEYS',
      'ADMIN_JWT_SECRET',
      'API_TOKEN_SALT',
      'TRANSFER_TOKEN_SALT',
      'JWT_SECRET',
      'ENCRYPTION_KEY',
    ].map((name) => [name, process.env[name]]),
  );

describe('raw SQL', () => {
  const insert = (primary: string | null, secondary: string | null = null) =>
    app.knex('contacts').insert({
      name: 'Raw',
      primary_contact: primary,
      secondary_contact: secondary,
    });

  it('a second primary, and a primary that is another contact’s secondary, are refused', async () => {
    await create('Asha Rao', NUMBER, '+442079460958');
    await expect(insert(NUMBER)).rejects.toMatchObject(NUMBER_REFUSED);
    await expect(insert('+442079460958')).rejects.toMatchObject(NUMBER_REFUSED);
    await expect(insert('+442079460959', NUMBER)).rejects.toMatchObject(NUMBER_REFUSED);
    await expect(insert('+442079460959', '+442079460959')).rejects.toMatchObject(NUMBER_REFUSED);
    expect(await app.knex('contacts').select('id')).toHaveLength(1);
  });

  it.each([null, '', '98765 43210', '+0123456789', '+12345', '+1234567890123456', '+91x8765432'])(
    'the badly spelled number %j is refused',
    async (phone) => {
      await expect(insert(phone)).rejects.toMatchObject(NUMBER_REFUSED);
      expect(await app.knex('contacts').select('id')).toHaveLength(0);
    },
  );

  it('a number cannot be taken over by an update', async () => {
    const { id } = await create('Asha Rao', NUMBER);
    await create('Ben Okri', '+442079460958');
    await expect(
      app.knex('contacts').where({ id }).update({ secondary_contact: '+442079460958' }),
    ).rejects.toMatchObject(NUMBER_REFUSED);
  });

  it('swapping a contact’s own two numbers succeeds, in SQL and over REST', async () => {
    const { id, documentId } = await create('Asha Rao', NUMBER, '+442079460958');
    await app.knex.raw(
      'update contacts set primary_contact = secondary_contact, secondary_contact = primary_contact where id = ?',
      [id],
    );
    const slots = () => app.knex('contact_phones').orderBy('slot').select('slot', 'phone');
    expect(await slots()).toEqual([
      { slot: 'primary', phone: '+442079460958' },
      { slot: 'secondary', phone: NUMBER },
    ]);
    await callers.rest
      .put(`/api/contacts/${documentId}`, {
        data: { primaryContact: NUMBER, secondaryContact: '+442079460958' },
      })
      .expect(200);
    expect(await slots()).toEqual([
      { slot: 'primary', phone: NUMBER },
      { slot: 'secondary', phone: '+442079460958' },
    ]);
  });

  if (testedClient() === 'sqlite') {
    it.each(['replace', 'ignore'])('insert or %s does not steal a number', async (policy) => {
      const { id } = await create('Asha Rao', NUMBER);
      await expect(
        app.knex.raw(
          `insert or ${policy} into contacts (name, primary_contact) values ('Thief', ?)`,
          [NUMBER],
        ),
      ).rejects.toMatchObject(NUMBER_REFUSED);
      expect(await app.knex('contact_phones').select('contact_id')).toEqual([{ contact_id: id }]);
    });
  }

  it('a deleted contact frees its numbers', async () => {
    const { id } = await create('Asha Rao', NUMBER, '+442079460958');
    await app.knex('contacts').where({ id }).delete();
    expect(await app.knex('contact_phones').select()).toEqual([]);
    await insert(NUMBER);
  });
});
