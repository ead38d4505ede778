import { personAt } from '../factories/people.mjs';
import { rowOf, writeRows } from '../factories/workbook.mjs';

/**
 * The people who are there before, the rows of the file, and what must be in the database afterwards:
 * all of it follows from the number of rows, and nothing of the product is asked for it.
 */

/** @typedef {import('../factories/people.mjs').Person} Person */
/** @typedef {ReturnType<typeof planFile>} Plan */

/** Rows of no effect stand beside these, so that every chunk of the commit has all kinds of rows. */
const NO_EFFECT_EVERY = 50;
const UPDATE_EVERY = 20;
const UNCHANGED_FROM = 10_000_000;
const REPEATED_FROM = 20_000_000;

/** What a row that updates meets: other values in every column, and a group that it must keep. @param {Person} person @returns {Person} */
const earlierSelf = (person) => ({
  ...person,
  name: `${person.name} (old)`,
  category: 'Known',
  secondaryContact: '',
  email: `old.${person.primaryContact.slice(1)}@example.com`,
  groups: ['Known before'],
  notes: 'Known before the import',
});

/** Blank cells never erase, and groups are only added. @param {Person} old @param {Person} row @returns {Person} */
const updated = (old, row) => ({
  ...row,
  secondaryContact: row.secondaryContact || old.secondaryContact,
  email: row.email || old.email,
  groups: [...new Set([...old.groups, ...row.groups])],
  notes: row.notes || old.notes,
});

/**
 * `written` rows that create or update a contact, and one row in 25 more without effect: half of them
 * unchanged, half repeating the number of an earlier row.
 * @param {number} written
 */
export function planFile(written) {
  /** @type {Person[]} */
  const before = [];
  /** @type {Person[]} */
  const rows = [];
  /** @type {Map<string, Person>} by primary number */
  const after = new Map();
  const counts = { total: 0, create: 0, update: 0, unchanged: 0, skip: 0, reject: 0 };
  const keep = (/** @type {Person} */ person) => after.set(person.primaryContact, person);

  for (let index = 0; index < written; index += 1) {
    const person = personAt(index);
    rows.push(person);
    if (index % UPDATE_EVERY === 3) {
      const old = earlierSelf(person);
      before.push(old);
      keep(updated(old, person));
      counts.update += 1;
    } else {
      keep(person);
      counts.create += 1;
    }
    if (index % NO_EFFECT_EVERY === 10) {
      const same = personAt(UNCHANGED_FROM + index);
      before.push(same);
      rows.push(same);
      keep(same);
      counts.unchanged += 1;
    }
    if (index % NO_EFFECT_EVERY === 30) {
      const { primaryContact } = person;
      rows.push({ ...personAt(REPEATED_FROM + index), primaryContact, secondaryContact: '' });
      counts.reject += 1;
    }
  }
  counts.total = rows.length;
  return { before, rows, after, counts };
}

/** @param {string} file @param {Person[]} people */
export const writePeople = (file, people) => writeRows(file, people.map(rowOf));
