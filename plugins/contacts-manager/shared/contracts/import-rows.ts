import { z } from 'zod';
import type { ErrorCode } from '../errors';
import { isImportColumn, type ImportColumn } from '../import-fields';
import { MAX_CELL } from '../import-limits';
import type { ImportView } from './imports';

/**
 * What the plan says of a row; `drop` is a person who left it out. `applied` lives beside it, so that the reviewed
 * plan stays readable.
 */
export const ROW_DECISIONS = ['create', 'update', 'unchanged', 'skip', 'reject', 'drop'] as const;
export type RowDecision = (typeof ROW_DECISIONS)[number];
export const ROW_STATES = ['planned', 'applied', 'taken'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** So many rows beside those asked for fit in an address. */
export const ROWS_KEPT = 1_000;

export interface RowIssue {
  /** 1-based row of the sheet, header row included, as the spreadsheet program shows it. */
  row: number;
  field: ImportColumn;
  code: ErrorCode;
  /** What stands in the cell. */
  value: string;
  /** For `phone.taken` and `phone.repeated`: the owner's name, or the row that has the number already. */
  detail?: string;
}
export interface ImportRowView {
  row: number;
  decision: RowDecision;
  state: RowState;
  cells: Partial<Record<ImportColumn, string>>;
  /** What a number was read as (E.164), where the cell spells it in another way. */
  readAs?: { primaryContact?: string; secondaryContact?: string };
  /** Updates: only the fields that change. */
  changes: { field: ImportColumn; before: string; after: string }[];
  issues: RowIssue[];
}
/**
 * GET /imports/:id/rows?decision=&state=&page=. `state=taken` are the rows whose number was taken after the review,
 * `state=planned` those that are to be written and are not yet, or were not when the import stopped. `keep` names
 * further rows, by commas: somebody who corrects problems row by row goes on behind them, and finds them in their place.
 */
export const importRowsQuery = z.object({
  decision: z.enum(ROW_DECISIONS).optional(),
  state: z.enum(ROW_STATES).optional(),
  keep: z
    .string()
    .max(ROWS_KEPT * 8)
    .regex(/^\d{1,7}(,\d{1,7})*$/)
    .transform((text) => text.split(',').map(Number))
    .optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
export interface ImportRowsAnswer {
  results: ImportRowView[];
  pagination: { page: number; pageSize: number; total: number };
}

/**
 * PATCH /imports/:id/rows/:row: cells as a person types them, or whether the row is left out. The row is checked
 * again against the file and the directory.
 */
export const rowPatchBody = z
  .object({
    cells: z
      .partialRecord(z.custom<ImportColumn>(isImportColumn), z.string().max(MAX_CELL))
      .optional(),
    dropped: z.boolean().optional(),
  })
  .refine(({ cells, dropped }) => cells !== undefined || dropped !== undefined, 'request.invalid');
export type RowPatch = z.output<typeof rowPatchBody>;
export interface RowPatchAnswer {
  row: ImportRowView;
  /** Rows that had waited for a number which is free now. */
  others: ImportRowView[];
  import: ImportView;
}

/**
 * POST /imports/:id/replace, rows behind `after` of the sheet. `text` replaces parts of a cell whatever their case;
 * `name` one category or group by another.
 */
export const replaceBody = z.object({
  field: z.custom<ImportColumn>(isImportColumn),
  find: z.string().min(1).max(MAX_CELL),
  replace: z.string().max(MAX_CELL),
  as: z.enum(['text', 'name']).default('text'),
  after: z.number().int().min(0).default(0),
});
export type ReplaceBody = z.output<typeof replaceBody>;
export interface ReplaceAnswer {
  /** Rows changed by this request. */
  changed: number;
  /** Where the next request goes on; null at the end of the file. */
  next: number | null;
  import: ImportView;
}
