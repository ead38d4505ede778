import type { ColumnMapping } from '../../../../shared/contracts/imports';
import { IMPORT_FIELDS, isImportField, type ImportColumn } from '../../../../shared/import-fields';

/** What keeps a chosen column from being used. */
export type MappingProblem = 'required' | 'repeated';

/** `A`, `B` … `Z`, `AA`, as spreadsheet programs name the column of this 0-based index. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Whether a file is of no use without it. New contacts may lack a custom field's column, but not always its value. */
export const isColumnRequired = (column: ImportColumn): boolean =>
  isImportField(column) && IMPORT_FIELDS[column].required;

/** Columns with a header that feed no field. */
export const ignoredColumns = (headers: readonly string[], mapping: ColumnMapping): number[] => {
  const used = Object.values(mapping);
  return headers.flatMap((header, column) =>
    header.trim() !== '' && !used.includes(column) ? [column] : [],
  );
};

/** Fields that still need a column, and fields whose column another field has already. */
export function findMappingProblems(
  mapping: ColumnMapping,
  columns: readonly ImportColumn[],
): Partial<Record<ImportColumn, MappingProblem>> {
  const problems: Partial<Record<ImportColumn, MappingProblem>> = {};
  const used = new Set<number>();
  for (const field of columns) {
    const column = mapping[field] ?? null;
    if (column === null) {
      if (isColumnRequired(field)) problems[field] = 'required';
    } else if (used.has(column)) problems[field] = 'repeated';
    else used.add(column);
  }
  return problems;
}
