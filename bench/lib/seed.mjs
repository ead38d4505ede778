import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/lib/project.mjs';
import { step } from '../../scripts/lib/say.mjs';
import { personOf } from './people.mjs';
import { openTables } from './tables.mjs';

/** How many of each a filled database has. */
export const SEEDED = { categories: 8, groups: 25 };
const BATCH = 10_000;
const START = Date.UTC(2025, 0, 1);

/** The compiled shared code: the search text must be what the product itself would write. */
const loadShared = () => {
  const require = createRequire(import.meta.url);
  const shared = inRoot('dist', 'plugins', 'contacts-manager', 'shared');
  return { ...require(`${shared}/search.js`), ...require(`${shared}/text.js`) };
};

/** Letters and digits like Strapi's own document ids. @param {number} index */
const documentId = (index) =>
  `b${index.toString(36).padStart(9, '0')}${randomBytes(7).toString('hex')}`;

/**
 * Fills contacts with made-up people by plain SQL, with links and search rows as the product would have
 * written them; the phone table and whatever else hangs on triggers fills itself. The database must have
 * been booted once, and no server may be running on it.
 * @param {import('../../scripts/lib/server-process.mjs').Database} database
 * @param {number} rows
 * @param {{ lookForDuplicates: boolean }} options whether they are queued for the search for duplicates
 */
export async function seedContacts(database, rows, { lookForDuplicates }) {
  if (rows === 0) return;
  await step(`Filling ${database.client} with ${rows.toLocaleString('en')} contacts`, async () => {
    const { searchTextOf, nameKey } = loadShared();
    const tables = await openTables(database);
    try {
      const categories = await tables.addNamed(
        'contact_categories',
        named('Category', SEEDED.categories, nameKey),
      );
      const groups = await tables.addNamed(
        'contact_groups',
        named('Group', SEEDED.groups, nameKey),
      );
      const restoreIndexes = await tables.dropPlainIndexes();
      const firstId = (await tables.lastContactId()) + 1;
      for (let from = 0; from < rows; from += BATCH) {
        const batch = Array.from({ length: Math.min(BATCH, rows - from) }, (_, offset) => {
          const index = from + offset;
          const person = personOf(index, SEEDED);
          return {
            ...person,
            id: firstId + index,
            documentId: documentId(index),
            createdAt: START + index * 60_000,
            searchText: searchTextOf(person),
            category: person.category === null ? null : (categories[person.category] ?? null),
            groups: person.groups.map((position) => groups[position] ?? 0),
          };
        });
        await tables.addContacts(batch);
      }
      await restoreIndexes();
      if (!lookForDuplicates) await tables.forgetDuplicateQueue();
      await tables.finish();
    } finally {
      await tables.close();
    }
  });
}

/**
 * @param {string} what @param {number} count @param {(name: string) => string} nameKey
 */
const named = (what, count, nameKey) =>
  Array.from({ length: count }, (_, index) => {
    const name = `${what} ${index + 1}`;
    return { documentId: documentId(index), name, nameKey: nameKey(name) };
  });
