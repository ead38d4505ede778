import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import { SORTABLE_ROWS } from '../../plugins/contacts-manager/shared/filter';
import { addContacts, addRecord } from '../factories/contacts';
import { fillWithContacts, linkContacts } from '../factories/many-contacts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

/** Orders that no index has: category, groups, source, notes, last interaction, custom fields. */
let app: TestApp;
let client: Client;
beforeAll(async () => {
  app = await createApp();
  client = (await app.signIn('strapi-super-admin')).client;
});
afterAll(() => app.close());

interface Answer {
  results: ContactView[];
  pagination: { total: number; nextCursor: string | null; previousCursor: string | null };
}
const list = async (query: string): Promise<Answer> =>
  (await client.get(`/contacts-manager/contacts?${query}`).expect(200)).body;
const names = ({ results }: Answer) => results.map(({ name }) => name);
const sorted = async (sort: string, more = '') =>
  names(await list(`sort=${sort}&pageSize=100${more}`)).join(' ');
const refusal = async (query: string) => {
  const { body } = await client.get(`/contacts-manager/contacts?${query}`).expect(400);
  const [{ path, code }] = body.error.details.errors;
  return { code: body.error.details.code, path, problem: code };
};

describe('a few contacts', () => {
  const FIELDS = [
    { label: 'City', type: 'text' },
    { label: 'Score', type: 'number' },
    { label: 'Joined', type: 'date' },
    { label: 'Vip', type: 'yes-no' },
    { label: 'Size', type: 'choice', options: ['S', 'M', 'L'] },
    { label: 'Langs', type: 'choices', options: ['hi', 'en', 'ta'] },
  ];
  const VALUES: Record<string, object> = {
    A: { city: 'Zug', score: 10, joined: '2026-03-01', vip: true, size: 'L', langs: ['ta'] },
    B: {
      city: 'Élan',
      score: 9.5,
      joined: '2025-12-31',
      vip: false,
      size: 'S',
      langs: ['ta', 'hi'],
    },
    C: { city: 'abo', score: -2, joined: '2026-01-15', size: 'M' },
    E: { city: 'ELAN', score: 10 },
  };
  let contacts: ContactView[];
  let fieldIds: string[];

  beforeAll(async () => {
    const ids: string[] = [];
    for (const field of FIELDS) {
      const { body } = await client.post('/contacts-manager/custom-fields', field).expect(201);
      ids.push(body.data.documentId);
    }
    fieldIds = ids;
    const record = async (kind: 'groups' | 'categories', name: string) =>
      (await addRecord(client, kind, name)).documentId;
    // Made in another order than that of their names.
    const [zebra, eclair, apple] = [
      await record('groups', 'Zebra'),
      await record('groups', 'Éclair'),
      await record('groups', 'apple'),
    ];
    const [trial, guest] = [
      await record('categories', 'Trial'),
      await record('categories', 'guest'),
    ];
    contacts = await addContacts(client, [
      { name: 'A', groups: [zebra, apple], category: trial, customFields: VALUES.A },
      { name: 'B', groups: [zebra], category: guest, customFields: VALUES.B, notes: 'über' },
      { name: 'C', groups: [eclair], customFields: VALUES.C, notes: 'Zoo' },
      { name: 'D', category: guest },
      { name: 'E', groups: [zebra, apple], category: trial, customFields: VALUES.E, notes: 'abc' },
    ]);
    const write = (index: number, row: object) =>
      app.knex('contacts').where({ document_id: contacts[index]?.documentId }).update(row);
    const at = (day: number) => {
      const date = new Date(Date.UTC(2026, 0, day));
      return app.client === 'sqlite' ? date.getTime() : date;
    };
    await write(1, { source: 'import', last_interaction_at: at(2) });
    await write(3, { source: 'api', last_interaction_at: at(10) });
  });

  test.each([
    ['category', 'B D A E C', 'E A D B C'],
    ['groups', 'A E C B D', 'B C E A D'],
    ['source', 'D B A C E', 'E C A B D'],
    ['notes', 'E B C A D', 'C B E D A'],
    ['lastInteractionAt', 'B D A C E', 'D B E C A'],
    ['customFields.city', 'C B E A D', 'A E B C D'],
    ['customFields.score', 'C B A E D', 'E A B C D'],
    ['customFields.joined', 'B C A D E', 'A C B E D'],
    ['customFields.vip', 'B A C D E', 'A B E D C'],
    ['customFields.size', 'B C A D E', 'A C B E D'],
    ['customFields.langs', 'B A C D E', 'A B E D C'],
  ])('sort by %s, empty ones last in either direction', async (field, ascending, descending) => {
    expect(await sorted(`${field}:asc`)).toBe(ascending);
    expect(await sorted(`${field}:desc`)).toBe(descending);
  });

  test('sort what a filter, a search and a tab leave', async () => {
    expect(await sorted('customFields.city:asc', '&fields=score:from:9')).toBe('B E A');
    expect(await sorted('groups:desc', '&search=a')).toBe('A');
    expect(await sorted('category:asc', '&status=archived')).toBe('');
  });

  test('put an option that was taken out behind the others', async () => {
    const path = `/contacts-manager/custom-fields/${fieldIds[4] ?? ''}`;
    const body = { label: 'Size', required: false, help: null };
    await client.put(path, { ...body, options: ['L', 'M'] }).expect(200);
    expect(await sorted('customFields.size:asc')).toBe('A C B D E');
  });

  test('have neighbours in the same order, wherever the contact stands', async () => {
    const around = async (index: number, query: string) => {
      const path = `/contacts-manager/contacts/${contacts[index]?.documentId ?? ''}/neighbours`;
      const { body } = await client.get(`${path}?${query}`).expect(200);
      return `${body.previous?.name ?? '-'} ${body.next?.name ?? '-'}`;
    };
    expect(await around(2, 'sort=groups:asc')).toBe('E B');
    expect(await around(3, 'sort=groups:asc')).toBe('B -');
    expect(await around(3, 'sort=groups:asc&fields=score:from:9.6')).toBe('E -');
    expect(await around(1, 'sort=customFields.score:desc')).toBe('A C');
    expect(await around(1, 'sort=customFields.nothing:desc')).toBe('C A');
  });

  test('keep such an order in a view, unless it names no field', async () => {
    const view = { name: 'By city', filter: {} };
    const save = (sort: string) => client.post('/contacts-manager/views', { ...view, sort });
    const { body } = await save('customFields.city:desc').expect(201);
    expect(body.data.sort).toBe('customFields.city:desc');
    expect((await save('customFields.nothing:asc').expect(400)).body.error.details.errors).toEqual([
      expect.objectContaining({ path: ['sort'], code: 'field.unknown' }),
    ]);
  });

  test.each([
    ['customFields.nothing:asc', 'field.unknown'],
    ['customFields.city', 'request.invalid'],
    ["customFields.city');--:asc", 'request.invalid'],
    ['customFields.:asc', 'request.invalid'],
    ['custom_fields:asc', 'request.invalid'],
  ])('refuse to be sorted by %s', async (sort, problem) => {
    expect(await refusal(`sort=${encodeURIComponent(sort)}`)).toEqual({
      code: 'request.invalid',
      path: ['sort'],
      problem,
    });
  });

  test('refuse the field once it is deleted, and a cursor of it', async () => {
    const { pagination } = await list('sort=customFields.joined:asc&pageSize=2');
    await client.delete(`/contacts-manager/custom-fields/${fieldIds[2] ?? ''}`).expect(200);
    expect((await refusal('sort=customFields.joined:asc')).problem).toBe('field.unknown');
    expect((await refusal(`cursor=${pagination.nextCursor ?? ''}`)).problem).toBe('field.unknown');
  });
});

