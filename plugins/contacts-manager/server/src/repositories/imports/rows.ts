import type { Knex } from 'knex';
import type {
  ImportRowView,
  RowDecision,
  RowIssue,
  RowState,
} from '../../../../shared/contracts/imports';
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

/** Removes the staged rows of an import in small steps. */
export async function clearRows(knex: Knex, importId: number): Promise<void> {
  for (;;) {
    const last = await knex(TABLE)
      .where({ import_id: importId })
      .orderBy('row')
      .offset(DELETED_AT_ONCE - 1)
      .first<{ row: number } | undefined>('row');
    const query = knex(TABLE).where({ import_id: importId });
    if (last) void query.where('row', '<=', last.row);
    await query.delete();
    if (!last) return;
    await giveWay(dialectOf(knex));
  }
}

interface ReviewedRow {
  row: number;
  decision: RowDecision;
  state: RowState;
  cells: string;
  changes: string;
  issues: string;
}

export interface RowFilter {
  decision?: RowDecision | undefined;
  state?: RowState | undefined;
}

/** Staged rows in the order of the sheet. */
export async function listRows(
  knex: Knex,
  importId: number,
  filter: RowFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: ImportRowView[]; total: number }> {
  const selected = () => {
    const query = knex(`${TABLE} as r`)
      .join('contact_imports as i', 'i.id', 'r.import_id')
      .where('r.import_id', importId);
    if (filter.decision) void query.where('r.decision', filter.decision);
    if (filter.state) void query.whereRaw(`${ROW_STATE} = ?`, [filter.state]);
    return query;
  };
  const rows = await selected()
    .select<ReviewedRow[]>('r.row', 'r.decision', 'r.cells', 'r.changes', 'r.issues')
    .select(knex.raw(`${ROW_STATE} as state`))
    .orderBy('r.row')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const counted = await selected().count<{ total: number | string }[]>('* as total');
  return { rows: rows.map(viewOf), total: Number(counted[0]?.total ?? 0) };
}

/** Rows are applied in order, so how far the import has come says which of them are. */
const ROW_STATE = `case
  when r.state = 'planned' and r.decision in ('create', 'update') and r.row <= i.applied_row
  then 'applied' else r.state end`;

/** The JSON was written by `stageRows`. */
const viewOf = (row: ReviewedRow): ImportRowView => ({
  row: row.row,
  decision: row.decision,
  state: row.state,
  cells: JSON.parse(row.cells) as ImportRowView['cells'],
  changes: JSON.parse(row.changes) as ImportRowView['changes'],
  issues: JSON.parse(row.issues) as RowIssue[],
});
