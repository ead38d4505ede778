import { numberOf, same } from './comparison.mjs';

/** @typedef {import('./comparison.mjs').Comparison} Comparison */
/** @typedef {import('./comparison.mjs').Select} Select */
/** @typedef {import('./plan.mjs').Plan} Plan */
/** @typedef {import('../factories/people.mjs').Person} Person */

/**
 * Contacts, their numbers, links and search rows.
 * @param {import('./databases.mjs').OpenDatabase} base @param {Pick<Plan, 'after'>} plan
 * @returns {Promise<Comparison[]>}
 */
export const compareContacts = async ({ database, select }, { after }) => [
  ...(await compareAmounts(select, [...after.values()])),
  ...(await comparePeople(select, after)),
  ...(await compareSearch(select, database.client, after.size)),
];

/** @param {Select} select @param {Person[]} people */
async function compareAmounts(select, people) {
  const count = (/** @type {string} */ what, from = 'contacts') =>
    numberOf(select, `select count(${what}) from ${from}`);
  const seconds = people.filter(({ secondaryContact }) => secondaryContact !== '').length;
  const groups = people.reduce((sum, person) => sum + person.groups.length, 0);
  const all = people.length;
  return [
    same('contacts', all, await count('*')),
    same('different primary numbers', all, await count('distinct primary_contact')),
    same('different secondary numbers', seconds, await count('distinct secondary_contact')),
    same('rows of the phone table', all + seconds, await count('*', 'contact_phones')),
    same('category links', all, await count('*', 'contacts_category_lnk')),
    same('group links', groups, await count('*', 'contacts_groups_lnk')),
  ];
}

/**
 * Every contact beside what its row says.
 * @param {Select} select @param {Plan['after']} after
 */
async function comparePeople(select, after) {
  const missing = new Set(after.keys());
  let surplus = 0;
  let different = 0;
  for (const { number, description } of await loadPeople(select)) {
    const wanted = after.get(number);
    if (!wanted || !missing.delete(number)) surplus += 1;
    else if (description !== describe({ ...wanted, categories: [wanted.category] })) different += 1;
  }
  return [
    same('rows without a contact', 0, missing.size),
    same('contacts without a row or twice', 0, surplus),
    same('contacts unlike their row', 0, different),
  ];
}

/** @param {Omit<Person, 'category' | 'primaryContact'> & { categories: string[] }} person */
const describe = ({ name, categories, secondaryContact, email, groups, notes }) =>
  JSON.stringify([
    name,
    secondaryContact,
    email,
    notes,
    [...categories].sort(),
    [...groups].sort(),
  ]);

/** @param {Select} select */
async function loadPeople(select) {
  const categories = await loadNames(select, 'category', 'contact_categories');
  const groups = await loadNames(select, 'groups', 'contact_groups');
  const contacts = await select(
    'select id, name, primary_contact, secondary_contact, email, notes from contacts',
  );
  return contacts.map((contact) => ({
    number: String(contact.primary_contact),
    description: describe({
      name: contact.name,
      categories: categories.get(contact.id) ?? [],
      secondaryContact: contact.secondary_contact ?? '',
      email: contact.email ?? '',
      groups: groups.get(contact.id) ?? [],
      notes: contact.notes ?? '',
    }),
  }));
}

/**
 * The names that each contact is linked to, a second link a second time.
 * @param {Select} select @param {'category' | 'groups'} attribute @param {string} records
 */
async function loadNames(select, attribute, records) {
  const column = attribute === 'groups' ? 'group_id' : 'category_id';
  const links = await select(`select l.contact_id, r.name from contacts_${attribute}_lnk l
    join ${records} r on r.id = l.${column}`);
  /** @type {Map<number, string[]>} */
  const names = new Map();
  for (const { contact_id, name } of links) {
    const known = names.get(contact_id);
    if (known) known.push(name);
    else names.set(contact_id, [name]);
  }
  return names;
}

/**
 * SQLite keeps the search text in a second table, of which only the ids can be read back.
 * @param {Select} select @param {'sqlite' | 'postgres'} client @param {number} all
 */
async function compareSearch(select, client, all) {
  const findable = await numberOf(
    select,
    `select count(*) from contacts where search_text like '%' || substr(primary_contact, 2) || '%'`,
  );
  const texts = [same('search texts with the number', all, findable)];
  if (client === 'postgres') return texts;
  const missing = `select count(*) from contacts where id not in (select id from contact_search_docsize)`;
  return [
    ...texts,
    same('search rows', all, await numberOf(select, 'select count(*) from contact_search_docsize')),
    same('contacts without a search row', 0, await numberOf(select, missing)),
  ];
}
