import type { Knex } from 'knex';
import type {
  ImportRowView,
  RowDecision,
  RowIssue,
  RowState,
} from '../../../../shared/contracts/import-rows';
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

interface ReviewedRow {
  row: number;
  decision: RowDecision;
  state: RowState;
  primary_contact: string | null;
  secondary_contact: string | null;
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
    .select<ReviewedRow[]>(REVIEWED)
    .select(knex.raw(`${ROW_STATE} as state`))
    .orderBy('r.row')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const counted = await selected().count<{ total: number | string }[]>('* as total');
  return { rows: rows.map(viewOf), total: Number(counted[0]?.total ?? 0) };
}

const REVIEWED = [
  ...['r.row', 'r.decision', 'r.primary_contact', 'r.secondary_contact'],
  ...['r.cells', 'r.changes', 'r.issues'],
];

/** Staged rows by their numbers in the sheet, in the order asked for. */
export async function findRows(
  knex: Knex,
  importId: number,
  rows: readonly number[],
): Promise<ImportRowView[]> {
  const found: ReviewedRow[] = await knex(`${TABLE} as r`)
    .join('contact_imports as i', 'i.id', 'r.import_id')
    .where('r.import_id', importId)
    .whereIn('r.row', rows)
    .select(REVIEWED)
    .select(knex.raw(`${ROW_STATE} as state`));
  const byRow = new Map(found.map((row) => [row.row, viewOf(row)]));
  return rows.flatMap((row) => byRow.get(row) ?? []);
}

/** Rows are applied in order, so how far the import has come says which of them are. */
const ROW_STATE = `case
  when r.state = 'planned' and r.decision in ('create', 'update') and r.row <= i.applied_row
  then 'applied' else r.state end`;

/** The JSON was written by `stageRows`. */
function viewOf(row: ReviewedRow): ImportRowView {
  const cells = JSON.parse(row.cells) as ImportRowView['cells'];
  const readAs = readAsOf(row, cells);
  return {
    row: row.row,
    decision: row.decision,
    state: row.state,
    cells,
    ...(readAs && { readAs }),
    changes: JSON.parse(row.changes) as ImportRowView['changes'],
    issues: JSON.parse(row.issues) as RowIssue[],
  };
}

function readAsOf(row: ReviewedRow, cells: ImportRowView['cells']): ImportRowView['readAs'] | null {
  const numbers = {
    primaryContact: row.primary_contact,
    secondaryContact: row.secondary_contact,
  };
  const other = Object.entries(numbers).filter(
    ([field, number]) => number !== null && number !== cells[field as keyof typeof numbers],
  );
  return other.length > 0 ? Object.fromEntries(other) : null;
}

const PROBLEMS_AT_ONCE = 500;

/** The rows that are not imported because of a problem, or were not because their number was taken meanwhile. */
export async function* readProblems(knex: Knex, importId: number): AsyncGenerator<ImportRowView[]> {
  for (let after = 0; ;) {
    const rows = await knex(`${TABLE} as r`)
      .where('r.import_id', importId)
      .where('r.row', '>', after)
      .whereRaw(`(r.decision = 'reject' or r.state = 'taken')`)
      .orderBy('r.row')
      .limit(PROBLEMS_AT_ONCE)
      .select<ReviewedRow[]>(...REVIEWED, 'r.state');
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(viewOf);
    after = last.row;
  }
}
