import { COMMON_NAME, FIRST_NAMES, LAST_NAMES, personOf, RARE_NAME } from './people.mjs';
import { SEEDED } from './seed.mjs';

/**
 * What the list is asked for. A search that had too many hits to count is remembered for a minute, so
 * each case asks for as many different texts as it can; `ask` gives the address of one round.
 * @typedef {{
 *   what: string, aim: number, ask: (round: number) => string, rounds?: number, warmUp?: number,
 *   by?: 'application', isSearch?: true,
 * }} ListCase `aim`: at most this many milliseconds in 95 of 100 answers; asked through the admin API
 *   unless `by` says otherwise
 * @typedef {{ rows: number, category: string, largeGroup: string, smallGroup: string, farPage: number,
 *   nextCursor: string, previousCursor: string }} Seen documentIds, and cursors of the far page
 */

const PAGE = 30;
const FAR_PAGE = 120;
const COUNT = 100;
/** Of a list of texts, the last ones warm up: the measured rounds ask for each other one once. */
const WARM_UP = 5;

/** @param {Record<string, string>} query */
const listOf = (query) => `/contacts-manager/contacts?${new URLSearchParams(query)}`;

/** @param {string} what @param {Record<string, string>} query @param {number} [aim] @returns {ListCase} */
const page = (what, query, aim = PAGE) => ({ what, aim, ask: () => listOf(query) });

/**
 * @param {string} what @param {readonly string[]} texts
 * @param {(text: string) => string} [ask]
 * @param {Partial<ListCase>} [more]
 * @returns {ListCase}
 */
const search = (
  what,
  texts,
  ask = (text) => listOf({ status: 'active', search: text }),
  more = {},
) => {
  const warmUp = Math.min(WARM_UP, Math.floor(texts.length / 4));
  return {
    what,
    aim: PAGE,
    isSearch: true,
    ask: (round) => ask(texts[(round + texts.length) % texts.length] ?? ''),
    ...(texts.length >= 20 && { rounds: texts.length - warmUp, warmUp }),
    ...more,
  };
};

/** @param {Seen} seen @returns {ListCase[]} */
const pages = ({ farPage, nextCursor, previousCursor }) => {
  const far = `page ${farPage.toLocaleString('en')}`;
  return [
    page('first page of Active', { status: 'active' }),
    page('first page of Archived', { status: 'archived' }),
    page('first page of Blocked', { status: 'blocked' }),
    page('first page of all', {}),
    page('first page of Active by name', { status: 'active', sort: 'name:asc' }),
    page(`${far} of 25 rows`, { status: 'active', page: String(farPage) }, FAR_PAGE),
    page(`the page behind ${far}, by cursor`, { status: 'active', cursor: nextCursor }),
    page(`the page before ${far}, by cursor`, { status: 'active', cursor: previousCursor }),
  ];
};

/** @param {Seen} seen @returns {ListCase[]} */
const filters = ({ category, largeGroup, smallGroup }) => [
  page('category', { status: 'active', category }),
  page('group with half of all', { status: 'active', groups: largeGroup }),
  page('group with one in 24', { status: 'active', groups: smallGroup }),
  page('category and group', { status: 'active', category, groups: largeGroup }),
  page('category in Blocked', { status: 'blocked', category }),
  page('group and a common name', { status: 'active', groups: smallGroup, search: COMMON_NAME }),
];

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Of another alphabet than all the people's. */
const STRANGE = [...'абвгдежзиклмнопрстуфхцчшщэюя'];
const STARTS = [...new Set([...FIRST_NAMES, ...LAST_NAMES].map((name) => name.slice(0, 2)))];
const NOBODY = LETTERS.map((letter) => `xq${letter}zzy`);

/** Different people, spread over all. @param {number} rows @param {number} count */
const somePeople = (rows, count) =>
  Array.from({ length: count }, (_, position) =>
    personOf(Math.floor((rows / count) * position), SEEDED),
  );

/** @param {Seen} seen @returns {ListCase[]} */
const searches = ({ rows }) => {
  const people = somePeople(rows, 45);
  const phones = people.map((person) => person.primaryContact.slice(1));
  const emails = people.flatMap(({ email }) => email ?? []);
  return [
    search('one letter, common', LETTERS),
    search('one letter, none', STRANGE),
    search('two letters, common', STARTS),
    search('two letters, rare', ['qu']),
    search(
      'two letters, none',
      STRANGE.map((letter) => `ю${letter}`),
    ),
    search('three and more letters, common', FIRST_NAMES),
    search('three and more letters, rare', [RARE_NAME, RARE_NAME.slice(0, 3), 'coatl']),
    search('three and more letters, none', NOBODY),
    search(
      'first name and last name',
      FIRST_NAMES.map((name, position) => `${name} ${LAST_NAMES[position % LAST_NAMES.length]}`),
    ),
    search(
      'three digits',
      phones.map((digits) => digits.slice(5, 8)),
    ),
    search(
      'six digits',
      phones.map((digits) => digits.slice(6, 12)),
    ),
    search('a whole number', phones),
    search('a whole e-mail address', emails),
    search(
      'start of an e-mail address',
      emails.map((email) => email.slice(0, email.indexOf('@') - 1)),
    ),
    search('a domain of most addresses', ['example.com', '@example', 'example']),
  ];
};

/** @param {string} text */
const quickSearch = (text) =>
  `/api/contacts?${new URLSearchParams({ _q: text, 'pagination[pageSize]': '25' })}`;

/** @param {Seen} seen @returns {ListCase[]} */
const quickSearches = ({ rows }) => {
  const phones = somePeople(rows, 45).map(({ primaryContact }) => primaryContact);
  const rest = /** @type {const} */ ({ by: 'application' });
  return [
    search('REST _q, two letters, common', STARTS, quickSearch, rest),
    search('REST _q, common', LAST_NAMES, quickSearch, rest),
    search('REST _q, rare', [RARE_NAME], quickSearch, rest),
    search('REST _q, none', NOBODY, quickSearch, rest),
    search(
      'REST _q, six digits',
      phones.map((phone) => phone.slice(7)),
      quickSearch,
      rest,
    ),
    search('REST _q, a whole number', phones, quickSearch, rest),
  ];
};

/** @param {Record<string, string>} query */
const countsOf = (query) => `/contacts-manager/contacts/counts?${new URLSearchParams(query)}`;

/** @param {Seen} seen @returns {ListCase[]} */
const counts = ({ category, largeGroup }) => {
  const of = (/** @type {string} */ what, /** @type {Record<string, string>} */ query) => ({
    what: `counts of every tab, ${what}`,
    aim: COUNT,
    ask: () => countsOf(query),
  });
  const ask = (/** @type {string} */ text) => countsOf({ search: text });
  return [
    of('no filter', {}),
    of('category', { category }),
    of('group with half of all', { groups: largeGroup }),
    of('category and group', { category, groups: largeGroup }),
    of('rare name', { search: RARE_NAME }),
    search('counts of every tab, common name', LAST_NAMES, ask, { aim: COUNT }),
    search('counts of every tab, two letters', STARTS, ask, { aim: COUNT }),
  ];
};

/** @param {Seen} seen @returns {ListCase[]} */
export const listCases = (seen) => [
  ...pages(seen),
  ...filters(seen),
  ...searches(seen),
  ...quickSearches(seen),
  ...counts(seen),
];
