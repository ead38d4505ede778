/**
 * Made-up people, the same for the same index in every run: benchmarks search for names they know to be
 * rare or common, and new people never share a number with those that are seeded.
 */

export const FIRST_NAMES = (
  'Asha Ravi Meera Arjun Fatima Omar Lucia Mateo Sofia Liam Emma Noah Chloe Hugo Ines Tomas Anna Jonas ' +
  'Yuki Haruto Mei Wei Linh Minh Siti Budi Amina Kofi Zainab Tunde Grace David Maria Jose Ana Pedro ' +
  'Ingrid Lars Olga Ivan Katya Dmitri Elena Nikos Eleni Ahmed Layla Yusuf Leila Hassan'
).split(' ');
export const LAST_NAMES = (
  'Rao Sharma Patel Iyer Khan Hussain Garcia Lopez Martin Silva Santos Costa Muller Schmidt Weber Novak ' +
  'Tanaka Sato Chen Wang Nguyen Tran Wijaya Santoso Mensah Okafor Adeyemi Kamau Smith Jones Brown Wilson ' +
  'Hansen Nilsson Ivanov Petrov Papadopoulos Haddad Farouk Rahman Das Gupta Nair Menon Reddy Joshi Mehta ' +
  'Kapoor Bose Dutta'
).split(' ');
const MIDDLE = 'abcdefghijklmnopqrstuvwxyz';

/** A word that exactly one in 100,000 of these people carries in the name, and one that one in 50 does. */
export const RARE_NAME = 'Quetzalcoatl';
export const COMMON_NAME = 'Asha';
const RARE_EVERY = 100_000;

const SUBSCRIBERS = 100_000_000;
/** Spreads indexes over all subscriber numbers: odd and no multiple of 5, so no two indexes meet. */
const SPREAD = 61_803_399;

/** @param {string} prefix @param {number} index */
const number = (prefix, index) =>
  prefix + String(Number((BigInt(index) * BigInt(SPREAD)) % BigInt(SUBSCRIBERS))).padStart(8, '0');

/** A valid Indian mobile number; different for each index below 100 million. @param {number} index */
export const phoneOf = (index) => number('+9198', index);

/** @param {number} index */
const secondPhoneOf = (index) => number('+9197', index);

/** @template T @param {readonly T[]} list @param {number} index @returns {T} */
const at = (list, index) => /** @type {T} */ (list[index % list.length]);

/** @param {number} index */
function nameOf(index) {
  if (index % RARE_EVERY === RARE_EVERY / 2) return `${RARE_NAME} ${at(LAST_NAMES, index)}`;
  const middle = at([...MIDDLE], Math.floor(index / 2500)).toUpperCase();
  return `${at(FIRST_NAMES, index)} ${middle}. ${at(LAST_NAMES, Math.floor(index / FIRST_NAMES.length))}`;
}

/** Of 100 people 90 are active, 7 archived, 3 blocked. @param {number} index */
const statusOf = (index) =>
  index % 100 < 90 ? 'active' : index % 100 < 97 ? 'archived' : 'blocked';

/**
 * One person: three in ten have a second number, six in ten an e-mail address, eight in ten a category;
 * half of them are in the first group, and all in one of the others.
 * @param {number} index
 * @param {{ categories: number, groups: number }} sizes how many there are to choose from
 */
export function personOf(index, { categories, groups }) {
  const name = nameOf(index);
  const [first = '', last = ''] = name.toLowerCase().split(/ .*?(?=\S+$)/);
  return {
    name,
    primaryContact: phoneOf(index),
    secondaryContact: index % 10 < 3 ? secondPhoneOf(index) : null,
    email: index % 10 < 6 ? `${first}.${last}${index}@example.com` : null,
    contactStatus: statusOf(index),
    /** Positions in the lists of categories and groups. */
    category: index % 5 === 0 ? null : index % categories,
    groups: [...(index % 2 === 0 ? [0] : []), 1 + (index % (groups - 1))],
  };
}

/** @typedef {ReturnType<typeof personOf>} Person */
