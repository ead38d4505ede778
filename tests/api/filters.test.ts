import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { SavedView } from '../../plugins/contacts-manager/shared/contracts/views';
import type { ContactFilterInput } from '../../plugins/contacts-manager/shared/filter';
import { fold } from '../../plugins/contacts-manager/shared/text';
import { addFindablePeople, type People } from '../factories/findable-people';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

let app: TestApp;
let client: Client;
let people: People;
beforeAll(async () => {
  app = await createApp({ env: { CONTACTS_DEFAULT_COUNTRY: 'IN' } });
  client = (await app.signIn('strapi-super-admin')).client;
  people = await addFindablePeople(app, client, 240);
});
afterAll(() => app.close());

type Query = Record<string, string | string[]>;
const textOf = (query: Query): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => [value].flat().map((item) => [key, item])),
  ).toString();

/** Every id that matches, by all pages. */
async function idsOf(query: Query): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const text = textOf({ ...query, pageSize: '100', page: String(page) });
    const { body } = await client.get(`/contacts-manager/contacts?${text}`).expect(200);
    ids.push(...body.results.map(({ documentId }: ContactView) => documentId));
    expect(body.pagination).toMatchObject({ totalIsExact: true });
    if (page >= body.pagination.pageCount) {
      expect(body.pagination.total).toBe(ids.length);
      return ids.sort();
    }
  }
}

const day = (iso: string | null) => iso?.slice(0, 10) ?? '';
const has = (contact: ContactView, group: number) =>
  contact.groups.some(({ documentId }) => documentId === people.groups[group]);
const value = (contact: ContactView, key: string): unknown => contact.customFields?.[key];
const number = (contact: ContactView, key: string): number => {
  const found = value(contact, key);
  return typeof found === 'number' ? found : Number.NaN;
};
const text = (contact: ContactView, key: string): string => {
  const found = value(contact, key);
  return typeof found === 'string' ? fold(found) : '';
};
const list = (contact: ContactView, key: string): unknown[] => {
  const found = value(contact, key);
  return Array.isArray(found) ? found : [];
};

interface Case {
  query: () => Query;
  matches: (contact: ContactView) => boolean;
}
const group = (index: number) => people.groups[index] ?? '';
const contact = (index: number): ContactView => {
  const found = people.contacts[index];
  if (!found) throw new Error('There are not so many.');
  return found;
};
const field = (condition: string, matches: Case['matches']): Case => ({
  query: () => ({ fields: condition }),
  matches,
});

/** Each key of a filter, said once to the server and once in plain JavaScript. */
const CASES: Record<string, Case> = {
  'any group': {
    query: () => ({ groups: [group(0), group(1)] }),
    matches: (one) => has(one, 0) || has(one, 1),
  },
  'all groups': {
    query: () => ({ groupsAll: [group(0), group(2)] }),
    matches: (one) => has(one, 0) && has(one, 2),
  },
  'no group': { query: () => ({ groupsNone: group(1) }), matches: (one) => !has(one, 1) },
  'any, all and none of groups': {
    query: () => ({ groups: group(0), groupsAll: group(2), groupsNone: group(1) }),
    matches: (one) => has(one, 0) && has(one, 2) && !has(one, 1),
  },
  'a group that does not exist, among all': {
    query: () => ({ groupsAll: [group(0), 'nowhere'] }),
    matches: () => false,
  },
  category: {
    query: () => ({ category: people.categories.slice(0, 2) }),
    matches: (one) => people.categories.slice(0, 2).includes(one.category?.documentId ?? ''),
  },
  source: {
    query: () => ({ source: ['api', 'inbound'] }),
    matches: (one) => one.source === 'api' || one.source === 'inbound',
  },
  'created within whole days': {
    query: () => ({ createdFrom: '2026-01-05', createdTo: '2026-01-09' }),
    matches: (one) => day(one.createdAt) >= '2026-01-05' && day(one.createdAt) <= '2026-01-09',
  },
  'created up to an instant': {
    query: () => ({ createdTo: '2026-01-09T12:00:00+00:00' }),
    matches: (one) => one.createdAt <= '2026-01-09T12:00:00.000Z',
  },
  'status changed': {
    query: () => ({ statusChangedFrom: '2026-01-04', statusChangedTo: '2026-01-10' }),
    matches: (one) =>
      day(one.statusChangedAt) >= '2026-01-04' && day(one.statusChangedAt) <= '2026-01-10',
  },
  'an e-mail address': { query: () => ({ hasEmail: 'yes' }), matches: (one) => !!one.email },
  'no e-mail address': { query: () => ({ hasEmail: 'no' }), matches: (one) => !one.email },
  'a secondary number': {
    query: () => ({ hasSecondary: 'yes' }),
    matches: (one) => !!one.secondaryContact,
  },
  'numbers in any spelling, and unreadable ones': {
    query: () => ({
      numbers: [
        contact(3).primaryContact,
        `0${contact(9).primaryContact.slice(3)}`,
        contact(8).secondaryContact ?? '',
        'no number',
      ],
    }),
    matches: (one) => [3, 8, 9].some((index) => contact(index).documentId === one.documentId),
  },
  'numbers that nobody can read': {
    query: () => ({ numbers: ['x', '12'] }),
    matches: () => false,
  },
  'a text': field('city:is:zürich', (one) => text(one, 'city') === 'zurich'),
  'part of a text': field('city:contains:STRASSE', (one) => text(one, 'city').includes('strasse')),
  'part of a text with Ł': field('city:contains:lod', (one) => text(one, 'city').includes('lod')),
  'a number': field('score:is:1.5', (one) => number(one, 'score') === 1.5),
  'a number from': field('score:from:-1', (one) => number(one, 'score') >= -1),
  'a number to': field('score:to:-0.5', (one) => number(one, 'score') <= -0.5),
  'a date': field('joined:is:2026-03-15', (one) => value(one, 'joined') === '2026-03-15'),
  'a date from': field('joined:from:2026-04-01', (one) => text(one, 'joined') >= '2026-04-01'),
  'a date to': field(
    'joined:to:2026-04-15',
    (one) => text(one, 'joined') !== '' && text(one, 'joined') <= '2026-04-15',
  ),
  yes: field('vip:is:yes', (one) => value(one, 'vip') === true),
  no: field('vip:is:no', (one) => value(one, 'vip') === false),
  'an option': field('size:is:M', (one) => value(one, 'size') === 'M'),
  'some options': field('size:in:["S","L"]', (one) =>
    ['S', 'L'].includes(String(value(one, 'size'))),
  ),
  'one of several choices': field('langs:is:ta', (one) => list(one, 'langs').includes('ta')),
  'any of several choices': field('langs:in:["en","ta"]', (one) =>
    ['en', 'ta'].some((lang) => list(one, 'langs').includes(lang)),
  ),
  'a value': field('langs:filled:', (one) => value(one, 'langs') !== undefined),
  'no value': field('size:empty:', (one) => value(one, 'size') === undefined),
};

