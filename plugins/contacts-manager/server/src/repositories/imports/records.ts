import type { Knex } from 'knex';
import type {
  ChosenRecord,
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

export interface ImportRecord {
  id: number;
  documentId: string;
  state: ImportState;
  progress: number;
  fileName: string;
  existing: 'skip' | 'update';
  unknownNames: 'create' | 'reject';
  sharedSecondary: SharedSecondary;
  /** The setting that its plan was made under. */
  uniqueness: Uniqueness;
  country: string;
  /** Groups for everybody, and the category for those without one. */
  added: { groups: ChosenRecord[]; category: ChosenRecord | null };
  newStatus: NewStatus;
  /** Where a person said the list is. */
  sheet: string | null;
  headerRow: number | null;
  /** Where it was found, or what is suggested to the person who is asked. */
  table: SourceTable | null;
  question: 'table' | 'columns' | null;
  mapping: ColumnMapping | null;
  headers: string[] | null;
  counts: ImportCounts | null;
  newNames: PlanSummary['newNames'] | null;
  usedNames: UsedNames | null;
  assumedInternational: PlanSummary['assumedInternational'] | null;
  sharedNumbers: PlanSummary['sharedNumbers'] | null;
  /** Rows that a person left out. */
  dropped: number;
  /** `contact_import_numbers` holds its rows. */
  numbersListed: boolean;
  formulaCells: number;
  appliedCreate: number;
  appliedUpdate: number;
  appliedTaken: number;
  errorCode: ErrorCode | null;
  operation: OperationRef | null;
  actor: Actor;
  createdAt: Date;
  finishedAt: Date | null;
  /** Milliseconds that its ended steps took: reading and writing, without the time a person looked at it. */
  workMs: number;
  /** The uploaded file is still there. */
  hasFile: boolean;
}

interface ImportRow {
  id: number;
  document_id: string;
  state: ImportState;
  progress: number;
  file_name: string;
  existing: 'skip' | 'update';
  unknown_names: 'create' | 'reject';
  shared_secondary: SharedSecondary | null;
  uniqueness: Uniqueness | null;
  country: string | null;
  added_groups: unknown;
  added_category: unknown;
  new_status: NewStatus | null;
  sheet: string | null;
  header_row: number | null;
  source_table: unknown;
  question: 'table' | 'columns' | null;
  mapping: unknown;
  headers: unknown;
  counts: unknown;
  new_names: unknown;
  used_names: unknown;
  assumed_international: unknown;
  shared_numbers: unknown;
  dropped: number | null;
  numbers_listed: boolean | number | null;
  formula_cells: number | null;
  applied_create: number;
  applied_update: number;
  applied_taken: number;
  error_code: ErrorCode | null;
  operation_id: number | null;
  operation_document_id: string | null;
  undone_by?: number | null;
  actor_type: Actor['type'];
  actor_id: string | null;
  actor_name: string | null;
  created_at: Date | number;
  finished_at: Date | number | null;
  work_ms: number | null;
  has_file?: boolean | number;
}

const TABLE = 'contact_imports';

/** SQLite keeps JSON as text. The columns are written by this file only, so their shape is known. */
const readJson = (value: unknown): unknown =>
  typeof value === 'string' ? (JSON.parse(value) as unknown) : value;

const recordOf = (row: ImportRow): ImportRecord => ({
  id: row.id,
  documentId: row.document_id,
  state: row.state === 'done' && row.undone_by ? 'undone' : row.state,
  progress: row.progress,
  fileName: row.file_name,
  existing: row.existing,
  unknownNames: row.unknown_names,
  // Imports of a release that did not know of shared numbers have neither.
  sharedSecondary: row.shared_secondary ?? 'keep',
  uniqueness: row.uniqueness ?? 'any',
  country: row.country ?? '',
  // Imports of a release that added nothing have none.
  added: {
    groups: (readJson(row.added_groups) ?? []) as ChosenRecord[],
    category: (readJson(row.added_category) ?? null) as ChosenRecord | null,
  },
  newStatus: row.new_status ?? 'active',
  sheet: row.sheet,
  headerRow: row.header_row,
  table: readJson(row.source_table) as ImportRecord['table'],
  question: row.question,
  mapping: readJson(row.mapping) as ImportRecord['mapping'],
  headers: readJson(row.headers) as ImportRecord['headers'],
  counts: readJson(row.counts) as ImportRecord['counts'],
  newNames: readJson(row.new_names) as ImportRecord['newNames'],
  usedNames: readJson(row.used_names) as ImportRecord['usedNames'],
  assumedInternational: readJson(row.assumed_international) as ImportRecord['assumedInternational'],
  sharedNumbers: readJson(row.shared_numbers) as ImportRecord['sharedNumbers'],
  dropped: row.dropped ?? 0,
  numbersListed: Boolean(row.numbers_listed),
  // Imports of a release that did not count them have none.
  formulaCells: row.formula_cells ?? 0,
  appliedCreate: row.applied_create,
  appliedUpdate: row.applied_update,
  appliedTaken: row.applied_taken,
  errorCode: row.error_code,
  operation:
    row.operation_id === null
      ? null
      : { id: row.operation_id, documentId: row.operation_document_id ?? '' },
  actor: { type: row.actor_type, id: row.actor_id, name: row.actor_name },
  createdAt: new Date(row.created_at),
  finishedAt: row.finished_at === null ? null : new Date(row.finished_at),
  // Imports of a release that did not keep the time have none.
  workMs: row.work_ms ?? 0,
  hasFile: Boolean(row.has_file),
});

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
  dropped?: number;
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
  const { dropped, numbersListed, formulaCells, sheet, headerRow, headersKey, question } = changes;
  const jsonColumns = {
    source_table: changes.table,
    mapping: changes.mapping,
    headers: changes.headers,
    counts: changes.counts,
    new_names: changes.newNames,
    used_names: changes.usedNames,
    assumed_international: changes.assumedInternational,
    shared_numbers: changes.sharedNumbers,
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
    ...(dropped !== undefined && { dropped }),
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
