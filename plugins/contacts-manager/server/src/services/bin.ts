import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { BinAnswer, BinEntry, BinQuery } from '../../../shared/contracts/bin';
import type { BulkAnswer } from '../../../shared/contracts/bulk';
import type { Actor } from '../domain/actor';
import { emptySomeOfBin, findInBin, listBin, type BinnedContact } from '../repositories/bin';
import { loadSettings, readSettings } from '../repositories/settings';
import { refusalOfDatabase } from '../guards/database-refusal';
import { inTransaction } from '../repositories/transaction';
import { changeAtOnce } from './changes/steps';
import { bringBack } from './changes/undo-step';

const DAY = 24 * 60 * 60_000;

const viewOf = (
  { documentId, row, deletedAt, deletedBy }: BinnedContact,
  binDays: number,
): BinEntry => ({
  documentId,
  name: row.name,
  primaryContact: row.primary_contact,
  secondaryContact: row.secondary_contact,
  email: row.email,
  contactStatus: row.contact_status,
  deletedAt: deletedAt.toISOString(),
  deletedBy,
  keptUntil: new Date(deletedAt.getTime() + binDays * DAY).toISOString(),
});

export async function describeBin(
  strapi: Core.Strapi,
  { search = '', page, pageSize }: BinQuery,
): Promise<BinAnswer> {
  const { entries, total } = await listBin(strapi.db.connection, { search, page, pageSize });
  const { binDays } = (await readSettings(strapi)).retention;
  return {
    results: entries.map((entry) => viewOf(entry, binDays)),
    pagination: { page, pageSize, total },
  };
}

/** Brings contacts back; those whose number somebody has by now stay in the bin and are listed. */
export async function restoreContacts(
  strapi: Core.Strapi,
  documentIds: string[],
  actor: Actor,
): Promise<BulkAnswer> {
  try {
    return await changeAtOnce(strapi, { kind: 'restore', actor }, async (trx, operation) => {
      const entries = await findInBin(trx, { documentIds });
      const found = new Set(entries.map(({ documentId }) => documentId));
      const { ids, skipped } = await bringBack(trx, operation, entries);
      const gone = documentIds
        .filter((documentId) => !found.has(documentId))
        .map((documentId) => ({ documentId, name: '', code: 'contact.not-in-bin' as const }));
      return { applied: ids.length, skipped: [...skipped, ...gone], next: null };
    });
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

/** Removes for good what has been in the bin for as many days as the settings say. */
export async function purgeBin(strapi: Core.Strapi, now = new Date()): Promise<void> {
  const { binDays } = (await loadSettings(strapi.db.connection)).retention;
  const before = new Date(now.getTime() - binDays * DAY);
  while (await inTransaction(strapi, (trx) => emptySomeOfBin(trx, before))) {
    await nextTurn();
  }
}
