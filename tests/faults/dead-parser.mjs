import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { confirmImport, uploadFile, waitForImport } from '../../scripts/lib/import-file.mjs';
import { hostileWorkbook } from '../factories/hostile-workbook.mjs';
import { writeWorkbook } from '../factories/workbook.mjs';
import { compareResult } from './compare.mjs';
import { numberOf, same } from './comparison.mjs';
import { prepareImport, stateOf, withServers } from './scene.mjs';

/** @typedef {import('../../scripts/lib/admin-client.mjs').AdminClient} AdminClient */

/** 640 MB of text; the reader's heap ends at 512. */
const TEXTS = 10_000;
const NEXT_ROWS = 100;
/** People of no other file. */
const NEXT_FROM = 50_000_000;

/**
 * Uploads a workbook that exhausts the memory of the thread that reads it, while another import is written.
 * @type {import('./trial.mjs').Fault}
 */
export const deadParser = {
  name: 'dead-parser',
  title: 'a workbook that kills its reader',
  run: (trial) =>
    withServers(trial, async (newServer) => {
      const { base, folder } = trial;
      const files = await writeFiles(folder);
      const server = await newServer();
      const { client, id } = await prepareImport(trial, server);
      const { pid } = server;

      const hostile = await uploadFile(client, files.hostile);
      const next = await uploadFile(client, files.next);
      await confirmImport(client, id);
      const meanwhile = await viewOf(client, hostile);
      const failed = await waitUntilRead(client, hostile);
      const why = /memory/i.exec(server.output())?.[0] ?? 'something else';
      const { counts } = await waitForImport(client, next);
      await waitForImport(client, id);
      return [
        same('hostile file while the other is written', 'parsing', meanwhile.state),
        same('hostile file afterwards', 'failed', failed.state),
        same('its code', 'file.out-of-memory', failed.error?.code ?? 'none'),
        same('what its reader ran out of, by the log', 'memory', why),
        same('its rows and parts kept', 0, await numberOf(base.select, KEPT)),
        same('next file: rows read', NEXT_ROWS, counts.create),
        same('server afterwards', 'answers', await stateOf(server)),
        same('its process', 'the same', server.pid === pid ? 'the same' : 'another'),
        ...(await compareResult(trial, client, id)),
      ];
    }),
};

const HOSTILE = `(select id from contact_imports where file_name = 'hostile.xlsx')`;
const KEPT = `select (select count(*) from contact_import_rows where import_id in ${HOSTILE})
  + (select count(*) from contact_import_files where import_id in ${HOSTILE})`;

/** @param {string} folder */
async function writeFiles(folder) {
  const hostile = path.join(folder, 'hostile.xlsx');
  const next = path.join(folder, 'next.xlsx');
  if (!fs.existsSync(hostile)) fs.writeFileSync(hostile, hostileWorkbook(TEXTS));
  await writeWorkbook(next, { rows: NEXT_ROWS, startIndex: NEXT_FROM });
  return { hostile, next };
}

/**
 * @param {AdminClient} client @param {string} id
 * @returns {Promise<import('../../plugins/contacts-manager/shared/contracts/imports').ImportView>}
 */
const viewOf = (client, id) => client.get(`/contacts-manager/imports/${id}`);

/** @param {AdminClient} client @param {string} id */
async function waitUntilRead(client, id) {
  for (;;) {
    const view = await viewOf(client, id);
    if (view.state !== 'parsing') return view;
    await wait(250);
  }
}
