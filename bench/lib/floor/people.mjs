import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { inRoot } from '../../../scripts/lib/project.mjs';

/**
 * @typedef {{ name: string, category: string, primaryContact: string, secondaryContact: string | null,
 *   email: string | null, groups: string[], notes: string | null }} Person
 * @typedef {{ id: number, name: string, documentId: string }} Named
 * @typedef {{ categories: Map<string, Named>, groups: Map<string, Named> }} Names by name
 * @typedef {{ id: number, documentId: string, name: string, primaryContact: string,
 *   secondaryContact: string | null, email: string | null, notes: string | null, searchText: string,
 *   category: number | null, groups: number[], history: string }} FloorRow what is written of one contact
 */

/** @param {string | undefined} text */
function readPhone(text = '') {
  const parsed = parsePhoneNumberFromString(text);
  if (!parsed?.isValid()) throw new Error(`${text} is no phone number.`);
  return /** @type {string} */ (parsed.number);
}

/** @param {string[][]} rows with the header row @returns {Person[]} */
export const parsePeople = ([, ...rows]) =>
  rows.map(([name = '', category = '', primary, secondary, email, groups = '', notes]) => ({
    name,
    category,
    primaryContact: readPhone(primary),
    secondaryContact: secondary ? readPhone(secondary) : null,
    email: email ?? null,
    groups: groups ? groups.split(', ') : [],
    notes: notes ?? null,
  }));

/** The compiled shared code: search text as the product writes it. */
const { searchTextOf } = createRequire(import.meta.url)(
  inRoot('dist', 'plugins', 'contacts-manager', 'shared', 'search.js'),
);

/**
 * @param {Person[]} people @param {Names} names @param {number} firstId
 * @returns {FloorRow[]}
 */
export const rowsOf = (people, { categories, groups }, firstId) =>
  people.map(({ category: categoryName, groups: groupNames, ...person }, position) => {
    const category = categories.get(categoryName);
    const memberships = groupNames.flatMap((name) => groups.get(name) ?? []);
    const { name, primaryContact, secondaryContact, email, notes } = person;
    const reference = (/** @type {Named} */ record) => ({
      documentId: record.documentId,
      name: record.name,
    });
    return {
      ...person,
      id: firstId + position,
      documentId: randomUUID().replaceAll('-', '').slice(0, 24),
      searchText: searchTextOf(person),
      category: category?.id ?? null,
      groups: memberships.map(({ id }) => id),
      history: JSON.stringify({
        ...{ name, primaryContact, ...(secondaryContact && { secondaryContact }) },
        ...(email && { email }),
        contactStatus: 'active',
        ...(notes && { notes }),
        source: 'import',
        ...(category && { category: reference(category) }),
        ...(memberships.length > 0 && { groups: memberships.map(reference) }),
      }),
    };
  });
