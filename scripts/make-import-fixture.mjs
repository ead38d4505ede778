/**
 * Writes tests/fixtures/import-10k.xlsx and, beside it, what an import of it must come to. The expected
 * figures follow from how the rows are made; nothing of the product is asked for them.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  personAt,
  primaryPhoneAt,
  scramble,
  secondaryPhoneAt,
} from '../tests/factories/people.mjs';
import { rowOf, writeRows } from '../tests/factories/workbook.mjs';

const FIXTURES = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'tests', 'fixtures');
const ROWS = 10_000;
const SEEDS = 240;
const FIRST_SEED = 5_000_000;
const FIRST_ROW = 6_000_000;
const KNOWN_CATEGORIES = ['Inbound', 'Student', 'Lead'];
const KNOWN_GROUPS = ['Choir', 'Newsletter', 'Pickup, North'];
const COUNTRY_OF = { 91: 'IN', 55: 'BR', 25: 'KE', 34: 'ES', 62: 'ID' };

/**
 * @typedef {object} PlannedRow
 * @property {number} key where in the file, 0–1
 * @property {import('../tests/factories/people.mjs').Person} person
 * @property {string | number} phone the primary number as it is spelled in the cell
 * @property {'create' | 'skip' | 'reject'} decision
 * @property {string} [code] of the one problem that rejected rows have
 */

/** @type {PlannedRow[]} */
const rows = [];
let nextIndex = FIRST_ROW;
const random = () => scramble(nextIndex + rows.length * 31) / 2 ** 32;

/** @param {Partial<PlannedRow['person']>} [more] @returns {PlannedRow['person']} */
const newPerson = (more = {}) => ({ ...personAt((nextIndex += 1)), secondaryContact: '', ...more });

/** @param {PlannedRow['person']} person @param {Partial<PlannedRow>} [more] */
function add(person, more = {}) {
  const row = { key: random(), person, phone: spell(person.primaryContact), ...more };
  rows.push({ ...row, decision: more.decision ?? 'create' });
  return row;
}

/** @param {PlannedRow['person']} person @param {string} code @param {Partial<PlannedRow>} [more] */
const addProblem = (person, code, more = {}) => add(person, { ...more, decision: 'reject', code });

/** One row in five has a number cell, as spreadsheets make of typed digits. @param {string} phone */
function spell(phone) {
  const kind = scramble(nextIndex) % 10;
  if (kind < 2) return Number(phone.slice(1));
  if (kind === 2) return `00${phone.slice(1)}`;
  if (kind === 3) return `${phone.slice(0, 3)} ${phone.slice(3, 8)}-${phone.slice(8)}`;
  return phone;
}

/** @param {number} times @param {(index: number) => void} step */
const repeat = (times, step) => Array.from({ length: times }, (_, index) => step(index));

/** Later in the file than another row. @param {{ key: number }} row */
const after = (row) => row.key + (1 - row.key) * (0.001 + 0.998 * random());

const seeds = Array.from({ length: SEEDS }, (_, at) => ({
  name: personAt(FIRST_SEED + at).name,
  primaryContact: primaryPhoneAt(FIRST_SEED + at),
  secondaryContact: at < 60 ? secondaryPhoneAt(FIRST_SEED + at) : null,
}));

function addBadNumbers() {
  const bad = (/** @type {string | number} */ phone, /** @type {string} */ code) =>
    addProblem(newPerson(), code, { phone });
  repeat(40, (at) => bad(`+91 98765 ${at}`, 'phone.invalid'));
  repeat(10, () => bad('ask her mother', 'phone.invalid'));
  repeat(10, (at) => bad(`98765 4${3_210 + at}`, 'phone.country-code-missing'));
  repeat(15, (at) => bad(`9.1${9_870 + at}E+11`, 'phone.truncated'));
  repeat(10, (at) => bad(1_234_567_890_123_450 + at * 10, 'phone.truncated'));
  repeat(15, () => bad('', 'phone.required'));
}

function addOtherProblems() {
  repeat(20, () => addProblem(newPerson({ email: 'no-address' }), 'email.invalid'));
  repeat(10, () => addProblem(newPerson({ name: '' }), 'name.invalid'));
  repeat(10, () => {
    const person = newPerson();
    addProblem({ ...person, secondaryContact: person.primaryContact }, 'phone.same-as-primary');
  });
}

