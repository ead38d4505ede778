import { createHash } from 'node:crypto';
import type { ColumnMapping } from '../../../../shared/contracts/imports';
import { headerKey } from '../../../../shared/header-words';
import {
  customColumn,
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type ImportColumn,
} from '../../../../shared/import-fields';
import { readPlainCell } from '../../../../shared/plain-cell';
import type { Fields } from './match-headers';

/** The columns that somebody chose for a file once. */
export interface ChosenMapping {
  headers: readonly string[];
  mapping: ColumnMapping;
}

const keyOf = (header: string): string => headerKey(readPlainCell(header));

/** The same for files with the same headers in any order, however they are spelled; null when there are none. */
export function headersKey(headers: readonly string[]): string | null {
  const keys = headers.map(keyOf).filter((key) => key !== '');
  if (keys.length === 0) return null;
  return createHash('sha256').update(JSON.stringify(keys.toSorted())).digest('hex');
}

/** Headers that tell their columns apart: two of one spelling are counted. Blank ones have no name. */
function columnNames(headers: readonly string[]): (string | null)[] {
  const seen = new Map<string, number>();
  return headers.map(keyOf).map((key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return key === '' ? null : `${key} ${count}`;
  });
}

/**
 * What somebody chose for the same headers, for a file that has them in another order perhaps. A column with the
 * template's own header, or with the label of a custom field, keeps to it; a custom field that is gone is left out.
 */
export function recallMapping(
  headers: readonly string[],
  earlier: ChosenMapping,
  fields: Fields,
): ColumnMapping {
  const own = ownColumns(headers, fields);
  const taken = Object.values(own);
  const names = columnNames(headers);
  const earlierNames = columnNames(earlier.headers);
  const recalled: ColumnMapping = {};
  for (const field of columnsOf(fields)) {
    const name = earlierNames[earlier.mapping[field] ?? -1];
    const column = name ? names.indexOf(name) : -1;
    if (column !== -1 && !taken.includes(column)) recalled[field] = column;
  }
  return { ...recalled, ...own };
}

const columnsOf = (fields: Fields): ImportColumn[] => [
  ...IMPORT_FIELD_NAMES,
  ...fields.map(({ key }) => customColumn(key)),
];

/** Columns whose header can mean one thing only. */
function ownColumns(headers: readonly string[], fields: Fields): ColumnMapping {
  const keys = headers.map(keyOf);
  const labels: [ImportColumn, string][] = [
    ...IMPORT_FIELD_NAMES.map((field): [ImportColumn, string] => [
      field,
      IMPORT_FIELDS[field].header,
    ]),
    ...fields.map(({ key, label }): [ImportColumn, string] => [customColumn(key), label]),
  ];
  const own = labels.flatMap(([field, label]) => {
    const column = keys.indexOf(headerKey(label));
    const isOnce = column !== -1 && column === keys.lastIndexOf(headerKey(label));
    return isOnce ? [[field, column] as const] : [];
  });
  return Object.fromEntries(own);
}