describe('more contacts than can be sorted', () => {
  const MEMBERS = 60;
  let group: string;

  beforeAll(async () => {
    await app.knex('contacts').delete();
    await fillWithContacts(app, SORTABLE_ROWS + 1);
    group = (await addRecord(client, 'groups', 'Members')).documentId;
    await linkContacts(app, 'group', group, `n <= ${MEMBERS}`);
    const { documentId } = await addRecord(client, 'categories', 'Every third');
    await linkContacts(app, 'category', documentId, `n <= ${MEMBERS} and n % 3 = 0`);
  });

  test.each(['', 'search=person', 'source=import', 'hasEmail=no'])(
    'are refused, and say what to do (%s)',
    async (query) => {
      expect(await refusal(`sort=category:asc&${query}`)).toEqual({
        code: 'sort.too-many',
        path: ['sort'],
        problem: 'sort.too-many',
      });
    },
  );

  test('are sorted as soon as one fewer matches', async () => {
    const { results, pagination } = await list('sort=category:asc&status=active&pageSize=1');
    expect(pagination.total).toBeLessThan(SORTABLE_ROWS);
    expect(results[0]?.name).toBe('Bulk Person 3');
  });

  test('have neighbours in the usual order', async () => {
    const path = '/contacts-manager/contacts/bulk500/neighbours?sort=category:asc';
    const { body } = await client.get(path).expect(200);
    expect(body).toMatchObject({
      previous: { name: 'Bulk Person 501' },
      next: { name: 'Bulk Person 499' },
    });
  });

  test.each(['asc', 'desc'])(
    '%s: pages give each contact once, by number and by cursor',
    async (direction) => {
      const query = `groups=${group}&pageSize=25&sort=category:${direction}`;
      const whole = names(await list(`${query}&pageSize=100`.replace('pageSize=25&', '')));
      const paged: string[] = [];
      for (let page = 1; page <= Math.ceil(MEMBERS / 25); page += 1) {
        paged.push(...names(await list(`${query}&page=${page}`)));
      }
      expect(new Set(whole).size).toBe(MEMBERS);
      expect(paged).toEqual(whole);

      let answer = await list(query);
      const forward = names(answer);
      while (answer.pagination.nextCursor) {
        answer = await list(`${query}&cursor=${answer.pagination.nextCursor}`);
        expect(answer.pagination.total).toBe(MEMBERS);
        forward.push(...names(answer));
      }
      expect(forward).toEqual(whole);
      const backward = names(answer);
      while (answer.pagination.previousCursor) {
        answer = await list(`${query}&cursor=${answer.pagination.previousCursor}`);
        backward.unshift(...names(answer));
      }
      expect(backward).toEqual(whole);
    },
  );
});
