import type { Knex } from 'knex';
import type {
  ColumnMapping,
  ImportCounts,
  ImportState,
} from '../../../../shared/contracts/imports';
import type { ErrorCode } from '../../../../shared/errors';
import type { Uniqueness } from '../../../../shared/uniqueness';
import { dialectOf } from '../../database/dialect';
import type { PlanSummary, SourceTable } from '../../domain/import/types';
import type { UsedNames } from '../../domain/import/used-names';
import { timestamp, type OperationRef } from '../operations';
import { IMPORTS, type ImportRecord } from './import-record';

export interface ImportChanges {
  state?: ImportState;
  progress?: number;
  sheet?: string | null;
  headerRow?: number | null;
  /** Only of an import whose columns a person chose: what is remembered for the same headers. */
  headersKey?: string | null;
  table?: SourceTable;
  question?: ImportRecord['question'];
  mapping?: ColumnMapping | null;
  mappingChosen?: boolean;
  headers?: string[];
  counts?: ImportCounts | null;
  newNames?: PlanSummary['newNames'] | null;
  usedNames?: UsedNames;
  assumedInternational?: PlanSummary['assumedInternational'] | null;
  sharedNumbers?: PlanSummary['sharedNumbers'] | null;
  numbersWithoutCountry?: PlanSummary['numbersWithoutCountry'] | null;
  lackingCountry?: number;
  dropped?: number;
  corrected?: number;
  country?: string;
  numbersListed?: boolean;
  formulaCells?: number;
  uniqueness?: Uniqueness;
  errorCode?: ErrorCode;
  errorMessage?: string;
  operation?: OperationRef;
  /** Lets anybody take the next step at once. */
  freeLease?: true;
}

const FINISHED: readonly ImportState[] = ['done', 'failed', 'cancelled'];
const WORKING: readonly ImportState[] = ['parsing', 'committing'];

/** What is stored as it is. */
const PLAIN_COLUMNS = {
  state: 'state',
  progress: 'progress',
  sheet: 'sheet',
  headerRow: 'header_row',
  headersKey: 'headers_key',
  question: 'question',
  country: 'country',
  mappingChosen: 'mapping_chosen',
  lackingCountry: 'lacking_country',
  dropped: 'dropped',
  corrected: 'corrected',
  numbersListed: 'numbers_listed',
  formulaCells: 'formula_cells',
  uniqueness: 'uniqueness',
  errorCode: 'error_code',
  errorMessage: 'error_message',
} as const satisfies Partial<Record<keyof ImportChanges, string>>;

const JSON_COLUMNS = {
  table: 'source_table',
  mapping: 'mapping',
  headers: 'headers',
  counts: 'counts',
  newNames: 'new_names',
  usedNames: 'used_names',
  assumedInternational: 'assumed_international',
  sharedNumbers: 'shared_numbers',
  numbersWithoutCountry: 'numbers_without_country',
} as const satisfies Partial<Record<keyof ImportChanges, string>>;

/** Those of the columns that are to change. */
function pick(
  changes: ImportChanges,
  columns: Partial<Record<keyof ImportChanges, string>>,
  write: (value: unknown) => unknown,
): Record<string, unknown> {
  const names = Object.entries(columns) as [keyof ImportChanges, string][];
  return Object.fromEntries(
    names
      .filter(([key]) => changes[key] !== undefined)
      .map(([key, column]) => [column, write(changes[key])]),
  );
}

function columnsOf(changes: ImportChanges, now: Date | number): Record<string, unknown> {
  const { state, operation, freeLease } = changes;
  const isFinished = state !== undefined && FINISHED.includes(state);
  return {
    updated_at: now,
    ...pick(changes, PLAIN_COLUMNS, (value) => value),
    ...pick(changes, JSON_COLUMNS, (value) => JSON.stringify(value)),
    ...(isFinished && { finished_at: now }),
    // First rows of a file that nobody imports are nobody's to keep.
    ...(isFinished && state !== 'done' && { source_table: null }),
    ...(operation && {
      operation_id: operation.id,
      operation_document_id: operation.documentId,
    }),
    ...(freeLease && { lease_until: 0, attempts: 0 }),
  };
}

/** The clock of a step starts when an import enters it, and what it took is added when the import leaves it. */
function clockColumns(trx: Knex, state: ImportState | undefined, now: number) {
  if (!state) return {};
  if (WORKING.includes(state)) return { step_started_at: now };
  return {
    step_started_at: null,
    // Servers need not agree on the time.
    work_ms: trx.raw(
      `coalesce(work_ms, 0) + case when step_started_at < :now then :now - step_started_at else 0 end`,
      { now },
    ),
  };
}

/**
 * Compare and set: changes the import if it is still in one of the states `from` and, when a fencing
 * number is given, nobody has claimed it since. Whether it was.
 */
export async function changeImport(
  trx: Knex,
  id: number,
  expected: { from: readonly ImportState[]; fence?: number },
  changes: ImportChanges,
): Promise<boolean> {
  const query = trx(IMPORTS).where({ id }).whereIn('state', expected.from);
  if (expected.fence !== undefined) void query.where({ fence: expected.fence });
  const now = new Date();
  const columns = columnsOf(changes, timestamp(dialectOf(trx), now));
  const clock = clockColumns(trx, changes.state, now.getTime());
  return (await query.update({ ...columns, ...clock })) === 1;
}
