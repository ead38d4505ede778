import type { Core } from '@strapi/strapi';
import type {
  ReplaceAnswer,
  ReplaceBody,
  RowPatch,
  RowPatchAnswer,
} from '../../../../shared/contracts/import-rows';
import { fieldError, refuseFields, Refusal } from '../../../../shared/errors';
import { dialectOf, giveWay } from '../../database/dialect';
import { patchCells, replaceInCells } from '../../domain/import/corrections';
import { readCells } from '../../repositories/imports/corrections';
import { listNumbers } from '../../repositories/imports/numbers';
import type { ImportRecord } from '../../repositories/imports/import-record';
import { findRows } from '../../repositories/imports/reviewed-rows';
import { getImport, requireImport } from './review';
import { reviseRows, type Correct, type Revision } from './revise';

/** Rows that one request looks through, and rows that it changes: short enough to show progress by. */
const LOOKED_THROUGH = 20_000;
const CHANGED_AT_ONCE = 500;
const READ_AT_ONCE = 1_000;

/** The import whose rows may be corrected, with the list of whose number is whose. */
async function openCorrections(strapi: Core.Strapi, documentId: string): Promise<ImportRecord> {
  const record = await requireImport(strapi, documentId);
  if (record.state !== 'review') throw new Refusal('import.state');
  if (!record.numbersListed) await listNumbers(strapi.db.connection, record.id);
  return record;
}

const revise = (
  strapi: Core.Strapi,
  { id }: ImportRecord,
  rows: readonly number[],
  correct: Correct,
): Promise<Revision> =>
  strapi.db.connection.transaction((trx) => reviseRows(trx, id, rows, correct));

/** Corrects one row, leaves it out or takes it in again, and answers with what it is now. */
export async function correctRow(
  strapi: Core.Strapi,
  documentId: string,
  row: number,
  patch: RowPatch,
): Promise<RowPatchAnswer> {
  const record = await openCorrections(strapi, documentId);
  const { corrected, others } = await revise(strapi, record, [row], ({ cells, decision }) => ({
    cells: patchCells(cells, patch.cells),
    dropped: patch.dropped ?? decision === 'drop',
  }));
  const [view, ...freed] = await findRows(strapi.db.connection, record.id, [
    ...corrected,
    ...others,
  ]);
  if (!view) throw new Refusal('import.row-not-found');
  return { row: view, others: freed, import: await getImport(strapi, documentId) };
}

/** Replaces in the next rows; `next` says where to go on. */
export async function replaceInRows(
  strapi: Core.Strapi,
  documentId: string,
  { after, ...replacement }: ReplaceBody,
): Promise<ReplaceAnswer> {
  if (replacement.as === 'name' && !['category', 'groups'].includes(replacement.field)) {
    throw refuseFields([fieldError(['field'], 'value.invalid')]);
  }
  const record = await openCorrections(strapi, documentId);
  const { rows, next } = await findReplaceable(strapi, record, { after, replacement });
  const { corrected } = await revise(strapi, record, rows, ({ cells, decision }) => {
    const replaced = replaceInCells(cells, replacement);
    return replaced && { cells: replaced, dropped: decision === 'drop' };
  });
  return { changed: corrected.length, next, import: await getImport(strapi, documentId) };
}

/** The next rows in which there is something to replace. */
async function findReplaceable(
  strapi: Core.Strapi,
  { id }: ImportRecord,
  { after, replacement }: { after: number; replacement: Omit<ReplaceBody, 'after'> },
): Promise<{ rows: number[]; next: number | null }> {
  const knex = strapi.db.connection;
  const rows: number[] = [];
  let last = after;
  for (let seen = 0; seen < LOOKED_THROUGH; seen += READ_AT_ONCE) {
    const read = await readCells(knex, id, { after: last, limit: READ_AT_ONCE });
    for (const { row, cells } of read) {
      if (rows.length === CHANGED_AT_ONCE) return { rows, next: last };
      if (replaceInCells(cells, replacement)) rows.push(row);
      last = row;
    }
    if (read.length < READ_AT_ONCE) return { rows, next: null };
    await giveWay(dialectOf(knex));
  }
  return { rows, next: last };
}
