import { createApp, type TestApp } from '../helpers/app';

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
