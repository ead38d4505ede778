import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import { INDEXED_SORTS, type IndexedSort } from '../../plugins/contacts-manager/shared/filter';
import { fold } from '../../plugins/contacts-manager/shared/text';
import { addContacts, addRecord } from '../factories/contacts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

let app: TestApp;
let client: Client;
beforeAll(async () => {
  app = await createApp();
  client = (await app.signIn('strapi-super-admin')).client;
});
afterAll(() => app.close());

const list = async (query: string) => {
  const { body } = await client.get(`/contacts-manager/contacts?${query}`).expect(200);
  return body as {
    results: ContactView[];
    pagination: {
      total: number;
      totalIsExact: boolean;
      page: number | null;
      pageCount: number;
      nextCursor: string | null;
      previousCursor: string | null;
    };
  };
};
const names = ({ results }: { results: ContactView[] }) => results.map(({ name }) => name);
const search = async (text: string) =>
  names(await list(`search=${encodeURIComponent(text)}&pageSize=100`)).sort();

describe('a list', () => {
  const PEOPLE = [
    { name: 'Asha Rao', email: 'asha@school.example', primaryContact: '+919876543210' },
    { name: 'asha menon', email: 'MENON@example.org', secondaryContact: '+4915112345678' },
    { name: 'Émile Zola' },
    { name: 'Łukasz Ångström', email: 'lukasz@example.org' },
    { name: 'Zoë 100%_\\Sure' },
    { name: 'O\'Neil "Quote"', secondaryContact: '+442079460958' },
    { name: '李 小龙' },
    { name: 'Bea', notes: 'Prefers mail' },
    { name: 'ben', email: 'ben@example.com' },
    { name: 'Carla' },
    { name: 'Xi Wei' },
    { name: 'Dora' },
  ];
  let all: ContactView[];
  let evening: string;
  let student: string;
  let alumni: string;

  beforeAll(async () => {
    const records = [
      await addRecord(client, 'groups', 'Evening'),
      await addRecord(client, 'categories', 'Pupil'),
      await addRecord(client, 'groups', 'Alumni'),
    ].map(({ documentId }) => documentId);
    [evening = '', student = '', alumni = ''] = records;
    all = await addContacts(
      client,
      PEOPLE.map((person, index) => ({
        ...person,
        ...(index % 2 ? { groups: [evening] } : {}),
        ...(index % 4 === 1 ? { groups: [evening, alumni] } : {}),
        ...(index % 3 ? {} : { category: student }),
      })),
    );
    const ids = all.map(({ documentId }) => documentId);
    const change = (body: object) =>
      client.post('/contacts-manager/contacts/bulk', body).expect(200);
    const some = { kind: 'ids', ids: ids.slice(8, 10) };
    await change({ action: 'archive', selection: some });
    await change({
      action: 'block',
      selection: { kind: 'ids', ids: ids.slice(10, 11) },
      reason: 'Spam',
    });
  });

  test('shows a contact with its category, groups and ISO dates', async () => {
    const { results } = await list('search=asha%20rao');
    expect(results).toEqual([
      {
        documentId: all[0]?.documentId,
        name: 'Asha Rao',
        primaryContact: '+919876543210',
        secondaryContact: null,
        email: 'asha@school.example',
        category: { documentId: student, name: 'Pupil', color: null },
        groups: [],
        contactStatus: 'active',
        statusReason: null,
        statusChangedAt: null,
        notes: null,
        source: 'manual',
        customFields: null,
        lastInteractionAt: null,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    ]);
  });

  test('has the newest first, 25 a page, all statuses unless asked', async () => {
    const { results, pagination } = await list('');
    expect(results.map(({ documentId }) => documentId)).toEqual(
      all.map(({ documentId }) => documentId).reverse(),
    );
    expect(pagination).toMatchObject({ page: 1, pageSize: 25, pageCount: 1, total: 12 });
    expect((await list('status=archived')).pagination.total).toBe(2);
    expect(names(await list('status=blocked'))).toEqual(['Xi Wei']);
  });

  test.each([
    ['asha', ['Asha Rao', 'asha menon']],
    ['rao asha', ['Asha Rao']],
    ['lukasz angstrom', ['Łukasz Ångström']],
    ['ÉMILE', ['Émile Zola']],
    ['b', ['Bea', 'ben']],
    ['x', ['Xi Wei']],
    ['李', ['李 小龙']],
    ['100%_\\s', ['Zoë 100%_\\Sure']],
    ['%', []],
    ["o'neil", ['O\'Neil "Quote"']],
    ['"quote"', ['O\'Neil "Quote"']],
    ['school.exam', ['Asha Rao']],
    ['menon@EXAMPLE', ['asha menon']],
    ['543210', ['Asha Rao']],
    ['+91 98765-43210', ['Asha Rao']],
    ['098765 43210', ['Asha Rao']],
    ['1511 2345', ['asha menon']],
    ['nobody', []],
  ])('search %s finds %j', async (text, expected) => {
    expect(await search(text)).toEqual([...expected].sort());
  });

  test('answers a blank search with everything', async () => {
    expect((await list('search=%20%20')).pagination.total).toBe(12);
  });

  test('filters by category, by any of several groups, and by both with a search', async () => {
    const total = async (query: string) => (await list(query)).pagination.total;
    expect(await total(`category=${student}`)).toBe(4);
    expect(await total(`groups=${evening}`)).toBe(6);
    expect(await total(`groups=${evening}&groups=${alumni}`)).toBe(6);
    expect(await total(`groups=${alumni}&status=active`)).toBe(2);
    expect(await total(`groups=${evening}&category=${student}`)).toBe(2);
    expect(await total(`groups=${evening}&search=lukasz`)).toBe(1);
    expect(await total(`groups=nothing`)).toBe(0);
    expect(await total(`category=nothing&search=asha`)).toBe(0);
  });

  test('counts the hits of the other tabs', async () => {
    const counts = async (query: string) =>
      (await client.get(`/contacts-manager/contacts/counts?${query}`).expect(200)).body;
    const exact = (active: number, archived: number, blocked: number) => ({
      active: { total: active, totalIsExact: true },
      archived: { total: archived, totalIsExact: true },
      blocked: { total: blocked, totalIsExact: true },
    });
    expect(await counts('')).toEqual(exact(9, 2, 1));
    expect(await counts('search=ben')).toEqual(exact(0, 1, 0));
    expect(await counts(`groups=${evening}`)).toEqual(exact(5, 1, 0));
    expect(await counts(`groups=${evening}&search=ca`)).toEqual(exact(0, 1, 0));
  });

  describe.each(INDEXED_SORTS.flatMap((field) => [`${field}:asc`, `${field}:desc`]))(
    'sorted by %s',
    (sort) => {
      const [field, direction] = sort.split(':') as [IndexedSort, 'asc' | 'desc'];
      /** Blanks last in either direction, ties in the order of creation. */
      const sorted = () => {
        const key = (contact: ContactView) =>
          field === 'name'
            ? fold(contact.name).split(/\s+/).join('  ') + `  ${contact.primaryContact.slice(1)}`
            : contact[field];
        const turn = direction === 'asc' ? 1 : -1;
        return [...all.entries()]
          .sort(([leftIndex, left], [rightIndex, right]) => {
            const [a, b] = [key(left), key(right)];
            if (a === null || b === null) {
              if (a !== b) return a === null ? 1 : -1;
            } else if (a !== b) return Buffer.compare(Buffer.from(a), Buffer.from(b)) * turn;
            return (leftIndex - rightIndex) * turn;
          })
          .map(([, { name }]) => name);
      };
      beforeAll(async () => {
        const { results } = await list('pageSize=100&sort=createdAt:asc');
        all = results;
      });

      test('is in order, page by page', async () => {
        const paged: string[] = [];
        for (const page of [1, 2, 3]) {
          paged.push(...names(await list(`sort=${sort}&pageSize=5&page=${page}`)));
        }
        expect(paged).toEqual(sorted());
        expect(names(await list(`sort=${sort}&pageSize=5&page=4`))).toEqual([]);
      });

      test.each(['', '&search=a', '&status=active'])(
        'gives the same by cursors, there and back (%s)',
        async (filter) => {
          const whole = names(await list(`sort=${sort}&pageSize=100${filter}`));
          const forward: string[] = [];
          let answer = await list(`sort=${sort}&pageSize=4${filter}`);
          expect(answer.pagination.previousCursor).toBeNull();
          for (;;) {
            forward.push(...names(answer));
            const { nextCursor } = answer.pagination;
            if (!nextCursor) break;
            answer = await list(`cursor=${nextCursor}&pageSize=4${filter}`);
            expect(answer.pagination).toMatchObject({ page: null, total: whole.length });
          }
          expect(forward).toEqual(whole);
          const backward = names(answer);
          for (;;) {
            const { previousCursor } = answer.pagination;
            if (!previousCursor) break;
            answer = await list(`cursor=${previousCursor}&sort=${sort}&pageSize=4${filter}`);
            expect(answer.pagination.nextCursor).not.toBeNull();
            backward.unshift(...names(answer));
          }
          expect(backward).toEqual(whole);
        },
      );
    },
  );

  test.each([
    'pageSize=101',
    'pageSize=0',
    'page=0',
    'sort=searchText:asc',
    'sort=createdAt',
    'status=deleted',
    'cursor=nonsense',
    'status[$ne]=active',
  ])('refuses %s with the field named', async (query) => {
    const { body } = await client.get(`/contacts-manager/contacts?${query}`).expect(400);
    expect(body.error.details.code).toBe('request.invalid');
    expect(body.error.details.errors[0].path[0]).toBe(query.split(/[=[]/)[0]);
  });

  test('refuses the cursor of another order', async () => {
    const { pagination } = await list('sort=name:asc&pageSize=2');
    await client
      .get(`/contacts-manager/contacts?sort=name:desc&cursor=${pagination.nextCursor ?? ''}`)
      .expect(400);
  });

  test('takes a filter of more than a hundred groups', async () => {
    const many = Array.from({ length: 150 }, (_, index) => `groups=none${index}`).join('&');
    expect((await list(`${many}&groups=${alumni}`)).pagination.total).toBe(3);
  });

  test('answers 404 for a contact that is not there', async () => {
    const { body } = await client.get('/contacts-manager/contacts/nothing').expect(404);
    expect(body.error.details.code).toBe('contact.not-found');
  });

  describe('and Strapi’s own _q', () => {
    test.each([
      ['lukasz angstrom', ['Łukasz Ångström']],
      ['98765 43210', ['Asha Rao']],
      ['x', ['Xi Wei']],
      ['%', []],
      ['spam', []],
    ])('finds over REST what the list finds: %s', async (text, expected) => {
      const api = await app.apiToken('read-only');
      const { body } = await api.get(`/api/contacts?_q=${encodeURIComponent(text)}`).expect(200);
      expect(body.data.map(({ name }: { name: string }) => name)).toEqual(expected);
      expect(body.meta.pagination.total).toBe(expected.length);
    });

    test('keeps other filters, and does not search what is hidden', async () => {
      const api = await app.apiToken('read-only');
      const { body } = await api
        .get('/api/contacts?_q=asha&filters[email][$startsWith]=menon')
        .expect(200);
      expect(body.data).toHaveLength(1);
    });

    test('finds in the Content Manager', async () => {
      const { body } = await client
        .get('/content-manager/collection-types/api::contact.contact?_q=lukasz')
        .expect(200);
      expect(body.results.map(({ name }: { name: string }) => name)).toEqual(['Łukasz Ångström']);
    });
  });
});
