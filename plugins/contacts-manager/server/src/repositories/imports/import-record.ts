import type {
  ChosenRecord,
  ColumnMapping,
  ImportCounts,
  ImportState,
  NewStatus,
  NumbersWithoutCountry,
  SharedSecondary,
} from '../../../../shared/contracts/imports';
import type { ErrorCode } from '../../../../shared/errors';
import type { Uniqueness } from '../../../../shared/uniqueness';
import type { Actor } from '../../domain/actor';
import type { PlanSummary, SourceTable } from '../../domain/import/types';
import type { UsedNames } from '../../domain/import/used-names';
import type { OperationRef } from '../operations';

/** The table of the content type `import`. */
export const IMPORTS = 'contact_imports';

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
  /** A person or a program chose these columns; otherwise they were found. */
  isMappingChosen: boolean;
  headers: string[] | null;
  counts: ImportCounts | null;
  newNames: PlanSummary['newNames'] | null;
  usedNames: UsedNames | null;
  assumedInternational: PlanSummary['assumedInternational'] | null;
  sharedNumbers: PlanSummary['sharedNumbers'] | null;
  numbersWithoutCountry: NumbersWithoutCountry | null;
  /** Rows with a problem that a country would solve. */
  lackingCountry: number;
  /** Rows that a person left out. */
  dropped: number;
  /** Rows that a person changed or left out since the file was read. */
  corrected: number;
  /** `contact_import_numbers` holds its rows. */
  numbersListed: boolean;
  formulaCells: number;
  appliedCreate: number;
  appliedUpdate: number;
  appliedTaken: number;
  errorCode: ErrorCode | null;
  /** A sentence about this file; null where that of the code says it all. */
  errorMessage: string | null;
  operation: OperationRef | null;
  actor: Actor;
  createdAt: Date;
  finishedAt: Date | null;
  /** Milliseconds that its ended steps took: reading and writing, without the time a person looked at it. */
  workMs: number;
  /** The uploaded file is still there. */
  hasFile: boolean;
}

/** A row of `contact_imports`. */
export interface ImportRow {
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
  mapping_chosen: boolean | number | null;
  headers: unknown;
  counts: unknown;
  new_names: unknown;
  used_names: unknown;
  assumed_international: unknown;
  shared_numbers: unknown;
  numbers_without_country: unknown;
  lacking_country: number | null;
  dropped: number | null;
  corrected: number | null;
  numbers_listed: boolean | number | null;
  formula_cells: number | null;
  applied_create: number;
  applied_update: number;
  applied_taken: number;
  error_code: ErrorCode | null;
  error_message: string | null;
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

/** SQLite keeps JSON as text. The columns are written by `records.ts` and `import-changes.ts` only, so their shape is known. */
const readJson = (value: unknown): unknown =>
  typeof value === 'string' ? (JSON.parse(value) as unknown) : value;

export const recordOf = (row: ImportRow): ImportRecord => ({
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
  isMappingChosen: Boolean(row.mapping_chosen),
  headers: readJson(row.headers) as ImportRecord['headers'],
  counts: readJson(row.counts) as ImportRecord['counts'],
  newNames: readJson(row.new_names) as ImportRecord['newNames'],
  usedNames: readJson(row.used_names) as ImportRecord['usedNames'],
  assumedInternational: readJson(row.assumed_international) as ImportRecord['assumedInternational'],
  sharedNumbers: readJson(row.shared_numbers) as ImportRecord['sharedNumbers'],
  numbersWithoutCountry: readJson(
    row.numbers_without_country,
  ) as ImportRecord['numbersWithoutCountry'],
  lackingCountry: row.lacking_country ?? 0,
  dropped: row.dropped ?? 0,
  corrected: row.corrected ?? 0,
  numbersListed: Boolean(row.numbers_listed),
  // Imports of a release that did not count them have none.
  formulaCells: row.formula_cells ?? 0,
  appliedCreate: row.applied_create,
  appliedUpdate: row.applied_update,
  appliedTaken: row.applied_taken,
  errorCode: row.error_code,
  errorMessage: row.error_message,
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