const all = (...names: string[]): Case => ({
  query: () =>
    names.reduce<Query>((merged, name) => {
      for (const [key, part] of Object.entries(CASES[name]?.query() ?? {})) {
        merged[key] = [merged[key] ?? [], part].flat();
      }
      return merged;
    }, {}),
  matches: (one) => names.every((name) => CASES[name]?.matches(one)),
});

const expected = ({ matches }: Case, status?: string): string[] =>
  people.contacts
    .filter((one) => (!status || one.contactStatus === status) && matches(one))
    .map(({ documentId }) => documentId)
    .sort();

describe('a filter', () => {
  test.each(Object.entries(CASES))('finds by %s', async (_name, one) => {
    expect(await idsOf(one.query())).toEqual(expected(one));
    expect(await idsOf({ ...one.query(), status: 'active', sort: 'name:asc' })).toEqual(
      expected(one, 'active'),
    );
  });

  test.each([
    [['all groups', 'source', 'an e-mail address']],
    [['no group', 'created within whole days', 'a value']],
    [['status changed', 'no e-mail address', 'category']],
    [['a text', 'a number from', 'yes']],
    [['any of several choices', 'a date from', 'some options', 'a secondary number']],
  ])('holds every one of %j', async (names) => {
    const one = all(...names);
    expect(await idsOf(one.query())).toEqual(expected(one));
    const { body } = await client
      .get(`/contacts-manager/contacts/counts?${textOf(one.query())}`)
      .expect(200);
    for (const status of ['active', 'archived', 'blocked']) {
      expect(body[status]).toEqual({ total: expected(one, status).length, totalIsExact: true });
    }
  });

  test.each([
    ['an unknown field', 'shoe:is:42', 'field.unknown'],
    ['an operator that does not fit', 'vip:contains:y', 'request.invalid'],
    ['a value of another type', 'score:is:many', 'request.invalid'],
    ['an operator that does not exist', 'score:like:1', 'request.invalid'],
    ['a list that is no list', 'size:in:S', 'request.invalid'],
  ])('refuses %s', async (_name, condition, code) => {
    const { body } = await client
      .get(`/contacts-manager/contacts?${textOf({ fields: condition })}`)
      .expect(400);
    expect(body.error.details).toMatchObject({ code: 'request.invalid', errors: [{ code }] });
  });

  test.each(Object.keys(CASES))('changes exactly those that it shows: %s', async (name) => {
    const one = CASES[name];
    if (!one) throw new Error('There is no such case.');
    const filter: ContactFilterInput = { ...one.query() };
    const marker = await client.post('/contacts-manager/groups', { name: `Mark ${name}` });
    const { documentId } = marker.body.data;
    const selection = { kind: 'filter', filter, except: [] };
    const { body } = await client
      .post('/contacts-manager/contacts/bulk', {
        ...{ action: 'add-to-groups', selection, groups: [documentId] },
      })
      .expect(200);
    expect(body.applied).toBe(expected(one).length);
    expect(await idsOf({ groups: documentId })).toEqual(expected(one));
  });

  test('refuses a selection whose filter nobody knows', async () => {
    const selection = { kind: 'filter', filter: { colour: 'red' }, except: [] };
    await client
      .post('/contacts-manager/contacts/bulk', { action: 'archive', selection })
      .expect(400);
  });
});

