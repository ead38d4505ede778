import { addRecord } from '../factories/contacts';
import { fillWithContacts, linkContacts } from '../factories/many-contacts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

/** Enough that pages are walked to, walks give up, and counts stop at their bound. */
const COUNT = 45_000;

let app: TestApp;
let client: Client;
const ids = { half: '', oldest: '', few: '', third: '' };

beforeAll(async () => {
  app = await createApp();
  client = (await app.signIn('strapi-super-admin')).client;
  await fillWithContacts(app, COUNT);
  const make = async (kind: 'group' | 'category', name: string, condition: string) => {
    const plural = kind === 'group' ? 'groups' : 'categories';
    const { documentId } = await addRecord(client, plural, name);
    await linkContacts(app, kind, documentId, condition);
    return documentId;
  };
  ids.half = await make('group', 'Half', 'n % 2 = 0');
  ids.oldest = await make('group', 'Oldest', 'n <= 11000');
  ids.few = await make('group', 'Few', 'n % 1000 = 0');
  ids.third = await make('category', 'Third', 'n % 3 = 0');
});
afterAll(() => app.close());

const numbersWhere = (matches: (n: number) => boolean) =>
  Array.from({ length: COUNT }, (_, index) => COUNT - index).filter(matches);
const isActive = (n: number) => n % 20 !== 0 && n % 50 !== 0;

const list = async (query: string) => {
  const { body } = await client.get(`/contacts-manager/contacts?${query}`).expect(200);
  const numbers: number[] = body.results.map(({ documentId }: { documentId: string }) =>
    Number(documentId.slice(4)),
  );
  return { numbers, pagination: body.pagination };
};

