import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refused } from '../../../scripts/lib/admin-client.mjs';
import { confirmImport, uploadFile, waitForImport } from '../../../scripts/lib/import-file.mjs';
import { startInstallation } from '../installation.mjs';
import { startStock } from '../stock.mjs';
import { inParallel } from '../timing.mjs';
import { folderOf, versionOf } from './packages.mjs';
import { CATEGORIES, GROUPS } from './rows.mjs';

/** @typedef {Omit<import('./rows.mjs').PeerRow, 'category' | 'groups'>} PlainRow */
/** @typedef {PlainRow & { category?: string, groups?: string }} PeerRow */
/** @typedef {import('./packages.mjs').PackageName} PackageName */
/** @typedef {import('../../../scripts/lib/server-process.mjs').Database} Database */
/** @typedef {Awaited<ReturnType<typeof startStock>>} Stock */
/**
 * @typedef {{ add(rows: PeerRow[]): Promise<{ reported: number }>, stop(): Promise<void> }} Running `reported`: rows
 *   that it said it did not take
 * @typedef {{ title: string, start(database: Database): Promise<Running> }} Peer
 */

const CONTACT = 'api::contact.contact';

/** @param {PeerRow[]} rows */
function csvOf(rows) {
  const columns = /** @type {(keyof PlainRow)[]} */ (Object.keys(rows[0] ?? {}));
  const quote = (/** @type {string} */ cell) => `"${cell.replaceAll('"', '""')}"`;
  return [
    columns.join(','),
    ...rows.map((row) => columns.map((column) => quote(row[column])).join(',')),
  ].join('\n');
}

/** The records that the names stand for, made beforehand. @param {Stock} stock @param {string} plural @param {string[]} names */
async function makeNames({ application }, plural, names) {
  /** @type {Record<string, { id: number, documentId: string }>} */
  const made = {};
  for (const name of names) {
    made[name] = (await application.post(`/api/${plural}`, { data: { name } })).data;
  }
  return made;
}

/** An integrator's script: names looked up before, eight requests at a time. @param {Database} database @returns {Promise<Running>} */
async function startRest(database) {
  const stock = await startStock(database);
  const categories = await makeNames(stock, 'categories', CATEGORIES);
  const groups = await makeNames(stock, 'groups', GROUPS);
  return {
    async add(rows) {
      let reported = 0;
      await inParallel(rows.length, 8, async (index) => {
        const { category, groups: group, ...fields } = /** @type {PeerRow} */ (rows[index]);
        const data = {
          ...fields,
          ...(category && { category: categories[category]?.documentId }),
          ...(group && { groups: [groups[group]?.documentId] }),
        };
        await stock.application.post('/api/contacts', { data }).catch((error) => {
          if (!(error instanceof Refused)) throw error;
          reported += 1;
        });
      });
      return { reported };
    },
    stop: stock.stop,
  };
}

/**
 * A plugin takes what its own screen sends; categories and groups as the name that stands in the file, since nobody
 * has the ids of records in a spreadsheet.
 * @param {PackageName} name
 * @param {{ plugin?: string, config?: object, send(stock: Stock, rows: PeerRow[]): Promise<number> }} how
 * @returns {Peer}
 */
const pluginOf = (name, { plugin = name, config, send }) => ({
  title: `${name} ${versionOf(name)}`,
  async start(database) {
    const stock = await startStock(database, {
      plugins: { [plugin]: { folder: folderOf(name), ...(config && { config }) } },
    });
    await makeNames(stock, 'categories', CATEGORIES);
    await makeNames(stock, 'groups', GROUPS);
    return { add: async (rows) => ({ reported: await send(stock, rows) }), stop: stock.stop };
  },
});

/** @param {string} prefix @param {Stock} stock @param {PeerRow[]} rows */
async function sendCsv(prefix, { application }, rows) {
  const { failures } = await application.post(`/api/${prefix}/content/import`, {
    slug: CONTACT,
    data: csvOf(rows),
    format: 'csv',
    idField: 'primaryContact',
  });
  return failures.length;
}

/** @param {Database} database @returns {Promise<Running>} */
async function startOurs(database) {
  const installation = await startInstallation(database);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-bench-peers-'));
  return {
    async add(rows) {
      const file = path.join(folder, 'people.csv');
      await fs.promises.writeFile(file, csvOf(rows));
      const mapping = Object.fromEntries(
        Object.keys(rows[0] ?? {}).map((column, at) => [column, at]),
      );
      const id = await uploadFile(installation.admin, file, { mapping: JSON.stringify(mapping) });
      const { state, counts } = await waitForImport(installation.admin, id, { every: 50 });
      if (state !== 'review') throw new Error(`The import is in "${state}".`);
      await confirmImport(installation.admin, id);
      await waitForImport(installation.admin, id, { every: 50 });
      return { reported: counts.reject };
    },
    async stop() {
      await installation.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @type {Peer[]} */
export const PEERS = [
  { title: 'Contacts Manager', start: startOurs },
  { title: 'stock REST, 8 at a time', start: startRest },
  pluginOf('export-import-kkm', {
    async send({ admin }, rows) {
      const data = { collectionName: 'contact', rows };
      return (await admin.post('/export-import-kkm/import', { data })).skippedCount;
    },
  }),
  pluginOf('strapi-csv-import-export', {
    send: (stock, rows) => sendCsv('strapi-csv-import-export', stock, rows),
  }),
  pluginOf('strapi-import-export', {
    send: (stock, rows) => sendCsv('strapi-import-export', stock, rows),
  }),
  pluginOf('strapi-plugin-tablify', {
    plugin: 'tablify',
    async send({ admin }, rows) {
      const body = { name: 'contacts', data: rows };
      return (await admin.post('/tablify/import-collection', body)).failed;
    },
  }),
];
