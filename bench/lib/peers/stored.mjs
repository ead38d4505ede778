import { query } from '../../../scripts/lib/postgres.mjs';

/** @typedef {import('../../../scripts/lib/server-process.mjs').Database} Database */

const CONTACTS = 'select id, name, primary_contact, email from contacts';
const LINKS = (/** @type {string} */ table) => `select count(*) as n from ${table}`;

/** @param {Database} database @returns {Promise<(sql: string) => Promise<any[]>>} */
async function reader(database) {
  if (database.client === 'postgres') return (sql) => query(database.url, sql);
  const { default: Sqlite } = await import('better-sqlite3');
  return async (sql) => {
    const db = new Sqlite(database.filename, { readonly: true, fileMustExist: true });
    try {
      return db.prepare(sql).all();
    } finally {
      db.close();
    }
  };
}

/** The same number in every spelling: its digits behind the zeros. @param {string | null} number */
const digitsOf = (number) => (number ?? '').replace(/\D/g, '').replace(/^00/, '');

/**
 * What is in the table afterwards.
 * @param {Database} database
 */
export async function readStored(database) {
  const select = await reader(database);
  /** @type {{ name: string | null, primary_contact: string | null, email: string | null }[]} */
  const contacts = await select(CONTACTS);
  const count = async (/** @type {string} */ table) => Number((await select(LINKS(table)))[0].n);
  const amount = (/** @type {(contact: typeof contacts[number]) => boolean} */ test) =>
    contacts.filter(test).length;
  return {
    contacts: contacts.length,
    repeated:
      contacts.length - new Set(contacts.map((contact) => digitsOf(contact.primary_contact))).size,
    'bad number': amount((contact) => digitsOf(contact.primary_contact).length < 7),
    'no name': amount(({ name }) => !name),
    'bad e-mail': amount(({ email }) => Boolean(email) && !email?.includes('@')),
    categories: await count('contacts_category_lnk'),
    groups: await count('contacts_groups_lnk'),
  };
}