function addExisting() {
  const seedAt = (/** @type {number} */ at) => /** @type {(typeof seeds)[number]} */ (seeds[at]);
  repeat(200, (at) => {
    add(newPerson({ primaryContact: seedAt(at).primaryContact }), { decision: 'skip' });
  });
  repeat(40, (at) => {
    const phone = seedAt(at).secondaryContact ?? '';
    addProblem(newPerson({ primaryContact: phone }), 'phone.taken');
  });
  repeat(20, (at) => {
    const phone = seedAt(200 + at).primaryContact;
    addProblem(newPerson({ secondaryContact: phone }), 'phone.taken');
  });
}

function addRepeats() {
  repeat(100, () => {
    const first = add(newPerson());
    const again = newPerson({ primaryContact: first.person.primaryContact });
    addProblem(again, 'phone.repeated', { key: after(first) });
  });
  repeat(30, () => {
    const first = add(newPerson({ secondaryContact: secondaryPhoneAt(nextIndex) }));
    const again = newPerson({ primaryContact: first.person.secondaryContact });
    addProblem(again, 'phone.repeated', { key: after(first) });
  });
  repeat(20, () => {
    const first = add(newPerson());
    const again = newPerson({ secondaryContact: first.person.primaryContact });
    addProblem(again, 'phone.repeated', { key: after(first) });
  });
  // The first row has a problem of its own, so the second one wins the number.
  repeat(10, () => {
    const person = newPerson({ email: 'no-address' });
    const broken = addProblem(person, 'email.invalid');
    add({ ...person, email: '' }, { key: after(broken) });
  });
}

function addNewPeople() {
  while (rows.length < ROWS) {
    const hasSecond = rows.length % 4 === 0;
    add(newPerson({ secondaryContact: hasSecond ? secondaryPhoneAt(nextIndex + 1) : '' }));
  }
}

/** @param {Iterable<string>} keys @returns {Record<string, number>} */
function countEach(keys) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** @param {Record<string, number>} counts @param {string[]} known */
const newNamesOf = (counts, known) =>
  Object.fromEntries(Object.entries(counts).filter(([name]) => !known.includes(name)));

function expectedFigures() {
  const created = rows.filter(({ decision }) => decision === 'create');
  const accepted = rows.filter(({ decision }) => decision !== 'reject');
  const rejected = rows.filter(({ decision }) => decision === 'reject');
  const assumed = accepted.filter(({ phone }) => typeof phone === 'number');
  const zeros = { total: rows.length, create: 0, update: 0, unchanged: 0, skip: 0 };
  const skip = accepted.length - created.length;
  return {
    counts: { ...zeros, create: created.length, skip, reject: rejected.length },
    rejectByCode: countEach(rejected.map(({ code }) => code ?? '')),
    newNames: {
      categories: newNamesOf(
        countEach(created.map(({ person }) => person.category)),
        KNOWN_CATEGORIES,
      ),
      groups: newNamesOf(countEach(created.flatMap(({ person }) => person.groups)), KNOWN_GROUPS),
    },
    assumedInternational: countEach(
      assumed.map(
        ({ phone }) =>
          COUNTRY_OF[/** @type {keyof typeof COUNTRY_OF} */ (Number(String(phone).slice(0, 2)))],
      ),
    ),
    secondUpload: { ...zeros, skip: accepted.length, reject: rejected.length },
  };
}

/** Number cells and how they must be read, from all over the file. */
const numberCells = () =>
  rows.flatMap(({ decision, phone, person }, at) =>
    decision === 'create' && typeof phone === 'number' && at % 97 === 0
      ? [{ row: at + 2, primaryContact: person.primaryContact }]
      : [],
  );

addBadNumbers();
addOtherProblems();
addExisting();
addRepeats();
addNewPeople();
rows.sort((a, b) => a.key - b.key);

await mkdir(FIXTURES, { recursive: true });
await writeRows(
  path.join(FIXTURES, 'import-10k.xlsx'),
  rows.map(({ person, phone }) => {
    const cells = rowOf(person);
    return [...cells.slice(0, 2), phone, ...cells.slice(3)];
  }),
);
const fixture = {
  options: { existing: 'skip', unknownNames: 'create', country: '' },
  before: { categories: KNOWN_CATEGORIES, groups: KNOWN_GROUPS, contacts: seeds },
  expected: expectedFigures(),
  numberCells: numberCells(),
};
await writeFile(path.join(FIXTURES, 'import-10k.json'), `${JSON.stringify(fixture, null, 1)}\n`);
console.log(fixture.expected);