describe('numbers', () => {
  const NEW = '+919800099001';

  test('that a contact had before find it, and say so', async () => {
    const { documentId, primaryContact } = contact(20);
    const put = (number: string) =>
      client
        .put(`/contacts-manager/contacts/${documentId}`, { primaryContact: number })
        .expect(200);
    await put(NEW);
    for (const search of [primaryContact, primaryContact.slice(3), primaryContact.slice(0, 11)]) {
      const { body } = await client
        .get(`/contacts-manager/contacts?${textOf({ search, pageSize: '100' })}`)
        .expect(200);
      const hit = body.results.find((one: ContactView) => one.documentId === documentId);
      expect(hit).toMatchObject({ primaryContact: NEW, formerNumber: primaryContact });
    }
    expect(await idsOf({ search: primaryContact })).toEqual([documentId]);
    const { body: counts } = await client
      .get(`/contacts-manager/contacts/counts?${textOf({ search: primaryContact })}`)
      .expect(200);
    expect(counts[contact(20).contactStatus]).toEqual({ total: 1, totalIsExact: true });

    await put(primaryContact);
    const { body } = await client
      .get(`/contacts-manager/contacts?${textOf({ search: primaryContact })}`)
      .expect(200);
    expect(body.results).toHaveLength(1);
    expect(body.results[0]).not.toHaveProperty('formerNumber');
    expect(await idsOf({ search: NEW })).toEqual([documentId]);
  });

  test('in a list are answered one by one, in the order asked', async () => {
    const { documentId, primaryContact } = contact(21);
    await client
      .put(`/contacts-manager/contacts/${documentId}`, { primaryContact: '+919800099002' })
      .expect(200);
    const owner = (one: ContactView) => ({
      documentId: one.documentId,
      name: one.name,
      contactStatus: one.contactStatus,
    });
    const numbers = [
      ` ${contact(22).primaryContact.slice(3)} `,
      'tomorrow',
      primaryContact,
      '+44 20 7946 9999',
    ];
    const { body } = await client
      .post('/contacts-manager/contacts/numbers', { numbers })
      .expect(200);
    expect(body.data).toEqual([
      {
        ...{ text: numbers[0], phone: contact(22).primaryContact },
        ...{ contact: owner(contact(22)), formerOwner: null },
      },
      { text: 'tomorrow', phone: null, contact: null, formerOwner: null },
      {
        text: primaryContact,
        phone: primaryContact,
        contact: null,
        formerOwner: owner(contact(21)),
      },
      { text: numbers[3], phone: '+442079469999', contact: null, formerOwner: null },
    ]);
    await client.post('/contacts-manager/contacts/numbers', { numbers: [] }).expect(400);
    await client
      .post('/contacts-manager/contacts/numbers', { numbers: Array(1_001).fill('1') })
      .expect(400);
  });
});

