/**
 * Writes database/demo/demo-contacts.xlsx, the fictional people of the demo, and the facts that the
 * browser tests look for in tests/fixtures/demo-people.json. The same people at every run.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { COUNTRIES } from './lib/demo-names.mjs';

/** @typedef {{ name: string, latin: string, country: import('libphonenumber-js/max').CountryCode }} Identity */
/** @typedef {{ name: string, category: string, primaryContact: string, secondaryContact: string, email: string, groups: string[], notes: string }} Person */

const PEOPLE = 2_000;
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const WORKBOOK = path.join(ROOT, 'database', 'demo', 'demo-contacts.xlsx');
const FACTS = path.join(ROOT, 'tests', 'fixtures', 'demo-people.json');
const HEADERS = 'Name, Category, Primary Contact, Secondary Contact, Email, Groups, Notes'.split(
  ', ',
);

/** A school and the shop beside it: which groups the people of each category are in. */
const GROUPS_OF = {
  Student: [
    ...['Degree 2026', 'Degree 2027', 'Degree 2028', 'Certificate course', 'Short course'],
    ...['Evening course', 'Scholarship', 'Exchange students', 'Hostel', 'Sports club', 'Choir'],
    ...['Library', 'Careers fair'],
  ],
  Customer: [
    ...['Loyalty card', 'Spring sale', 'Workshops', 'Newsletter'],
    ...['Pickup, city centre', 'Returns'],
  ],
  Lead: ['Prospective students', 'Open day', 'Newsletter', 'Spring sale'],
  Parent: ["Parents' council", 'Newsletter', 'Open day'],
  Alumni: ['Alumni network', 'Newsletter', 'Careers fair'],
  Inbound: ['Newsletter'],
  Supplier: ['Wholesale'],
  Staff: ['Staff room', 'Choir'],
};
const CATEGORIES = /** @type {(keyof typeof GROUPS_OF)[]} */ (Object.keys(GROUPS_OF));
/** Of 100 people, in the order above. */
const SHARES = [34, 22, 14, 10, 8, 6, 3, 3];

const NOTES = [
  'Prefers messages in the evening.',
  'Asked for the brochure of the evening course.',
  'Pays by invoice.',
  'Speaks little English; write short sentences.',
  'Met at the open day.\nWants to visit again with a friend.',
  'Second number is for emergencies only.',
  'Returned a pair of boots in March.',
  'Sings in the choir & plays the flute.',
];

/** North American numbers with 555-01xx are reserved for fiction. */
const FICTIONAL_AREAS = ['202', '303', '312', '404', '415', '503', '602', '617', '702', '808'];

/** Mulberry32: small, and the same numbers on every machine. */
let state = 20_261;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** @param {number} size */
const below = (size) => Math.floor(random() * size);

/** @template T @param {readonly T[]} list @returns {T} */
const pick = (list) => /** @type {T} */ (list[below(list.length)]);

/** @param {string} form `native/Latin`, or one form for both */
function splitForm(form) {
  const [native = '', latin = native] = form.split('/');
  return { native, latin: asciiOf(latin) };
}

/** @param {string} text */
const asciiOf = (text) =>
  text
    .normalize('NFD')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();

/** Every pair of given and family name of a country, shuffled. @param {import('./lib/demo-names.mjs').Country} country */
function identitiesOf({ code, first, last, order = '' }) {
  /** @type {Identity[]} */
  const identities = [];
  for (const given of first.split(' ').map(splitForm)) {
    for (const family of last.split(' ').map(splitForm)) {
      const names = order ? [family, given] : [given, family];
      identities.push({
        name: names.map(({ native }) => native).join(order.includes('joined') ? '' : ' '),
        latin: `${given.latin}.${family.latin}`,
        country: /** @type {import('libphonenumber-js/max').CountryCode} */ (code),
      });
    }
  }
  for (let last = identities.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [identities[last], identities[other]] = [
      /** @type {Identity} */ (identities[other]),
      /** @type {Identity} */ (identities[last]),
    ];
  }
  return identities;
}

/** @type {Set<string>} */
const usedNumbers = new Set();

/** A valid mobile number that nobody else has. @param {Identity['country']} country @returns {string} */
function newNumber(country) {
  const example = country === 'US' ? undefined : getExampleNumber(country, examples)?.number;
  const digits = (/** @type {number} */ count) => String(below(10 ** count)).padStart(count, '0');
  const number = example
    ? `${example.slice(0, -5)}${digits(5)}`
    : `+1${pick(FICTIONAL_AREAS)}55501${digits(2)}`;
  const isFree = !usedNumbers.has(number) && parsePhoneNumberFromString(number)?.isValid();
  if (!isFree) return newNumber(country);
  usedNumbers.add(number);
  return number;
}

/** Half of the people write their number with spaces. @param {string} number */
const spell = (number) =>
  random() < 0.5 ? number : (parsePhoneNumberFromString(number)?.formatInternational() ?? number);

function pickCategory() {
  let share = below(100);
  const at = SHARES.findIndex((size) => (share -= size) < 0);
  return /** @type {keyof typeof GROUPS_OF} */ (CATEGORIES[at]);
}

