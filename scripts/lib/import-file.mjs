import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Stop } from './say.mjs';

/** @typedef {import('../../plugins/contacts-manager/shared/contracts/imports').ImportView} ImportView */

/** States in which the server is at work, so that waiting makes sense. */
const BUSY = new Set(['parsing', 'committing']);

/**
 * Uploads a workbook or CSV file, as the Import screen does.
 * @param {import('./admin-client.mjs').AdminClient} client
 * @param {string} file
 * @param {{ existing?: 'skip' | 'update', unknownNames?: 'create' | 'reject', country?: string, mapping?: string }} [options]
 *   `mapping` is the JSON of a column for each field
 * @returns {Promise<string>} the id of the import
 */
export async function uploadFile(client, file, options = {}) {
  const form = new FormData();
  form.set('file', new Blob([await fs.promises.readFile(file)]), path.basename(file));
  for (const [name, value] of Object.entries(options)) form.set(name, value);
  return (await client.post('/contacts-manager/imports', form)).id;
}

/**
 * Waits while the server parses or commits.
 * @param {import('./admin-client.mjs').AdminClient} client
 * @param {string} id
 * @param {{ onView?: (view: ImportView) => void, every?: number }} [options] `every`: milliseconds between looks
 * @returns {Promise<ImportView>}
 */
export async function waitForImport(client, id, { onView, every = 250 } = {}) {
  for (;;) {
    /** @type {ImportView} */
    const view = await client.get(`/contacts-manager/imports/${id}`);
    onView?.(view);
    if (view.state === 'failed') throw new Stop(`The import failed: ${view.error?.message ?? ''}`);
    if (!BUSY.has(view.state)) return view;
    await wait(every);
  }
}

/** @param {import('./admin-client.mjs').AdminClient} client @param {string} id */
export const confirmImport = (client, id) => client.post(`/contacts-manager/imports/${id}/confirm`);

/** @param {import('./admin-client.mjs').AdminClient} client @param {string} id */
export const cancelImport = (client, id) => client.post(`/contacts-manager/imports/${id}/cancel`);

/** How many people the server knows. @param {import('./admin-client.mjs').AdminClient} client */
export const countPeople = async (client) =>
  Number((await client.get('/contacts-manager/contacts?pageSize=1')).pagination.total);
