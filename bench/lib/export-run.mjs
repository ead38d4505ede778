import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { timed } from './timing.mjs';

/** @typedef {import('./installation.mjs').Installation} Installation */

const FLOOR = fileURLToPath(new URL('./floor/write-workbook.mjs', import.meta.url));
const EVERYBODY = { kind: 'filter', filter: {} };

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * Sends everybody into a stream; throws when the file is not whole.
 * @param {Installation} installation @param {'csv' | 'xlsx'} format @param {number} rows @param {Writable} target
 */
async function download({ admin, url }, format, rows, target) {
  const answer = await fetch(`${url}/contacts-manager/exports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ selection: EVERYBODY, format }),
  });
  if (!answer.ok || !answer.body) throw new Error(`The export answered ${answer.status}.`);
  const total = Number(answer.headers.get('x-contacts-total'));
  if (total !== rows) throw new Error(`The export has ${total} of ${rows} contacts.`);
  await pipeline(/** @type {any} */ (answer.body), target);
}

/**
 * How long an export of everybody takes, from the request to the last byte; the server has made one before, so
 * that loading its library does not count.
 * @param {Installation} installation
 * @returns {Promise<(rows: number) => Promise<number>>} milliseconds
 */
export async function measureExports(installation) {
  const { admin } = installation;
  const { results } = await admin.get('/contacts-manager/contacts?pageSize=1');
  const ids = results.map((/** @type {{ documentId: string }} */ { documentId }) => documentId);
  await admin.post('/contacts-manager/exports', {
    selection: { kind: 'ids', ids },
    format: 'xlsx',
  });
  return async (rows) => {
    const { milliseconds } = await timed(() => download(installation, 'xlsx', rows, nowhere()));
    return milliseconds;
  };
}

/**
 * Calls with a CSV file of the very cells that an export writes; it is gone afterwards.
 * @template T
 * @param {Installation} installation @param {number} rows @param {(file: string) => Promise<T>} work
 */
export async function withSavedCells(installation, rows, work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-bench-export-'));
  try {
    const file = path.join(folder, 'cells.csv');
    await download(installation, 'csv', rows, fs.createWriteStream(file));
    return await work(file);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of a process of its own. @param {string} cells @returns {Promise<number>} */
export async function runExportFloor(cells) {
  const { stdout } = await promisify(execFile)(process.execPath, [FLOOR, cells]);
  return JSON.parse(stdout).milliseconds;
}
