import type { Core } from '@strapi/strapi';
import type { ImportRowsAnswer } from '../../../../shared/contracts/import-rows';
import type {
  ConfirmBody,
  ImportCounts,
  ImportListAnswer,
  ImportState,
  ImportView,
} from '../../../../shared/contracts/imports';
import type { BulkAnswer } from '../../../../shared/contracts/bulk';
import { Refusal } from '../../../../shared/errors';
import type { Actor } from '../../domain/actor';
import { stopCommit } from '../../repositories/imports/commit';
import type { ImportRecord } from '../../repositories/imports/import-record';
import { deleteFile } from '../../repositories/imports/files';
import { ensureNames } from '../../repositories/imports/names';
import { changeImport } from '../../repositories/imports/import-changes';
import { adminIdOf, findImport, listImports } from '../../repositories/imports/records';
import { findQueue } from '../../repositories/imports/queue';
import { listRows, type RowFilter } from '../../repositories/imports/reviewed-rows';
import { createOperation } from '../../repositories/operations';
import { requireOperation, undoOperation } from '../changes/undo';
import type { WorkRunner } from '../work/runner';
import { viewImport } from './view';

interface Page {
  page: number;
  pageSize: number;
}

export async function requireImport(
  strapi: Core.Strapi,
  documentId: string,
): Promise<ImportRecord> {
  const record = await findImport(strapi.db.connection, { document_id: documentId });
  if (!record) throw new Refusal('import.not-found');
  return record;
}

export async function getImport(strapi: Core.Strapi, documentId: string): Promise<ImportView> {
  const record = await requireImport(strapi, documentId);
  return { ...viewImport(record), queue: await findQueue(strapi.db.connection, record) };
}

export async function getImports(strapi: Core.Strapi, page: Page): Promise<ImportListAnswer> {
  const { records, total } = await listImports(strapi.db.connection, page);
  return { results: records.map(viewImport), pagination: { ...page, total } };
}

export async function getImportRows(
  strapi: Core.Strapi,
  documentId: string,
  { page, pageSize, ...filter }: Page & RowFilter,
): Promise<ImportRowsAnswer> {
  const { id } = await requireImport(strapi, documentId);
  const { rows, total } = await listRows(strapi.db.connection, id, filter, { page, pageSize });
  return { results: rows, pagination: { page, pageSize, total } };
}

const isAsExpected = (counts: ImportCounts | null, expected: ConfirmBody): boolean =>
  (expected.create ?? counts?.create) === counts?.create &&
  (expected.update ?? counts?.update) === counts?.update;

const CONFIRMED: readonly ImportState[] = ['committing', 'done'];

/** Starts writing the reviewed plan. Confirming twice imports once: the second time changes nothing. */
export async function confirmImport(
  strapi: Core.Strapi,
  runner: WorkRunner,
  documentId: string,
  { actor, expected = {} }: { actor: Actor; expected?: ConfirmBody },
): Promise<ImportView> {
  const record = await requireImport(strapi, documentId);
  const confirmed = await strapi.db.connection.transaction(async (trx) => {
    // First, because it locks the import against a second confirmation.
    const isFirst = await changeImport(
      trx,
      record.id,
      { from: ['review'] },
      { state: 'committing', progress: 0, freeLease: true },
    );
    if (!isFirst) return false;
    const locked = await findImport(trx, { id: record.id });
    if (!isAsExpected(locked?.counts ?? null, expected)) throw new Refusal('import.changed');
    const operation = await createOperation(trx, {
      kind: 'import',
      actor,
      params: { importId: documentId, fileName: record.fileName },
      state: 'running',
    });
    await changeImport(trx, record.id, { from: ['committing'] }, { operation });
    if (record.usedNames) await ensureNames(trx, record.usedNames, adminIdOf(actor));
    return true;
  });
  const view = await getImport(strapi, documentId);
  if (confirmed) runner.nudge();
  else if (!CONFIRMED.includes(view.state)) throw new Refusal('import.state');
  return view;
}

/** Takes a finished import back, as History does. */
export async function undoImport(
  strapi: Core.Strapi,
  documentId: string,
  actor: Actor,
): Promise<BulkAnswer> {
  const { operation } = await requireImport(strapi, documentId);
  if (!operation) throw new Refusal('import.state');
  return undoOperation(strapi, await requireOperation(strapi, operation.documentId), actor);
}

/** Ends an import at any step before it is done; rows that are written stay, and are counted exactly. */
export async function cancelImport(
  strapi: Core.Strapi,
  runner: WorkRunner,
  documentId: string,
): Promise<ImportView> {
  const knex = strapi.db.connection;
  const { id, counts } = await requireImport(strapi, documentId);
  const cancelled =
    (await changeImport(
      knex,
      id,
      { from: ['parsing', 'mapping', 'review'] },
      { state: 'cancelled' },
    )) || (await stopCommit(knex, id, { state: 'cancelled', total: counts?.total ?? 0 }));
  const view = await getImport(strapi, documentId);
  if (!cancelled && view.state !== 'cancelled') throw new Refusal('import.state');
  runner.interrupt('contact_imports', id);
  await deleteFile(knex, id);
  return view;
}
