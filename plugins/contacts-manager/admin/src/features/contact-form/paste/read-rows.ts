import type { CustomField } from '../../../../../shared/custom-fields';
import { columnOfHeader } from '../../../../../shared/header-words';
import {
  EXAMPLE_NAME,
  IMPORT_FIELD_NAMES,
  type ImportColumn,
  type ImportField,
} from '../../../../../shared/import-fields';
import { parsePhone, type CountryCode } from '../../../../../shared/phone';
import { splitCells } from './split-cells';

/** One contact as it stood in the spreadsheet, only what is filled in. */
export type PastedRow = Partial<Record<ImportColumn, string>>;

export interface PastedRows {
  rows: PastedRow[];
  /** Headers, or else numbers, of filled columns that stand for no field. */
  ignored: string[];
}

type Columns = (ImportColumn | null)[];
type Fields = readonly Pick<CustomField, 'key' | 'label'>[];

interface Reading {
  defaultCountry?: CountryCode | undefined;
  /** The custom fields, which headers may name. */
  fields?: Fields;
}

const isFilled = (cell: string | undefined): cell is string => Boolean(cell?.trim());

/** Whether text on the clipboard is a table and no mere value. */
export const isTable = (text: string): boolean =>
  text.includes('\t') ||
  text
    .trim()
    .split(/\r\n|\r|\n/)
    .filter(isFilled).length > 1;

/** Text between tabs, with or without a row of headers. */
export function readPastedRows(
  text: string,
  { defaultCountry, fields = [] }: Reading = {},
): PastedRows {
  const table = splitCells(text, '\t').filter((cells) => cells.some(isFilled));
  const isPhone = (cell = '') =>
    parsePhone(cell, { allowBareInternational: true, ...(defaultCountry && { defaultCountry }) })
      .ok;
  const [first = []] = table;
  const named = columnsOfHeaders(first, fields);
  const isHeader = !first.some(isPhone) && named.filter((field) => field !== null).length > 1;
  const data = isHeader ? table.slice(1) : table;
  const columns = isHeader ? named : guessColumns(data, isPhone);
  const filled = first.map((_cell, column) => data.some((cells) => isFilled(cells[column])));
  return {
    rows: data
      .map((cells) => rowOf(cells, columns))
      .filter((row) => row.name?.trim() !== EXAMPLE_NAME && Object.keys(row).length > 0),
    ignored: filled.flatMap((isUsed, column) =>
      isUsed && !columns[column] ? [(isHeader && first[column]?.trim()) || String(column + 1)] : [],
    ),
  };
}

/** The field of each column by its header; of two for one field the first counts. */
function columnsOfHeaders(headers: readonly string[], fields: Fields): Columns {
  const columns = headers.map((header) => columnOfHeader(header, fields));
  return columns.map((field, column) => (columns.indexOf(field) === column ? field : null));
}

/**
 * Without headers the columns are those of the template, in its order. Where the number stands elsewhere, as in
 * "name, number", what the cells look like decides.
 */
function guessColumns(data: string[][], isPhone: (cell?: string) => boolean): Columns {
  const sample = data.find((cells) => cells.some((cell) => isPhone(cell))) ?? data[0] ?? [];
  const primary = IMPORT_FIELD_NAMES.indexOf('primaryContact');
  if (isPhone(sample[primary]) || !sample.some((cell) => isPhone(cell))) {
    return sample.map((_cell, column) => IMPORT_FIELD_NAMES[column] ?? null);
  }
  const free: ImportField[] = ['name', 'primaryContact', 'secondaryContact', 'email'];
  const take = (field: ImportField): ImportField | null => {
    const index = free.indexOf(field);
    return index === -1 ? null : (free.splice(index, 1)[0] ?? null);
  };
  return sample.map((cell) => {
    if (isPhone(cell)) return take('primaryContact') ?? take('secondaryContact');
    if (cell.includes('@')) return take('email');
    return isFilled(cell) ? take('name') : null;
  });
}

const rowOf = (cells: string[], columns: Columns): PastedRow =>
  Object.fromEntries(
    cells.flatMap((cell, column) => {
      const field = columns[column];
      return field && isFilled(cell) ? [[field, cell]] : [];
    }),
  );
