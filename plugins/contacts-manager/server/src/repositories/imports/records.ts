import type { Knex } from 'knex';
import type {
  ColumnMapping,
  ImportCounts,
  ImportState,
  NewStatus,
  SharedSecondary,
} from '../../../../shared/contracts/imports';
import type { ErrorCode } from '../../../../shared/errors';
import type { Uniqueness } from '../../../../shared/uniqueness';
import { newDocumentId } from '../../domain/document-id';
import type { PlanSummary, SourceTable } from '../../domain/import/types';
import type { UsedNames } from '../../domain/import/used-names';
import type { Actor } from '../../domain/actor';
import { dialectOf } from '../../database/dialect';
import { timestamp, type OperationRef } from '../operations';
import { recordOf, type ImportRecord, type ImportRow } from './import-record';

const TABLE = 'contact_imports';

export interface NewImport {
  fileName: string;
  existing: 'skip' | 'update';
  unknownNames: 'create' | 'reject';
  sharedSecondary: SharedSecondary;
  country: string;
  added: ImportRecord['added'];
  newStatus: NewStatus;
  sheet: string | null;
  headerRow: number | null;
  mapping: ColumnMapping | null;
  actor: Actor;
}

/** A new import in state `parsing`, which whoever claims it first will read. */
export async function insertImport(trx: Knex, values: NewImport): Promise<ImportRecord> {
  const startedAt = new Date();
  const now = timestamp(dialectOf(trx), startedAt);
  const [row] = await trx(TABLE)
    .insert({
      document_id: newDocumentId(),
      state: 'parsing',
      progress: 0,
      file_name: values.fileName,
      existing: values.existing,
      unknown_names: values.unknownNames,
      shared_secondary: values.sharedSecondary,
      country: values.country,
      added_groups: JSON.stringify(values.added.groups),
      added_category: values.added.category && JSON.stringify(values.added.category),
      new_status: values.newStatus,
      sheet: values.sheet,
      header_row: values.headerRow,
      mapping: values.mapping && JSON.stringify(values.mapping),
      applied_create: 0,
      applied_update: 0,
      applied_taken: 0,
      applied_row: 0,
      actor_type: values.actor.type,
      actor_id: values.actor.id,
      actor_name: values.actor.name,
      step_started_at: startedAt.getTime(),
      lease_until: 0,
      fence: 0,
      attempts: 0,
      created_at: now,
      updated_at: now,
      published_at: now,
      created_by_id: adminIdOf(values.actor),
      updated_by_id: adminIdOf(values.actor),
    })
    .returning<ImportRow[]>('*');
  if (!row) throw new Error('The database did not answer with the new import.');
  return recordOf(row);
}

/** The admin account behind an actor, as Strapi's created_by columns want it. */
export const adminIdOf = ({ type, id }: Actor): number | null =>
  type === 'admin' && id !== null ? Number(id) : null;

/** An undo that was cancelled before its first step has undone nothing. */
const UNDONE_BY = `(select u.id from contact_operations o join contact_operations u on u.id = o.undone_by
  where o.id = contact_imports.operation_id
    and not (u.state = 'cancelled' and coalesce(u.cursor, 0) = 0)) as undone_by`;
const HAS_FILE = `exists (select 1 from contact_import_files f
  where f.import_id = contact_imports.id and f.part = 0) as has_file`;

const selectImports = (knex: Knex) =>
  knex(TABLE).select<ImportRow[]>('contact_imports.*', knex.raw(UNDONE_BY), knex.raw(HAS_FILE));

export async function findImport(
  knex: Knex,
  where: { id: number } | { document_id: string },
): Promise<ImportRecord | null> {
  const row = await selectImports(knex).where(where).first();
  return row ? recordOf(row) : null;
}

/** Newest first. */
export async function listImports(
  knex: Knex,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ records: ImportRecord[]; total: number }> {
  const rows = await selectImports(knex)
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const counted = await knex(TABLE).count<{ total: number | string }[]>('* as total');
  return { records: rows.map(recordOf), total: Number(counted[0]?.total ?? 0) };
}

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
  headers?: string[];
  counts?: ImportCounts;
  newNames?: PlanSummary['newNames'];
  usedNames?: UsedNames;
  assumedInternational?: PlanSummary['assumedInternational'];
  sharedNumbers?: PlanSummary['sharedNumbers'];
  numbersWithoutCountry?: PlanSummary['numbersWithoutCountry'];
  dropped?: number;
  corrected?: number;
  country?: string;
  numbersListed?: boolean;
  formulaCells?: number;
  uniqueness?: Uniqueness;
  errorCode?: ErrorCode;
  operation?: OperationRef;
  /** Lets anybody take the next step at once. */
  freeLease?: true;
}

const FINISHED: readonly ImportState[] = ['done', 'failed', 'cancelled'];
const WORKING: readonly ImportState[] = ['parsing', 'committing'];

const json = (value: unknown) => (value === undefined ? {} : JSON.stringify(value));

function columnsOf(changes: ImportChanges, now: Date | number): Record<string, unknown> {
  const { state, progress, uniqueness, errorCode, operation, freeLease } = changes;
  const {
    country,
    corrected,
    dropped,
    numbersListed,
    formulaCells,
    sheet,
    headerRow,
    headersKey,
    question,
  } = changes;
  const jsonColumns = {
    source_table: changes.table,
    mapping: changes.mapping,
    headers: changes.headers,
    counts: changes.counts,
    new_names: changes.newNames,
    used_names: changes.usedNames,
    assumed_international: changes.assumedInternational,
    shared_numbers: changes.sharedNumbers,
    numbers_without_country: changes.numbersWithoutCountry,
  };
  return {
    updated_at: now,
    ...(state && { state }),
    ...(state && FINISHED.includes(state) && { finished_at: now }),
    // First rows of a file that nobody imports are nobody's to keep.
    ...(state && state !== 'done' && FINISHED.includes(state) && { source_table: null }),
    ...(progress !== undefined && { progress }),
    ...(formulaCells !== undefined && { formula_cells: formulaCells }),
    ...(uniqueness && { uniqueness }),
    ...(sheet !== undefined && { sheet }),
    ...(headerRow !== undefined && { header_row: headerRow }),
    ...(question !== undefined && { question }),
    ...(headersKey !== undefined && { headers_key: headersKey }),
    ...(country !== undefined && { country }),
    ...(dropped !== undefined && { dropped }),
    ...(corrected !== undefined && { corrected }),
    ...(numbersListed !== undefined && { numbers_listed: numbersListed }),
    ...(errorCode && { error_code: errorCode }),
    ...(operation && {
      operation_id: operation.id,
      operation_document_id: operation.documentId,
    }),
    ...(freeLease && { lease_until: 0, attempts: 0 }),
    ...Object.fromEntries(
      Object.entries(jsonColumns)
        .filter(([, value]) => value !== undefined)
        .map(([column, value]) => [column, json(value)]),
    ),
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
  const query = trx(TABLE).where({ id }).whereIn('state', expected.from);
  if (expected.fence !== undefined) void query.where({ fence: expected.fence });
  const now = new Date();
  const columns = columnsOf(changes, timestamp(dialectOf(trx), now));
  const clock = clockColumns(trx, changes.state, now.getTime());
  return (await query.update({ ...columns, ...clock })) === 1;
}
