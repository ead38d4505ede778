import type { ColumnMapping } from '../../../../shared/contracts/imports';
import type { CustomField } from '../../../../shared/custom-fields';
import { headerKey, isNamePart, SYNONYMS } from '../../../../shared/header-words';
import {
  customColumn,
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type ImportColumn,
} from '../../../../shared/import-fields';
import { readPlainCell } from '../../../../shared/plain-cell';

export const REQUIRED = IMPORT_FIELD_NAMES.filter((field) => IMPORT_FIELDS[field].required);

export const lacksRequired = (mapping: ColumnMapping): boolean =>
  REQUIRED.some((field) => typeof mapping[field] !== 'number');

export const usedColumns = (mapping: ColumnMapping): number[] =>
  Object.values(mapping).filter((column) => typeof column === 'number');

interface HeaderMatch {
  mapping: ColumnMapping;
  /** Another column could as well be meant, such as Mobile beside Phone, or has a part of the name. */
  isAmbiguous: boolean;
}

export type Fields = readonly Pick<CustomField, 'key' | 'label'>[];

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
