import { phoneOf } from '../people.mjs';

/** One in twenty repeats a number before it in another spelling, and one in twenty cannot be right. */
const EVERY = 20;
const SPELL = (/** @type {string} */ number) =>
  `00${number.slice(1, 3)} ${number.slice(3, 8)}-${number.slice(8)}`;

export const CATEGORIES = ['Student', 'Lead', 'Customer', 'Partner'];
export const GROUPS = ['Newsletter', 'Choir', 'Parents', 'Alumni'];

/** @typedef {{ name: string, primaryContact: string, email: string, notes: string, category: string, groups: string }} PeerRow */
/** @typedef {'good' | 'repeated' | 'bad number' | 'no name' | 'bad e-mail'} Kind */

const BAD = /** @type {const} */ (['bad number', 'no name', 'bad e-mail']);

/** @param {number} index @returns {Kind} */
export const kindOf = (index) => {
  if (index % EVERY === EVERY - 1) return 'repeated';
  if (index % EVERY === EVERY / 2) return BAD[Math.floor(index / EVERY) % BAD.length] ?? 'good';
  return 'good';
};

/** @param {number} index @returns {PeerRow} */
function rowOf(index) {
  const kind = kindOf(index);
  const number = phoneOf(index);
  const numbers = {
    repeated: SPELL(phoneOf(index - (EVERY - 1))),
    'bad number': `12${String(index).padStart(4, '0')}`,
  };
  return {
    name: kind === 'no name' ? '' : `Person ${index}`,
    primaryContact: kind === 'repeated' || kind === 'bad number' ? numbers[kind] : number,
    email: kind === 'bad e-mail' ? 'no address' : `person${index}@example.com`,
    notes: index % 5 === 0 ? 'Met at the fair' : '',
    category: CATEGORIES[index % CATEGORIES.length] ?? '',
    groups: GROUPS[index % GROUPS.length] ?? '',
  };
}

/** @param {number} rows */
export const peerRows = (rows) => Array.from({ length: rows }, (_, index) => rowOf(index));

/** The same rows without what stands for other records. @param {PeerRow[]} rows */
export const withoutNames = (rows) =>
  rows.map(({ name, primaryContact, email, notes }) => ({ name, primaryContact, email, notes }));

/** How many there are of each kind. @param {number} rows */
export function countKinds(rows) {
  /** @type {Record<Kind, number>} */
  const counts = { good: 0, repeated: 0, 'bad number': 0, 'no name': 0, 'bad e-mail': 0 };
  for (let index = 0; index < rows; index += 1) counts[kindOf(index)] += 1;
  return counts;
}
