import type { ColumnMapping } from '../../../../shared/contracts/imports';
import type { CustomField } from '../../../../shared/custom-fields';
import {
  customColumn,
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type ImportColumn,
} from '../../../../shared/import-fields';
import { parsePhone } from '../../../../shared/phone';
import { readPlainCell } from '../../../../shared/plain-cell';
import { headerKey, isNamePart, SYNONYMS } from '../../../../shared/header-words';
import { guessColumns } from './guess-columns';
import type { RawRow } from './types';

/** Titles and notes above the table are common; further down, a header is a data row. */
export const HEADER_SEARCH_ROWS = 10;

export type HeaderReading =
  | {
      kind: 'ready';
      headers: string[];
      mapping: ColumnMapping;
      /** How many of the given rows come before the first data row. */
      dataStart: number;
    }
  | { kind: 'needs-mapping'; headers: string[]; guess: ColumnMapping }
  | { kind: 'missing-column' };

const REQUIRED = IMPORT_FIELD_NAMES.filter((field) => IMPORT_FIELDS[field].required);

const lacksRequired = (mapping: ColumnMapping): boolean =>
  REQUIRED.some((field) => typeof mapping[field] !== 'number');

const usedColumns = (mapping: ColumnMapping): number[] =>
  Object.values(mapping).filter((column) => typeof column === 'number');

interface HeaderMatch {
  mapping: ColumnMapping;
  /** Another column could as well be meant, such as Mobile beside Phone, or has a part of the name. */
  isAmbiguous: boolean;
}

type Fields = readonly Pick<CustomField, 'key' | 'label'>[];

/**
 * Columns for our fields: first by the template's headers and the labels of custom fields, then by other words and by
 * keys of custom fields; each column once.
 */
export function matchHeaders(headers: readonly string[], fields: Fields = []): HeaderMatch {
  const keys = headers.map((header) => headerKey(readPlainCell(header)));
  const mapping: ColumnMapping = {};
  const matchedWords = new Set<string>();
  const assign = (field: ImportColumn, words: readonly string[]) => {
    if (mapping[field] !== undefined) return;
    const taken = usedColumns(mapping);
    for (const word of words) {
      const column = keys.findIndex((key, index) => key === word && !taken.includes(index));
      if (column === -1) continue;
      mapping[field] = column;
      for (const other of words) matchedWords.add(other);
      return;
    }
  };
  for (const field of IMPORT_FIELD_NAMES) assign(field, [headerKey(IMPORT_FIELDS[field].header)]);
  for (const { key, label } of fields) assign(customColumn(key), [headerKey(label)]);
  const isTemplate = !lacksRequired(mapping);
  for (const field of IMPORT_FIELD_NAMES) assign(field, SYNONYMS[field]);
  for (const { key } of fields) assign(customColumn(key), [headerKey(key)]);
  const taken = usedColumns(mapping);
  const isAmbiguous = keys.some(
    (key, index) =>
      !taken.includes(index) && (matchedWords.has(key) || (!isTemplate && isNamePart(key))),
  );
  return { mapping, isAmbiguous };
}

/**
 * Finds the header row among the first rows of a file and the columns of our fields. With a mapping that
 * a person chose only the row is looked for.
 */
export function readHeaders(
  rows: readonly RawRow[],
  chosen?: ColumnMapping,
  fields: Fields = [],
): HeaderReading {
  const index = findHeaderRow(rows, fields);
  const headers = rows[index]?.cells;
  if (!headers) return { kind: 'missing-column' };
  const { mapping, isAmbiguous } = matchHeaders(headers, fields);
  // Without a word we know, the first row is the header unless it holds a number to call.
  const isHeaderless = usedColumns(mapping).length === 0 && headers.some(isPhone);
  const dataStart = isHeaderless ? 0 : index + 1;
  if (chosen) {
    if (lacksRequired(chosen)) return { kind: 'missing-column' };
    return { kind: 'ready', headers, mapping: chosen, dataStart };
  }
  if (!lacksRequired(mapping) && !isAmbiguous)
    return { kind: 'ready', headers, mapping, dataStart };
  return canBeMapped(headers, mapping)
    ? { kind: 'needs-mapping', headers, guess: guessColumns(rows.slice(dataStart), mapping) }
    : { kind: 'missing-column' };
}

/** The first row with all required fields, else the first with two words we know, else the first row. */
function findHeaderRow(rows: readonly RawRow[], fields: Fields): number {
  const matches = rows
    .slice(0, HEADER_SEARCH_ROWS)
    .map(({ cells }) => matchHeaders(cells, fields).mapping);
  const complete = matches.findIndex((mapping) => !lacksRequired(mapping));
  if (complete !== -1) return complete;
  return Math.max(
    0,
    matches.findIndex((mapping) => usedColumns(mapping).length > 1),
  );
}

/** Choosing columns helps only when there are unrecognised ones left for what is missing. */
function canBeMapped(headers: readonly string[], guess: ColumnMapping): boolean {
  const used = usedColumns(guess);
  const free = headers.filter((header, column) => header.trim() !== '' && !used.includes(column));
  return free.length >= REQUIRED.filter((field) => guess[field] === undefined).length;
}

const isPhone = (cell: string): boolean => parsePhone(cell, { allowBareInternational: true }).ok;
