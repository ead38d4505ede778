/** Endless fictional people by arithmetic: the same index is always the same person with the same numbers. */

const FIRST_NAMES = [
  ...['Asha', 'Rohan', 'Meera', 'Arjun', 'Kavya', 'Vikram', 'Ananya', 'Devika', 'Ishaan', 'Priya'],
  ...['João', 'Beatriz', 'Thiago', 'Letícia', 'Rafael', 'Inês', 'Caio', 'Luíza', 'Otávio', 'Bruna'],
  ...[
    'Wanjiru',
    'Otieno',
    'Akinyi',
    'Kamau',
    'Njeri',
    'Mwangi',
    'Achieng',
    'Kiprop',
    'Wambui',
    'Juma',
  ],
  ...['Lucía', 'Íñigo', 'Begoña', 'Andrés', 'Noa', 'Álvaro', 'Nuria', 'Óscar', 'Sofía', 'Iker'],
  ...['Budi', 'Siti', 'Agus', 'Dewi', 'Rizky', 'Putri', 'Wayan', 'Ayu', 'Bayu', 'Intan'],
  ...['आशा', 'राम', 'मीना', 'Zoë', 'Łukasz', 'Jürgen', 'Søren', 'Chloé', 'Ángel', 'Nguyễn'],
];
const LAST_NAMES = [
  ...[
    'Rao',
    'Sharma',
    'Iyer',
    'Menon',
    'Kulkarni',
    'Banerjee',
    'Reddy',
    'Chopra',
    'Nair',
    'Pillai',
  ],
  ...[
    'da Silva',
    'Moura',
    'Araújo',
    'Teixeira',
    'Nóbrega',
    'Falcão',
    'Prado',
    'Siqueira',
    'Brandão',
  ],
  ...['Odhiambo', 'Kariuki', 'Mutua', 'Chebet', 'Barasa', 'Ndungu', 'Wekesa', 'Omondi', 'Langat'],
  ...['García', 'Etxeberria', 'Muñoz', 'Ibáñez', 'Ferrer', 'Vidal', 'Quintana', 'Rincón', 'Salas'],
  ...[
    'Santoso',
    'Wijaya',
    'Hidayat',
    'Lestari',
    'Nugroho',
    'Siregar',
    'Pratama',
    'Halim',
    'Gunawan',
  ],
  ...[
    "O'Brien",
    'Smith-Jones',
    'Müller',
    'Ångström',
    'Kowalska',
    'कुमार',
    'van der Berg',
    'Özdemir',
  ],
];
const CATEGORIES = ['Inbound', 'Student', 'Lead', 'Customer', 'Supplier', 'Parent', 'Alumni'];
const GROUPS = [
  ...['Degree 2026', 'Degree 2027', 'Evening course', 'Short course', 'Scholarship', 'Newsletter'],
  ...['Open day', 'Sports club', 'Choir', 'Library', 'Wholesale', 'Spring sale', 'Loyalty card'],
  ...[
    'Returns',
    'Workshops',
    'Pickup, North',
    'Pickup, South',
    'Language exchange',
    'Careers fair',
  ],
];

/** A number below 2³² that looks random and is always the same for its input (splitmix32). @param {number} value */
export function scramble(value) {
  let mixed = (value + 0x9e3779b9) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} random
 * @returns {T}
 */
const pick = (list, random) => /** @type {T} */ (list[random % list.length]);

/** As in real lists, the same few combinations stand in most rows: none to four groups, two on average. */
const GROUP_SETS = Array.from({ length: 500 }, (_, at) => [
  ...new Set(Array.from({ length: at % 5 }, (_, nth) => pick(GROUPS, scramble(at * 5 + nth)))),
]);

/** Prefixes behind which every eight digits are a valid mobile number (libphonenumber, full metadata). */
const PRIMARY_PREFIXES = ['+9198', '+55119', '+2547', '+346', '+62812'];
const SECONDARY_PREFIX = '+9197';
const SUFFIXES = 10 ** 8;
/** Odd and no multiple of five, so that index → suffix is a bijection on eight digits. */
const STRIDE = 48_271;

/** @param {number} index */
const suffixOf = (index) => String((index * STRIDE + 31_337) % SUFFIXES).padStart(8, '0');

/** Unique for every index below 100 million. @param {number} index */
export const primaryPhoneAt = (index) =>
  `${PRIMARY_PREFIXES[index % PRIMARY_PREFIXES.length]}${suffixOf(index)}`;

/** Unique for every index below 100 million, and never a primary number. @param {number} index */
export const secondaryPhoneAt = (index) => `${SECONDARY_PREFIX}${suffixOf(index)}`;

/** @param {string} name a group name as a cell holds it: quoted as in CSV where it has a comma or a quote */
export const quoteGroup = (name) => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);

/**
 * @typedef {object} Person
 * @property {string} name
 * @property {string} category
 * @property {string} primaryContact
 * @property {string} secondaryContact empty for two of three
 * @property {string} email empty for one of three
 * @property {string[]} groups none to four, two on average
 * @property {string} notes empty for nine of ten
 */

/**
 * @param {number} index numbers and e-mail addresses follow from it alone
 * @param {number} [seed] varies names, category, groups and notes
 * @returns {Person}
 */
export function personAt(index, seed = 1) {
  const random = scramble(index * 7 + seed);
  const other = scramble(random);
  return {
    name: `${pick(FIRST_NAMES, random)} ${pick(LAST_NAMES, random >>> 8)}`,
    category: pick(CATEGORIES, other >>> 5),
    primaryContact: primaryPhoneAt(index),
    secondaryContact: index % 3 === 0 ? secondaryPhoneAt(index) : '',
    email: index % 3 === 1 ? '' : `person.${index}@example.${pick(['com', 'org', 'net'], random)}`,
    groups: pick(GROUP_SETS, other),
    notes: index % 10 === 0 ? `Met at the open day, table ${(random % 40) + 1}` : '',
  };
}
