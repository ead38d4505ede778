import type { SheetPreview } from '../../../../shared/contracts/imports';
import type { RawRow } from './types';

export const PREVIEW_ROWS = 15;
const PREVIEW_COLUMNS = 15;
const PREVIEW_CELL = 60;

/** Enough of a sheet to see what it is, and which row has the headers. */
export const previewOf = (name: string, rows: readonly RawRow[]): SheetPreview => ({
  name,
  rows: rows.slice(0, PREVIEW_ROWS).map(({ row, cells }) => ({
    row,
    cells: cells.slice(0, PREVIEW_COLUMNS).map((cell) => [...cell].slice(0, PREVIEW_CELL).join('')),
  })),
});