describe('a view', () => {
  const VIEWS = '/contacts-manager/views';
  const add = async (who: Client, body: object): Promise<SavedView> =>
    (await who.post(VIEWS, body).expect(201)).body.data;
  const namesOf = async (who: Client): Promise<string[]> =>
    (await who.get(VIEWS).expect(200)).body.results.map(({ name }: SavedView) => name);

  test('is the search as it was saved', async () => {
    const filter = {
      ...{ status: 'archived', search: 'Person', groups: [group(0)] },
      ...{ fields: ['score:from:2'], hasEmail: 'yes', createdFrom: '2026-01-03' },
    };
    const view = await add(client, {
      ...{ name: 'Mine', filter, sort: 'name:asc', columns: ['name', 'customFields.city'] },
    });
    expect(view).toMatchObject({
      ...{ name: 'Mine', isShared: false, isGroup: false, isMine: true, sort: 'name:asc' },
      columns: ['name', 'customFields.city'],
    });
    expect(view.filter).toEqual(filter);
    const { body } = await client
      .put(`${VIEWS}/${view.documentId}`, { name: 'Renamed', filter: {} })
      .expect(200);
    expect(body.data).toMatchObject({ name: 'Renamed', filter: {}, sort: null, columns: null });
    await client.delete(`${VIEWS}/${view.documentId}`).expect(200);
    await client.delete(`${VIEWS}/${view.documentId}`).expect(404);
  });

  test('is private until somebody who may manage groups shares it', async () => {
    const agent = (await app.signIn('contacts-agent')).client;
    const manager = (await app.signIn('contacts-manager')).client;
    const own = await add(agent, { name: 'Only mine', filter: {} });
    expect(await namesOf(agent)).toContain('Only mine');
    expect(await namesOf(manager)).not.toContain('Only mine');
    await manager.put(`${VIEWS}/${own.documentId}`, { name: 'Taken', filter: {} }).expect(404);
    await manager.delete(`${VIEWS}/${own.documentId}`).expect(404);

    await agent.post(VIEWS, { name: 'All', filter: {}, isShared: true }).expect(403);
    await agent
      .put(`${VIEWS}/${own.documentId}`, { name: 'All', filter: {}, isShared: true })
      .expect(403);
    const shared = await add(manager, { name: 'All', filter: {}, isShared: true });
    expect(await namesOf(agent)).toContain('All');
    await agent.put(`${VIEWS}/${shared.documentId}`, { name: 'Bad', filter: {} }).expect(403);
    await agent.delete(`${VIEWS}/${shared.documentId}`).expect(403);
  });

  test('has a name of its own among those of one person, and among the shared ones', async () => {
    const other = (await app.signIn('contacts-manager')).client;
    await add(client, { name: 'Twice', filter: {} });
    await add(other, { name: 'Twice', filter: {} });
    const { body } = await client.post(VIEWS, { name: ' twice ', filter: {} }).expect(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['name'], code: 'name.taken' }]);
    await add(client, { name: 'Twice', filter: {}, isShared: true });
    await other.post(VIEWS, { name: 'TWICE', filter: {}, isShared: true }).expect(400);
  });

  test('refuses what no list would take', async () => {
    const bad = (body: object) => client.post(VIEWS, body).expect(400);
    await bad({ name: 'Bad', filter: { colour: 'red' } });
    await bad({ name: 'Bad', filter: { fields: ['shoe:is:42'] } });
    await bad({ name: 'Bad', filter: {}, isGroup: true });
    await bad({ name: '', filter: {} });
  });

  test('used as a group has members in every tab, beside other filters and in bulk', async () => {
    const one = await add(client, {
      ...{ name: 'Good scores', isShared: true, isGroup: true },
      filter: { status: 'active', fields: ['score:from:3'] },
    });
    const two = await add(client, {
      ...{ name: 'From the app', isShared: true, isGroup: true },
      filter: { source: 'api', hasEmail: 'yes' },
    });
    const inOne = (who: ContactView) => number(who, 'score') >= 3;
    const inTwo = (who: ContactView) => who.source === 'api' && !!who.email;
    expect(await idsOf({ views: one.documentId })).toEqual(
      expected({ query: () => ({}), matches: inOne }),
    );
    const both = { views: [one.documentId, two.documentId], groupsNone: group(1) };
    const wanted = expected({
      query: () => ({}),
      matches: (who) => (inOne(who) || inTwo(who)) && !has(who, 1),
    });
    expect(await idsOf(both)).toEqual(wanted);
    const { body } = await client
      .post('/contacts-manager/contacts/bulk', {
        ...{ action: 'add-to-groups', groups: [group(0)], dryRun: true },
        selection: { kind: 'filter', filter: both },
      })
      .expect(200);
    expect(Number(body.applied) + Number(body.skippedCount)).toBe(wanted.length);
  });

  test('that is no group, or is gone, has no members', async () => {
    const view = await add(client, { name: 'No group', isShared: true, filter: {} });
    expect(await idsOf({ views: [view.documentId, 'gone'] })).toEqual([]);
  });

  test('used as a group holds no other views', async () => {
    const { body } = await client
      .post(VIEWS, { name: 'Nest', isShared: true, isGroup: true, filter: { views: ['some'] } })
      .expect(400);
    expect(body.error.details.code).toBe('view.nested');
  });
});

test('Each person has columns of their own', async () => {
  const agent = (await app.signIn('contacts-agent')).client;
  const columns = ['name', 'email', 'customFields.city'];
  const read = async (who: Client) => (await who.get('/contacts-manager/preferences')).body.data;
  await agent.put('/contacts-manager/preferences', { columns }).expect(200);
  await agent.put('/contacts-manager/preferences', { columns: 'all' }).expect(400);
  expect(await read(agent)).toEqual({ columns });
  expect(await read(client)).toEqual({ columns: null });
  await agent.put('/contacts-manager/preferences', { columns: null }).expect(200);
  expect(await read(agent)).toEqual({ columns: null });
});
