import type { Knex } from 'knex';
import type { RowDecision, RowIssue } from '../../../../shared/contracts/import-rows';
import type { E164 } from '../../../../shared/phone';
import type { CheckedRow, SheetRow, StagedRow } from '../../domain/import/types';
import { relistNumbers } from './numbers';
import { stageRows } from './rows';

const TABLE = 'contact_import_rows';

/** A staged row as it is before it is corrected. */
export interface PlannedRow {
  row: SheetRow;
  decision: RowDecision;
  cells: CheckedRow['cells'];
  issues: RowIssue[];
  primaryContact: E164 | null;
  secondaryContact: E164 | null;
  sharesNumber: boolean;
}

interface Row {
  row: SheetRow;
  decision: RowDecision;
  cells: string;
  issues: string;
  primary_contact: E164 | null;
  secondary_contact: E164 | null;
  shares_number: number | null;
}

/** In the order of the sheet. The JSON was written by `stageRows`. */
export async function loadPlanned(
  knex: Knex,
  importId: number,
  rows: readonly number[],
): Promise<PlannedRow[]> {
  if (rows.length === 0) return [];
  const found = await knex(TABLE)
    .where({ import_id: importId })
    .whereIn('row', rows)
    .orderBy('row')
    .select<Row[]>(
      'row',
      'decision',
      'cells',
      'issues',
      'primary_contact',
      'secondary_contact',
      'shares_number',
    );
  return found.map((row) => ({
    row: row.row,
    decision: row.decision,
    cells: JSON.parse(row.cells) as PlannedRow['cells'],
    issues: JSON.parse(row.issues) as RowIssue[],
    primaryContact: row.primary_contact,
    secondaryContact: row.secondary_contact,
    sharesNumber: row.shares_number === 1,
  }));
}

export interface RowCells {
  row: number;
  cells: CheckedRow['cells'];
}

/** What stands in the next rows behind `after`. */
export async function readCells(
  knex: Knex,
  importId: number,
  { after, limit }: { after: number; limit: number },
): Promise<RowCells[]> {
  const found = await knex(TABLE)
    .where({ import_id: importId })
    .where('row', '>', after)
    .orderBy('row')
    .limit(limit)
    .select<{ row: number; cells: string }[]>('row', 'cells');
  return found.map(({ row, cells }) => ({ row, cells: JSON.parse(cells) as RowCells['cells'] }));
}

/** Puts corrected rows in the place of what was planned for them. */
export async function restageRows(trx: Knex, importId: number, rows: StagedRow[]): Promise<void> {
  const numbers = rows.map(({ row }) => row);
  await trx(TABLE).where({ import_id: importId }).whereIn('row', numbers).delete();
  await stageRows(trx, importId, rows);
  await relistNumbers(trx, importId, numbers);
}
