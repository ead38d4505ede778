import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { ContactFilterInput } from '../../plugins/contacts-manager/shared/filter';
import { fold } from '../../plugins/contacts-manager/shared/text';
import { addFindablePeople, type People } from '../factories/findable-people';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { matchingIds, queryString, type Query } from '../helpers/contact-queries';
import { ROOT } from '../helpers/directory';
import { settingsOf } from '../helpers/settings';

let app: TestApp;
let client: Client;
let people: People;
beforeAll(async () => {
  app = await createApp({ env: { CONTACTS_DEFAULT_COUNTRY: 'IN' } });
  client = (await app.signIn('strapi-super-admin')).client;
  people = await addFindablePeople(app, client, 240);
});
afterAll(() => app.close());

const settings = settingsOf(() => client);
const idsOf = (query: Query) => matchingIds(client, query);

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
      .get(`${ROOT}/contacts/counts?${queryString(one.query())}`)
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
      .get(`${ROOT}/contacts?${queryString({ fields: condition })}`)
      .expect(400);
    expect(body.error.details).toMatchObject({ code: 'request.invalid', errors: [{ code }] });
  });

  test.each(Object.keys(CASES))('changes exactly those that it shows: %s', async (name) => {
    const one = CASES[name];
    if (!one) throw new Error('There is no such case.');
    const filter: ContactFilterInput = { ...one.query() };
    const marker = await client.post(`${ROOT}/groups`, { name: `Mark ${name}` });
    const { documentId } = marker.body.data;
    const selection = { kind: 'filter', filter, except: [] };
    const { body } = await client
      .post(`${ROOT}/contacts/bulk`, {
        ...{ action: 'add-to-groups', selection, groups: [documentId] },
      })
      .expect(200);
    expect(body.applied).toBe(expected(one).length);
    expect(await idsOf({ groups: documentId })).toEqual(expected(one));
  });

  test('refuses a selection whose filter nobody knows', async () => {
    const selection = { kind: 'filter', filter: { colour: 'red' }, except: [] };
    await client.post(`${ROOT}/contacts/bulk`, { action: 'archive', selection }).expect(400);
  });
});

describe('numbers', () => {
  const NEW = '+919800099001';

  test('that a contact had before find it, and say so', async () => {
    const { documentId, primaryContact } = contact(20);
    const put = (number: string) =>
      client.put(`${ROOT}/contacts/${documentId}`, { primaryContact: number }).expect(200);
    await put(NEW);
    for (const search of [primaryContact, primaryContact.slice(3), primaryContact.slice(0, 11)]) {
      const { body } = await client
        .get(`${ROOT}/contacts?${queryString({ search, pageSize: '100' })}`)
        .expect(200);
      const hit = body.results.find((one: ContactView) => one.documentId === documentId);
      expect(hit).toMatchObject({ primaryContact: NEW, formerNumber: primaryContact });
    }
    expect(await idsOf({ search: primaryContact })).toEqual([documentId]);
    const { body: counts } = await client
      .get(`${ROOT}/contacts/counts?${queryString({ search: primaryContact })}`)
      .expect(200);
    expect(counts[contact(20).contactStatus]).toEqual({ total: 1, totalIsExact: true });

    await put(primaryContact);
    const { body } = await client
      .get(`${ROOT}/contacts?${queryString({ search: primaryContact })}`)
      .expect(200);
    expect(body.results).toHaveLength(1);
    expect(body.results[0]).not.toHaveProperty('formerNumber');
    expect(await idsOf({ search: NEW })).toEqual([documentId]);
  });

  test('are found in the spellings of their own country', async () => {
    const { documentId, primaryContact } = contact(30);
    const rename = (number: string) =>
      client.put(`${ROOT}/contacts/${documentId}`, { primaryContact: number }).expect(200);
    const country = (defaultCountry: string) => settings.change({ defaultCountry });
    const spellings: [stored: string, country: string, ...searches: string[]][] = [
      ['+442079460018', 'IN', '+44 (0)20 7946 0018', 'tel:+442079460018', '0044 (0)20 7946'],
      ['+79123456789', 'RU', '8 912 345-67-89', 'whatsapp:79123456789', '8 (912) 345–67–89'],
      ['+36201234567', 'HU', '06 20 123 4567'],
      ['+390612345678', 'IT', '+39 (0)6 1234 5678', '06 1234 5678'],
    ];
    for (const [stored, home, ...searches] of spellings) {
      await rename(stored);
      await country(home);
      for (const search of searches) expect(await idsOf({ search })).toEqual([documentId]);
      const [only = ''] = searches;
      const counts = `${ROOT}/contacts/counts?${queryString({ search: only })}`;
      const { body } = await client.get(counts).expect(200);
      expect(body[contact(30).contactStatus]).toEqual({ total: 1, totalIsExact: true });
    }
    // Of the former numbers, too.
    await country('RU');
    const former = await client
      .get(`${ROOT}/contacts?${queryString({ search: '8 912 345-67-89' })}`)
      .expect(200);
    expect(former.body.results).toMatchObject([{ documentId, formerNumber: '+79123456789' }]);
    await country('IN');
    await rename(primaryContact);
  });

  test('in a list are answered one by one, in the order asked', async () => {
    const { documentId, primaryContact } = contact(21);
    await client
      .put(`${ROOT}/contacts/${documentId}`, { primaryContact: '+919800099002' })
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
    const { body } = await client.post(`${ROOT}/contacts/numbers`, { numbers }).expect(200);
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
    await client.post(`${ROOT}/contacts/numbers`, { numbers: [] }).expect(400);
    await client.post(`${ROOT}/contacts/numbers`, { numbers: Array(1_001).fill('1') }).expect(400);
  });
});
