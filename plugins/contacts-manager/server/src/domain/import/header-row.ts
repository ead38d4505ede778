import { parsePhone } from '../../../../shared/phone';
import { findWideRow } from '../../../../shared/wide-row';
import { lacksRequired, matchHeaders, usedColumns, type Fields } from './match-headers';
import type { RawRow } from './types';

/** Titles and notes above the table are common; further down, a header is a data row. */
const HEADER_SEARCH_ROWS = 10;

interface HeaderPlace {
  headers: string[];
  /** 1-based; 0 when the first row is data already. */
  headerRow: number;
  /** How many of the given rows come before the first data row. */
  dataStart: number;
  /** Whether a person need not be asked. */
  isObvious: boolean;
}

/** Where the header is, in the row a person chose or by what the rows look like; null when there is no such row. */
export function placeHeader(
  rows: readonly RawRow[],
  chosen: number | undefined,
  fields: Fields,
): HeaderPlace | null {
  if (chosen === undefined) return findHeader(rows.slice(0, HEADER_SEARCH_ROWS), fields);
  const at = chosen === 0 ? 0 : rows.findIndex(({ row }) => row === chosen);
  const headers = rows[at]?.cells;
  if (!headers) return null;
  return { headers, headerRow: chosen, dataStart: chosen === 0 ? 0 : at + 1, isObvious: true };
}

/**
 * The first row with all required fields, else the first with two words we know, else the first that is about as wide
 * as the table: a title above it has a cell or two.
 */
function findHeader(rows: readonly RawRow[], fields: Fields): HeaderPlace | null {
  const matches = rows.map(({ cells }) => matchHeaders(cells, fields).mapping);
  const complete = matches.findIndex((mapping) => !lacksRequired(mapping));
  const known = matches.findIndex((mapping) => usedColumns(mapping).length > 1);
  const at = [complete, known, findWide(rows)].find((index) => index !== -1) ?? 0;
  const header = rows[at];
  if (!header) return null;
  // Without a word we know, the row is the header unless it holds a number to call.
  const isWordless = Object.keys(matches[at] ?? {}).length === 0;
  const isHeaderless = isWordless && header.cells.some(isPhone);
  return {
    headers: header.cells,
    headerRow: isHeaderless ? 0 : header.row,
    dataStart: isHeaderless ? at : at + 1,
    isObvious: at === 0 || at === complete,
  };
}

/** People may have fewer cells than those below them, but a title has no number to call. */
const findWide = (rows: readonly RawRow[]): number =>
  rows[0]?.cells.some(isPhone) ? 0 : findWideRow(rows);

const isPhone = (cell: string): boolean => parsePhone(cell, { allowBareInternational: true }).ok;
