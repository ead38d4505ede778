import type { ColumnMapping } from '../../../../shared/contracts/imports';
import { guessColumns } from './guess-columns';
import { placeHeader } from './header-row';
import { lacksRequired, matchHeaders, REQUIRED, usedColumns, type Fields } from './match-headers';
import type { RawRow } from './types';

interface Table {
  headers: string[];
  /** 1-based; 0 when the first row is data already. */
  headerRow: number;
}

export type HeaderReading =
  | (Table & {
      kind: 'ready';
      mapping: ColumnMapping;
      /** How many of the given rows come before the first data row. */
      dataStart: number;
    })
  | (Table & {
      kind: 'needs-mapping';
      /** What is to be asked first: which row has the headers, or which column is which. */
      question: 'table' | 'columns';
      guess: ColumnMapping;
    })
  | { kind: 'missing-column' }
  | { kind: 'missing-row' };

interface Chosen {
  mapping?: ColumnMapping | undefined;
  /** 1-based; 0 for no header at all. */
  headerRow?: number | undefined;
}

/** Rows that say how many columns there are, headers or not. */
const WIDTH_ROWS = 50;

/**
 * Finds the header row among the first rows of a table and the columns of our fields. What a person chose is kept to:
 * with a mapping only the row is looked for.
 */
export function readHeaders(
  rows: readonly RawRow[],
  chosen: Chosen = {},
  fields: Fields = [],
): HeaderReading {
  const place = placeHeader(rows, chosen.headerRow, fields);
  if (!place) return { kind: rows.length > 0 ? 'missing-row' : 'missing-column' };
  const { headers, dataStart, headerRow, isObvious } = place;
  const table = { headers, headerRow };
  if (chosen.mapping) {
    if (lacksRequired(chosen.mapping)) return { kind: 'missing-column' };
    return { kind: 'ready', ...table, mapping: chosen.mapping, dataStart };
  }
  const { mapping, isAmbiguous } = matchHeaders(headers, fields);
  if (!lacksRequired(mapping) && !isAmbiguous) {
    return { kind: 'ready', ...table, mapping, dataStart };
  }
  const data = rows.slice(dataStart);
  const columns = widened(headers, data);
  // Whoever chose the row sees its columns, also those without a header.
  const isNamed = (header: string) => chosen.headerRow !== undefined || header.trim() !== '';
  if (!canBeMapped(columns, isNamed, mapping)) return { kind: 'missing-column' };
  return {
    kind: 'needs-mapping',
    question: isObvious ? 'columns' : 'table',
    headers: columns,
    headerRow,
    guess: guessColumns(data, mapping),
  };
}

/** The headers, with blank ones for the columns that only the rows below have. */
function widened(headers: readonly string[], data: readonly RawRow[]): string[] {
  const widths = data.slice(0, WIDTH_ROWS).map(({ cells }) => cells.length);
  const width = Math.max(headers.length, ...widths);
  return Array.from({ length: width }, (_, column) => headers[column] ?? '');
}

/** Choosing columns helps only when there are unrecognised ones left for what is missing. */
function canBeMapped(
  headers: readonly string[],
  isNamed: (header: string) => boolean,
  guess: ColumnMapping,
): boolean {
  const used = usedColumns(guess);
  const free = headers.filter((header, column) => isNamed(header) && !used.includes(column));
  return free.length >= REQUIRED.filter((field) => guess[field] === undefined).length;
}
