import { useCallback, useMemo, useState } from 'react';
import type { ImportRowView } from '../../../../shared/contracts/import-rows';
import type { ImportView } from '../../../../shared/contracts/imports';
import { isImportColumn, isImportField, type ImportColumn } from '../../../../shared/import-fields';
import type { SheetColumn } from './SheetRow';
import { useImportColumns } from './useImportColumns';

/** Columns that rows have a value or a problem in, whether or not the file has them. */
const usedIn = (rows: readonly ImportRowView[]): ImportColumn[] =>
  rows.flatMap(({ cells, issues }) => [
    ...Object.keys(cells).filter(isImportColumn),
    ...issues.map(({ field }) => field),
  ]);

/**
 * The columns to show: those of the file. Others would only be empty, unless a row that was seen has something to
 * say there: their absence is a problem, or somebody has filled them in.
 */
export function useSheetColumns({ mapping }: ImportView) {
  const { columns, labelOf } = useImportColumns(Object.keys(mapping).filter(isImportColumn));
  const [used, setUsed] = useState<readonly ImportColumn[]>([]);
  const mapped = columns.filter((column) => typeof mapping[column] === 'number');
  const fields =
    mapped.length === 0
      ? columns.filter(isImportField)
      : [...mapped, ...used.filter((column) => !mapped.includes(column))];
  const noteRows = useCallback((rows: readonly ImportRowView[]) => {
    setUsed((before) => {
      const all = new Set([...before, ...usedIn(rows)]);
      return all.size > before.length ? [...all] : before;
    });
  }, []);
  const key = JSON.stringify(fields.map((field) => [field, labelOf(field)]));
  // Its identity changes with the columns only, so that rows need not be drawn anew.
  const shown = useMemo(
    () =>
      (JSON.parse(key) as [ImportColumn, string][]).map(([field, label]): SheetColumn => ({
        field,
        label,
      })),
    [key],
  );
  return { columns: shown, noteRows };
}
