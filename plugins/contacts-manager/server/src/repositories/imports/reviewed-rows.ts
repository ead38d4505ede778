import type { Knex } from 'knex';
import type {
  ImportRowView,
  RowDecision,
  RowIssue,
  RowState,
} from '../../../../shared/contracts/import-rows';

const TABLE = 'contact_import_rows';

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

const WRITTEN: readonly RowDecision[] = ['create', 'update'];

export interface RowFilter {
  decision?: RowDecision | undefined;
  state?: RowState | undefined;
  /** Rows that are listed whatever was decided of them. */
  keep?: number[] | undefined;
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
    const { decision, keep = [] } = filter;
    if (decision) {
      void query.where((either) => {
        void either.where('r.decision', decision).orWhereIn('r.row', keep);
      });
    }
    if (filter.state) void query.whereRaw(`${ROW_STATE} = ?`, [filter.state]);
    if (filter.state === 'planned') void query.whereIn('r.decision', WRITTEN);
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
const IS_LEFT = `(r.decision = 'reject' or r.state = 'taken' or (i.state in ('failed', 'cancelled')
  and r.decision in ('create', 'update') and ${ROW_STATE} = 'planned'))`;

/**
 * The rows that are not imported because of a problem, or were not because their number was taken meanwhile or the
 * import stopped before them.
 */
export async function* readProblems(knex: Knex, importId: number): AsyncGenerator<ImportRowView[]> {
  for (let after = 0; ;) {
    const rows: ReviewedRow[] = await knex(`${TABLE} as r`)
      .join('contact_imports as i', 'i.id', 'r.import_id')
      .where('r.import_id', importId)
      .where('r.row', '>', after)
      .whereRaw(IS_LEFT)
      .orderBy('r.row')
      .limit(PROBLEMS_AT_ONCE)
      .select(...REVIEWED, knex.raw(`${ROW_STATE} as state`));
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(viewOf);
    after = last.row;
  }
}
