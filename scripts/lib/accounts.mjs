import { randomInt } from 'node:crypto';
import { addAdmin, registerFirstAdmin, signIn } from './admin-client.mjs';

/** One account for each kind of person: whom the demo, the browser tests and the benchmarks sign in as. */
export const PEOPLE = /** @type {const} */ ([
  { role: 'strapi-super-admin', title: 'Super admin', firstname: 'Sofia', lastname: 'Admin' },
  { role: 'contacts-manager', title: 'Contacts manager', firstname: 'Maya', lastname: 'Manager' },
  { role: 'contacts-agent', title: 'Contacts agent', firstname: 'Arun', lastname: 'Agent' },
]);

/** @typedef {(typeof PEOPLE)[number]['role']} Role */
/** @typedef {{ role: Role, title: string, email: string, password: string }} Account */

// Without letters and digits that look alike: people type these passwords.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const CAPITALS = LETTERS.toUpperCase();
const DIGITS = '23456789';

/** @param {string} alphabet @param {number} length */
const pick = (alphabet, length) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** About 80 random bits, with the capital, small letter and digit that Strapi asks for. */
export const makePassword = () =>
  [pick(CAPITALS, 4), pick(LETTERS, 5), pick(DIGITS, 4), pick(LETTERS, 5)].join('-');

/**
 * Makes the three accounts on a server that has no administrator yet.
 * @param {string} url
 * @returns {Promise<Account[]>}
 */
export async function makeAccounts(url) {
  const accounts = PEOPLE.map((person) => ({
    ...person,
    email: `${person.firstname.toLowerCase()}@example.com`,
    password: makePassword(),
  }));
  const [first, ...others] = accounts;
  if (!first) return [];
  const owner = await registerFirstAdmin(url, first);
  for (const account of others) await addAdmin(owner, account, account.role);
  return accounts.map(({ role, title, email, password }) => ({ role, title, email, password }));
}

/**
 * @param {string} url @param {Account[]} accounts @param {Role} role
 */
export async function signInAs(url, accounts, role) {
  const account = accounts.find((entry) => entry.role === role);
  const client = account && (await signIn(url, account));
  if (!client) throw new Error(`Nobody can sign in as ${role}.`);
  return client;
}
