import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeAccounts } from '../../scripts/lib/accounts.mjs';
import { Refused } from '../../scripts/lib/admin-client.mjs';
import { confirmImport, uploadFile, waitForImport } from '../../scripts/lib/import-file.mjs';
import { primaryPhoneAt } from '../factories/people.mjs';
import { numberOf, same } from './comparison.mjs';
import { signIn, stateOf, withServers } from './scene.mjs';
import { openSmallDisk } from './small-disk.mjs';

/** @typedef {import('./comparison.mjs').Comparison} Comparison */
/** @typedef {import('../../scripts/lib/admin-client.mjs').AdminClient} AdminClient */

const CODE = 'file.no-room';
const SENTENCE =
  'The server has no room for the file at the moment. Try again later, or tell whoever runs the server.';
/** Less than one piece of a request: the disk fills up with the last bytes of the file. */
const LITTLE = 20_000;
/** A file that was refused is removed a moment after the answer. */
const CLEANED = 1_000;

/**
 * Uploads files for which the disk has no room, one far too large and one cut short by its last bytes only.
 * @type {import('./trial.mjs').Fault}
 */
export const fullDisk = {
  name: 'full-disk',
  title: 'no room for an upload',
  run: async (trial) => {
    const { base } = trial;
    const disk = openSmallDisk(path.join(trial.folder, `small-${base.database.client}`));
    try {
      return await withServers(trial, async (newServer) => {
        const server = await newServer({ env: { TMPDIR: disk.folder } });
        await server.start();
        const client = await signIn(server, await makeAccounts(server.url));
        const large = csvFile(trial.folder, 4 * disk.room);
        const long = csvFile(trial.folder, disk.room + LITTLE);
        const refusals = [
          ...(await compareRefusal(client, large.file, 'file of four times the room')),
          ...(await compareRefusal(client, long.file, 'file a little larger than the room')),
        ];
        await wait(CLEANED);
        const left = [
          same('files left behind', 0, fs.readdirSync(disk.folder).length),
          same('imports made of them', 0, await numberOf(base.select, ALL_IMPORTS)),
          same('parts of files kept', 0, await numberOf(base.select, ALL_PARTS)),
          same('server afterwards', 'answers', await stateOf(server)),
        ];
        disk.widen();
        return [...refusals, ...left, ...(await compareUpload(client, long))];
      });
    } finally {
      disk.remove();
    }
  },
};

const ALL_IMPORTS = 'select count(*) from contact_imports';
const ALL_PARTS = 'select count(*) from contact_import_files';

/** A CSV file of people that is at least so long. @param {string} folder @param {number} bytes */
function csvFile(folder, bytes) {
  const file = path.join(folder, `people-${bytes}.csv`);
  const lines = ['Name,Primary Contact,Notes'];
  for (let size = 0; size < bytes; size += lines.at(-1)?.length ?? 0) {
    lines.push(`Person ${lines.length},${primaryPhoneAt(lines.length)},${'n'.repeat(200)}\n`);
  }
  fs.writeFileSync(file, `${lines[0]}\n${lines.slice(1).join('')}`);
  return { file, rows: lines.length - 1 };
}

/** @param {AdminClient} client @param {string} file @param {string} what @returns {Promise<Comparison[]>} */
async function compareRefusal(client, file, what) {
  const found = await uploadFile(client, file).then(
    () => ({ status: 201, code: 'accepted', message: '' }),
    (error) => {
      if (!(error instanceof Refused)) throw error;
      const { message, details } = error.body.error;
      return { status: error.status, code: String(details?.code), message };
    },
  );
  return [
    same(`${what}: status`, 400, found.status),
    same(`${what}: code`, CODE, found.code),
    same(
      `${what}: sentence`,
      'as documented',
      found.message === SENTENCE ? 'as documented' : found.message,
    ),
  ];
}

/** @param {AdminClient} client @param {ReturnType<typeof csvFile>} upload @returns {Promise<Comparison[]>} */
async function compareUpload(client, { file, rows }) {
  const id = await uploadFile(client, file);
  const { counts } = await waitForImport(client, id);
  await confirmImport(client, id);
  const { state, applied } = await waitForImport(client, id);
  return [
    same('once there is room: rows read', rows, counts.total),
    same('once there is room: import', 'done', state),
    same('once there is room: contacts created', rows, applied.create),
  ];
}