/** @param {Identity} identity @param {number} index @returns {Person} */
function personOf({ name, latin, country }, index) {
  const category = pickCategory();
  const groups = GROUPS_OF[category];
  const count = Math.min(groups.length, below(4));
  const domain = pick(['example.com', 'example.org', 'example.net']);
  return {
    name,
    category,
    primaryContact: spell(newNumber(country)),
    secondaryContact: random() < 0.12 ? spell(newNumber(country)) : '',
    email: random() < 0.75 ? `${latin}${index % 97}@${domain}` : '',
    groups: [...new Set(Array.from({ length: count }, () => pick(groups)))],
    notes: random() < 0.15 ? pick(NOTES) : '',
  };
}

/** People whose name, number and address nobody else comes near, for the search of the browser tests. */
const NAMED = [
  {
    ...{ name: 'Zephyrine Okonkwo-Lindqvist', nameFragment: 'zephyr' },
    ...{ primaryContact: '+234 802 196 4073', lastSixDigits: '964073' },
    ...{ email: 'z.okonkwo-lindqvist@example.org', emailFragment: 'okonkwo-lindqvist@' },
    ...{ category: 'Student', groups: ['Degree 2026', 'Choir'] },
  },
  {
    ...{ name: 'Ødegård Quillfeather', nameFragment: 'quillfea' },
    ...{ primaryContact: '+46 70 858 31 96', lastSixDigits: '583196' },
    ...{ email: 'bookbinder.q@example.com', emailFragment: 'bookbinder' },
    ...{ category: 'Customer', groups: ['Pickup, city centre', 'Workshops'] },
  },
  {
    ...{ name: 'Xiomara Vandersloot', nameFragment: 'vandersl' },
    ...{ primaryContact: '+52 222 907 3158', lastSixDigits: '073158' },
    ...{ email: 'lighthouse.keeper@example.net', emailFragment: 'lighthouse' },
    ...{ category: 'Alumni', groups: ['Alumni network', 'Newsletter'] },
  },
];

function makePeople() {
  for (const { primaryContact } of NAMED) usedNumbers.add(primaryContact.replaceAll(' ', ''));
  const identities = COUNTRIES.map(identitiesOf);
  /** @type {Person[]} */
  const people = NAMED.map(({ name, category, primaryContact, email, groups }) => ({
    ...{ name, category, primaryContact, secondaryContact: '', email, groups, notes: '' },
  }));
  for (let index = 0; people.length < PEOPLE; index += 1) {
    const identity = identities[index % identities.length]?.[Math.floor(index / identities.length)];
    if (identity) people.push(personOf(identity, index));
  }
  return people;
}

/** @param {Person[]} people */
function assertUniqueFragments(people) {
  const texts = people.map(({ name, email, primaryContact, secondaryContact }) =>
    [name, email, primaryContact.replace(/\D/g, ''), secondaryContact.replace(/\D/g, '')]
      .join(' ')
      .toLowerCase(),
  );
  for (const { name, nameFragment, lastSixDigits, emailFragment } of NAMED) {
    for (const fragment of [nameFragment, lastSixDigits, emailFragment]) {
      const hits = texts.filter((text) => text.includes(fragment)).length;
      if (hits !== 1) throw new Error(`"${fragment}" of ${name} is found ${hits} times`);
    }
  }
}

/** @param {string} name */
const quoteGroup = (name) => (/[",]/.test(name) ? `"${name}"` : name);

/** @param {Person[]} people */
async function writeWorkbook(people) {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date('2026-01-01T00:00:00Z');
  const sheet = workbook.addWorksheet('Contacts', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [30, 14, 22, 22, 34, 40, 44].map((width, column) => ({
    width,
    style: column === 2 || column === 3 ? { numFmt: '@' } : {},
  }));
  sheet.addRow(HEADERS).font = { bold: true };
  for (const { groups, ...person } of people) {
    const { name, category, primaryContact, secondaryContact, email, notes } = person;
    const cells = [name, category, primaryContact, secondaryContact, email];
    sheet.addRow([...cells, groups.map(quoteGroup).join(', '), notes].map((cell) => cell || null));
  }
  await mkdir(path.dirname(WORKBOOK), { recursive: true });
  await workbook.xlsx.writeFile(WORKBOOK);
}

/** @param {Person[]} people */
async function writeFacts(people) {
  const distinct = (/** @type {string[]} */ names) => [...new Set(names)].sort();
  const facts = {
    total: people.length,
    categories: distinct(people.map(({ category }) => category)),
    groups: distinct(people.flatMap(({ groups }) => groups)),
    named: NAMED,
  };
  await mkdir(path.dirname(FACTS), { recursive: true });
  await writeFile(FACTS, `${JSON.stringify(facts, null, 2)}\n`);
  return facts;
}

const people = makePeople();
assertUniqueFragments(people);
await writeWorkbook(people);
const { total, categories, groups } = await writeFacts(people);
console.log(`${total} people, ${categories.length} categories, ${groups.length} groups`);
