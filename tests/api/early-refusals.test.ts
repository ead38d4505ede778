import { addContacts } from '../factories/contacts';
import { createApp, type TestApp } from '../helpers/app';

const ROOT = '/contacts-manager';

let app: TestApp;

beforeAll(async () => {
  app = await createApp();
});
afterAll(() => app.close());

describe('GraphQL refuses before any rule opens fragments of fragments', () => {
  /** Each fragment spreads the next one twice. */
  const doubling = (levels: number) =>
    Array.from({ length: levels }, (_, level) => {
      const next = `...F${level + 1}`;
      return `fragment F${level} on Contact { ${level === levels - 1 ? 'name' : `${next} ${next}`} }`;
    }).join(' ');

  it('and says so at once, whoever asks', async () => {
    const started = Date.now();
    const { body, status } = await app.anonymous.graphql(`{ contacts { ...F0 } } ${doubling(30)}`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([
      { message: expect.stringContaining('Ask for less at once') },
    ]);
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it.each([
    ['{ ...A } fragment A on Query { ...A }', 'Cannot spread fragment "A" within itself.'],
    ['{ contacts { ...Missing } }', 'Unknown fragment "Missing".'],
    [`{ __typename } ${doubling(300)}`, 'at most 200 operations and fragments'],
  ])('%#: what would break a rule', async (query, message) => {
    const { body, status } = await app.anonymous.graphql(query);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ message: expect.stringContaining(message) }]);
  });

  it('and leaves the other rules to the rest', async () => {
    const nested = 'groups { name }';
    const { body } = await app.anonymous.graphql(`{ contacts { nowhere ${nested} } }`);
    expect(body.errors[0].message).toContain('Cannot query field "nowhere"');
  });
});

test.each(['csv', 'xlsx'])(
  'an export as %s of a filter that means nothing is refused',
  async (format) => {
    const { client } = await app.signIn('contacts-manager');
    const selection = { kind: 'filter', filter: { fields: ['nope:is:x'] } };
    const { body } = await client.post(`${ROOT}/exports`, { selection, format }).expect(400);
    expect(body.error.details.errors).toMatchObject([{ code: 'field.unknown' }]);
  },
);

test('what a contact in the bin was is for those who may see the bin or History', async () => {
  const manager = (await app.signIn('contacts-manager')).client;
  const [asha] = await addContacts(manager, [{ name: 'Asha Rao', notes: 'private' }]);
  const path = `${ROOT}/contacts/${asha!.documentId}`;
  const agent = (await app.signIn('contacts-agent')).client;
  await agent.get(`${path}/timeline`).expect(200);
  await manager.post(`${path}/archive`).expect(200);
  await manager.delete(path).expect(200);
  const { body } = await agent.get(`${path}/timeline`).expect(404);
  expect(body.error.details.code).toBe('contact.not-found');
  const historian = (await app.signIn(['read', 'history'])).client;
  for (const client of [manager, historian]) {
    const answer = await client.get(`${path}/timeline`).expect(200);
    expect(answer.body.results[0]).toMatchObject({ before: { name: 'Asha Rao' }, after: null });
  }
});
