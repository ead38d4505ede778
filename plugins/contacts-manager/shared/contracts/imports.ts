import { z } from 'zod';
import type { ErrorCode } from '../errors';
import { isImportColumn, type ImportColumn } from '../import-fields';
import type { ContactStatus } from '../status';
import type { RowDecision } from './import-rows';

export const IMPORT_STATES = [
  'parsing',
  'mapping',
  'review',
  'committing',
  'done',
  'failed',
  'cancelled',
  // Done, and taken back since: kept by the change in History, not by the import.
  'undone',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

const hasColumnsOnce = (mapping: Partial<Record<ImportColumn, number | null>>): boolean => {
  const columns = Object.values(mapping).filter((column) => column !== null);
  return new Set(columns).size === columns.length;
};

/** Which column of the sheet feeds which field: 0-based column index, or null to leave a field out. */
export const mappingSchema = z
  .partialRecord(
    z.custom<ImportColumn>(isImportColumn),
    z.number().int().min(0).max(16_383).nullable(),
  )
  .refine(hasColumnsOnce, 'request.invalid');
export type ColumnMapping = z.output<typeof mappingSchema>;

const SHEET_NAME_MAX = 255;
const HEADER_ROW_MAX = 1_000;
/** 1-based row of the sheet that names the columns; 0 when the first row is a contact already. */
const headerRow = z.coerce
  .number('header-row.not-found')
  .int('header-row.not-found')
  .min(0, 'header-row.not-found')
  .max(HEADER_ROW_MAX, 'header-row.not-found');

/** A sheet that shows, with its first rows that have something in them, cut to what a preview needs. */
export interface SheetPreview {
  name: string;
  rows: { row: number; cells: string[] }[];
}

export const SHARED_SECONDARY = ['keep', 'drop'] as const;
export type SharedSecondary = (typeof SHARED_SECONDARY)[number];

/** What new contacts may be saved as; whoever blocks says why, which an import does not ask. */
export const NEW_STATUSES = ['active', 'archived'] as const satisfies readonly ContactStatus[];
export type NewStatus = (typeof NEW_STATUSES)[number];

const ADDED_GROUPS_MAX = 100;
/** Form fields are text: a list repeats its name, or comes with commas. */
const listOf = (value: unknown): unknown[] =>
  [value ?? []]
    .flat()
    .flatMap((part: unknown) => (typeof part === 'string' ? part.split(',') : [part]))
    .map((part) => (typeof part === 'string' ? part.trim() : part))
    .filter((part) => part !== '');

const countryCode = z.string().regex(/^([A-Za-z]{2})?$/);

/** POST /imports, the multipart fields beside `file`. */
export const importOptions = z.object({
  existing: z.enum(['skip', 'update']).default('skip'),
  unknownNames: z.enum(['create', 'reject']).default('create'),
  /**
   * Secondary numbers that somebody else has, where the settings allow it: keep them as shared numbers, or
   * leave them blank. Where they do not, such rows are problems.
   */
  sharedSecondary: z.enum(SHARED_SECONDARY).default('keep'),
  /** ISO 3166-1 alpha-2; empty means the installation's default country. */
  country: countryCode.default(''),
  /**
   * documentIds of groups that everyone is added to whom the import saves: new contacts, and with `update` existing
   * ones as well. Groups are added to those of the row and of the contact, never removed.
   */
  groups: z.preprocess(
    (value) => [...new Set(listOf(value))],
    z.array(z.string()).max(ADDED_GROUPS_MAX),
  ),
  /**
   * documentId of the category for contacts without one: a category that the row names wins, and with `update` so does
   * the one that an existing contact has.
   */
  category: z.string().trim().default(''),
  /** What new contacts are saved as; existing ones keep their status. `archived` takes the right to archive. */
  newStatus: z.enum(NEW_STATUSES).default('active'),
  /** The sheet of a workbook by its name; without it the one that looks like a list of people. */
  sheet: z.string().max(SHEET_NAME_MAX).default(''),
  headerRow: z.preprocess((value) => (value === '' ? undefined : value), headerRow.optional()),
  /** JSON text of a ColumnMapping; needed only when the headers are not the template's. */
  mapping: z.string().max(10_000).optional(),
});
export type ImportOptions = z.output<typeof importOptions>;

/**
 * POST /imports/:id/mapping, in state `mapping`; answers with the import, which is parsing again. Without a mapping
 * the headers of the chosen table decide, and may be asked about. What is left out stays as the import has it. In state
 * `review` the country alone may be another: the file is read again, without what was corrected since.
 */
export const mappingBody = z
  .object({
    sheet: z.string().max(SHEET_NAME_MAX).optional(),
    headerRow: headerRow.optional(),
    mapping: mappingSchema.optional(),
    /** ISO 3166-1 alpha-2 country of numbers without country code; empty means none. */
    country: countryCode.optional(),
    /** In state `review`: corrections that whoever asks knows of; refused when there are others. */
    corrected: z.number().int().min(0).optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'request.invalid');
export type MappingBody = z.output<typeof mappingBody>;

/**
 * POST /imports/:id/confirm: what the review said would be written. Refused as `import.changed` when it is something else
 * by now; whoever sends nothing confirms whatever it is.
 */
export const confirmBody = z.object({
  create: z.number().int().min(0).optional(),
  update: z.number().int().min(0).optional(),
});
export type ConfirmBody = z.output<typeof confirmBody>;

/** `total` is the sum of the others and of the rows that were left out. */
export type ImportCounts = Record<'total' | Exclude<RowDecision, 'drop'>, number>;

/** A group or category as it was called when it was chosen. */
export interface ChosenRecord {
  documentId: string;
  name: string;
}

/** Numbers that a file spells without country code, and the country that most of them seem to be of. */
export interface NumbersWithoutCountry {
  count: number;
  /** ISO 3166-1 alpha-2; null when they were read in a country that fits, or when no country suggests itself. */
  guess: string | null;
}

export const NEW_NAMES_LISTED = 500;

/** A name that does not exist, as first spelled in the file; `near` exists and differs by a letter or two. */
export interface NewName {
  name: string;
  rows: number;
  near?: string;
}

export interface ImportView {
  id: string;
  state: ImportState;
  /** 0–1 within the current state. */
  progress: number;
  fileName: string;
  options: {
    existing: 'skip' | 'update';
    unknownNames: 'create' | 'reject';
    sharedSecondary: SharedSecondary;
    country: string;
    groups: ChosenRecord[];
    category: ChosenRecord | null;
    newStatus: NewStatus;
  };
  counts: ImportCounts;
  /** Rows that a person left out of the import. */
  dropped: number;
  /** Rows that a person changed or left out since the file was read. */
  corrected: number;
  /** Imports that come before this one while it waits for a server; null when it does not wait. */
  queue: number | null;
  /** Rows written so far, and rows whose number was taken between review and commit. */
  applied: { create: number; update: number; taken: number };
  /**
   * Names that do not exist yet and would be created (or made their rows problems), with how many rows use them: up to
   * `NEW_NAMES_LISTED` of each kind, first those that are near one that exists.
   */
  newNames: {
    categories: NewName[];
    groups: NewName[];
  };
  /** How many there are of each kind. */
  newNameCounts: { categories: number; groups: number };
  /** Numbers without `+` that were read as international, by country, for confirmation. */
  assumedInternational: { country: string; rows: number }[];
  numbersWithoutCountry: NumbersWithoutCountry;
  /** Rows with a problem that a country for such numbers would solve. */
  lackingCountry: number;
  /** Rows whose secondary number somebody else has, which was kept or left blank; the first of them by number. */
  sharedNumbers: { rows: number; first: number[] };
  /** Cells whose value is what a formula came to when the file was saved, or blank where none was saved. */
  formulaCells: number;
  /** What a person is asked in state `mapping`: where the list is, or which column is which; else null. */
  question: 'table' | 'columns' | null;
  /** Sheets that show; a text file has one without a name. They have rows in state `mapping` only. */
  sheets: SheetPreview[];
  /** What is read, or suggested while a person is asked; null before the file was looked at. */
  sheet: string | null;
  headerRow: number | null;
  headers: string[];
  mapping: ColumnMapping;
  createdAt: string;
  createdBy: string | null;
  finishedAt: string | null;
  /** Milliseconds from the upload to the review and from the confirmation to the result, of the steps that have ended. */
  workMs: number;
  /** GET /imports/:id/file answers with the uploaded file, byte for byte. */
  hasFile: boolean;
  operationId: string | null;
  error?: { code: ErrorCode; message: string };
}
export interface ImportAnswer extends ImportView {}
/** GET /imports: newest first. */
export const importListQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
export interface ImportListAnswer {
  results: ImportView[];
  pagination: { page: number; pageSize: number; total: number };
}
