import type { Knex } from 'knex';
import { dialectOf, giveWay, rawRows } from '../../database/dialect';
import {
  RESERVE_IDS_POSTGRES,
  RESERVE_IDS_SQLITE,
  STAGED_COLUMNS,
  stageSql,
} from '../../database/import-sql';
import { recordsJson } from '../../database/records';
import type { StagedRow } from '../../domain/import/types';

const TABLE = 'contact_import_rows';
/** Rows removed at once: SQLite's server stands still meanwhile. */
const DELETED_AT_ONCE = 5_000;

/** Writes planned rows; new contacts get the id they will have. */
export async function stageRows(trx: Knex, importId: number, rows: StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const created = rows.filter((row) => row.decision === 'create').length;
  const ids = (await reserveContactIds(trx, created)).values();
  const records = rows.map((row) => ({
    row: row.row,
    decision: row.decision,
    contact_id: row.decision === 'create' ? (ids.next().value ?? null) : row.contactId,
    document_id: row.documentId,
    name: row.name,
    primary_contact: row.primaryContact,
    secondary_contact: row.secondaryContact,
    email: row.email,
    notes: row.notes,
    custom_fields: row.customFields && JSON.stringify(row.customFields),
    category_key: row.categoryKey,
    group_keys: JSON.stringify(row.groupKeys),
    search_text: row.searchText,
    cells: JSON.stringify(row.cells),
    changes: JSON.stringify(row.changes),
    issues: JSON.stringify(row.issues),
    shares_number: row.sharesNumber ? 1 : 0,
  }));
  await trx.raw(stageSql(dialectOf(trx)), { importId, rows: recordsJson(STAGED_COLUMNS, records) });
}

async function reserveContactIds(trx: Knex, amount: number): Promise<number[]> {
  if (amount === 0) return [];
  if (dialectOf(trx) === 'postgres') {
    const rows = await rawRows<{ id: number | string }>(trx.raw(RESERVE_IDS_POSTGRES, { amount }));
    return rows.map((row) => Number(row.id));
  }
  await trx.raw(RESERVE_IDS_SQLITE.ensure);
  const [reserved] = await rawRows<{ first: number }>(
    trx.raw(RESERVE_IDS_SQLITE.advance, { amount }),
  );
  if (!reserved) throw new Error('SQLite keeps no sequence of the contacts.');
  return Array.from({ length: amount }, (_, offset) => reserved.first + offset);
}

/**
 * Removes the staged rows of an import, and whose number is whose, in small steps. Each begins with `hold`, which throws
 * when they are somebody else's by now.
 */
export async function clearRows(
  knex: Knex,
  importId: number,
  hold: (trx: Knex) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const [table, order] of [
    ['contact_import_numbers', 'phone'],
    [TABLE, 'row'],
  ] as const) {
    for (let isMore = true; isMore;) {
      isMore = await knex.transaction(async (trx) => {
        await hold(trx);
        return clearStep(trx, { table, order, importId });
      });
      if (isMore) await giveWay(dialectOf(knex));
    }
  }
}

/** Whether there is more. */
async function clearStep(
  trx: Knex,
  { table, order, importId }: { table: string; order: string; importId: number },
): Promise<boolean> {
  const last = await trx(table)
    .where({ import_id: importId })
    .orderBy(order)
    .offset(DELETED_AT_ONCE - 1)
    .first<Record<string, number | string> | undefined>(order);
  const query = trx(table).where({ import_id: importId });
  if (last) void query.where(order, '<=', last[order] ?? 0);
  await query.delete();
  return last !== undefined;
}