describe('at 45,000 contacts', () => {
  test.each<[string, () => string, (n: number) => boolean, number | null]>([
    ['a tab', () => 'status=active', isActive, 42_300],
    ['a large group', () => `groups=${ids.half}`, (n) => n % 2 === 0, 22_500],
    [
      'a large group in a tab',
      () => `groups=${ids.half}&status=active`,
      (n) => n % 2 === 0 && isActive(n),
      19_800,
    ],
    ['a group at the far end', () => `groups=${ids.oldest}`, (n) => n <= 11_000, 11_000],
    ['a small group', () => `groups=${ids.few}`, (n) => n % 1000 === 0, 45],
    ['a category', () => `category=${ids.third}`, (n) => n % 3 === 0, 15_000],
    [
      'two large groups',
      () => `groups=${ids.half}&groups=${ids.oldest}`,
      (n) => n % 2 === 0 || n <= 11_000,
      null,
    ],
    [
      'category and group',
      () => `groups=${ids.half}&category=${ids.third}`,
      (n) => n % 6 === 0,
      7_500,
    ],
    ['a common search', () => 'search=person', () => true, null],
    ['a common search in a tab', () => 'search=bulk%20person&status=active', isActive, null],
    [
      'a common search in a small tab',
      () => 'search=person&status=blocked',
      (n) => n % 50 === 0,
      900,
    ],
    ['a short search', () => 'search=p', () => true, null],
    ['two digits', () => 'search=97', () => true, null],
    [
      'a rare search',
      () => 'search=4242',
      (n) => `${n}`.includes('4242') || `9197${String(n).padStart(8, '0')}`.includes('4242'),
      -1,
    ],
    ['a search of a group', () => `search=person&groups=${ids.few}`, (n) => n % 1000 === 0, 45],
    [
      'a search at the far end',
      () => `search=person&groups=${ids.oldest}`,
      (n) => n <= 11_000,
      null,
    ],
  ])('%s: right rows on every page, right total', async (_name, query, matches, total) => {
    const expected = numbersWhere(matches);
    const first = await list(query());
    expect(first.numbers).toEqual(expected.slice(0, 25));
    if (total === null) {
      expect(first.pagination).toMatchObject({ total: 10_000, totalIsExact: false });
    } else {
      expect(first.pagination).toMatchObject({
        total: total === -1 ? expected.length : total,
        totalIsExact: true,
      });
    }
    const { body: exact } = await client
      .get(`/contacts-manager/contacts/total?${query()}`)
      .expect(200);
    expect(exact).toEqual({ total: expected.length });
    const again = await list(query());
    expect(again).toEqual(first);
    const deep = await list(`${query()}&page=200&pageSize=50`);
    expect(deep.numbers).toEqual(expected.slice(9_950, 10_000));
    if (first.pagination.nextCursor) {
      const second = await list(`${query()}&cursor=${first.pagination.nextCursor}`);
      expect(second.numbers).toEqual(expected.slice(25, 50));
      const back = await list(`${query()}&cursor=${second.pagination.previousCursor}`);
      expect(back.numbers).toEqual(first.numbers);
    }
  });

  test.each(['name', 'primaryContact', 'secondaryContact', 'email', 'updatedAt'])(
    'walks by %s as well, blanks included',
    async (field) => {
      const query = `search=person&pageSize=100&sort=${field}:asc`;
      const first = await list(query);
      const second = await list(`${query}&page=2`);
      const next = await list(`${query}&cursor=${first.pagination.nextCursor}`);
      expect(next.numbers).toEqual(second.numbers);
      const expected =
        field === 'name'
          ? Array.from({ length: COUNT }, (_, index) => `${index + 1}`)
              .sort((left, right) => (`${left} ` < `${right} ` ? -1 : 1))
              .map(Number)
          : numbersWhere(() => true).reverse();
      expect([...first.numbers, ...second.numbers]).toEqual(expected.slice(0, 200));
    },
  );

  test('counts agree with the tabs', async () => {
    const counts = async (query: string) =>
      (await client.get(`/contacts-manager/contacts/counts?${query}`).expect(200)).body;
    expect(await counts('')).toMatchObject({
      active: { total: 42_300 },
      archived: { total: 1_800 },
      blocked: { total: 900 },
    });
    expect(await counts('search=person')).toEqual({
      active: { total: 10_000, totalIsExact: false },
      archived: { total: 1_800, totalIsExact: true },
      blocked: { total: 900, totalIsExact: true },
    });
    expect(await counts(`category=${ids.third}`)).toMatchObject({
      active: { total: 14_100 },
      archived: { total: 600 },
      blocked: { total: 300 },
    });
  });

  test('groups tell how many they have', async () => {
    const { body } = await client.get('/contacts-manager/groups?counts=true').expect(200);
    const half = body.results.find(({ name }: { name: string }) => name === 'Half');
    expect(half.members).toEqual({ active: 19_800, archived: 1_800, blocked: 900, total: 22_500 });
  });

  /** Large changes are made off the request. */
  const settle = async ({ operationId }: { operationId: string }) => {
    for (;;) {
      const { body } = await client.get(`/contacts-manager/operations/${operationId}`).expect(200);
      if (body.state !== 'running') return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  test('a change of everything that matches but a few is made once, in chunks', async () => {
    const selection = {
      kind: 'filter',
      filter: { groups: [ids.half], search: 'person' },
      except: ['bulk2', 'bulk4'],
    };
    const bulk = (body: object) =>
      client.post('/contacts-manager/contacts/bulk', { selection, ...body }).expect(200);
    const preview = await bulk({ action: 'archive', dryRun: true });
    expect(preview.body).toMatchObject({ operationId: null, applied: 19_798, skippedCount: 2_700 });
    expect(preview.body.touches.groups[0]).toMatchObject({ name: 'Half', count: 19_798 });
    const body = await settle((await bulk({ action: 'archive', reason: 'Moved away' })).body);
    expect(body).toMatchObject({ state: 'done', applied: 19_798, skippedCount: 2_700 });
    expect(body.skipped).toHaveLength(1_000);
    const items = await app
      .knex('contact_operation_items as i')
      .join('contact_operations as o', 'o.id', 'i.operation_id')
      .where('o.document_id', body.operationId)
      .count({ n: '*' });
    expect(Number(items[0]?.n)).toBe(19_798);
    expect((await list('status=archived')).pagination.total).toBe(1_800 + 19_798);
    const again = await settle((await bulk({ action: 'archive' })).body);
    expect(again).toMatchObject({ applied: 0, skippedCount: 22_498, undo: { state: 'nothing' } });
  });
});
