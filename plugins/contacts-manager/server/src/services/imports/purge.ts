import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { deleteFile, findLeftFiles } from '../../repositories/imports/files';
import { changeImport } from '../../repositories/imports/import-changes';
import { findAbandoned, findExpired } from '../../repositories/imports/retention';
import { clearRows } from '../../repositories/imports/rows';
import { loadSettings } from '../../repositories/settings';
import { WORK_FOLDER_PREFIX } from './parse';

const DAY = 24 * 60 * 60_000;

/** Removes what has been kept for as many days as the settings say, and what killed servers have left. */
export async function purgeImports(strapi: Core.Strapi, now = new Date()): Promise<void> {
  const knex = strapi.db.connection;
  const { importDays } = (await loadSettings(knex)).retention;
  const before = new Date(now.getTime() - importDays * DAY);
  for (const id of await findAbandoned(knex, before)) {
    await changeImport(knex, id, { from: ['mapping', 'review'] }, { state: 'cancelled' });
    await clearRows(knex, id);
  }
  for (const id of await findExpired(knex, before)) {
    await clearRows(knex, id);
    await deleteFile(knex, id);
  }
  for (const id of await findLeftFiles(knex)) await deleteFile(knex, id);
  await removeWorkFolders(now);
}

/** Only old ones: another server of this machine may be reading, and removes its folder itself. */
async function removeWorkFolders(now: Date): Promise<void> {
  const names = await fs.promises.readdir(os.tmpdir());
  for (const name of names.filter((entry) => entry.startsWith(WORK_FOLDER_PREFIX))) {
    const folder = path.join(os.tmpdir(), name);
    const madeAt = await modifiedAt(folder);
    if (madeAt !== null && madeAt < now.getTime() - DAY) {
      await fs.promises.rm(folder, { recursive: true, force: true });
    }
  }
}

async function modifiedAt(folder: string): Promise<number | null> {
  try {
    return (await fs.promises.stat(folder)).mtimeMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
