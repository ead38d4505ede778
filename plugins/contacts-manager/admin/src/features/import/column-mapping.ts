import type { ColumnMapping } from '../../../../shared/contracts/imports';
import {
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type ImportField,
} from '../../../../shared/import-fields';

/** What keeps a chosen column from being used. */
export type MappingProblem = 'required' | 'repeated';

/** `A`, `B` … `Z`, `AA`, as spreadsheet programs name the column of this 0-based index. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Fields that still need a column, and fields whose column another field has already. */
export function findMappingProblems(
  mapping: ColumnMapping,
): Partial<Record<ImportField, MappingProblem>> {
  const problems: Partial<Record<ImportField, MappingProblem>> = {};
  const used = new Set<number>();
  for (const field of IMPORT_FIELD_NAMES) {
    const column = mapping[field] ?? null;
    if (column === null) {
      if (IMPORT_FIELDS[field].required) problems[field] = 'required';
    } else if (used.has(column)) problems[field] = 'repeated';
    else used.add(column);
  }
  return problems;
}
