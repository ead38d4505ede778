import type { ReplaceBody, RowPatch } from '../../../../shared/contracts/import-rows';
import { fieldError, refuseFields } from '../../../../shared/errors';
import { MAX_CELL } from '../../../../shared/import-limits';
import { nameKey, storableText } from '../../../../shared/text';
import { joinGroups, splitGroups } from './groups-cell';
import type { CheckedRow } from './types';

type Cells = CheckedRow['cells'];

/** A row as a person wants it. */
export interface CorrectedRow {
  cells: Cells;
  /** Left out of the import. */
  dropped: boolean;
}

/** Cells with those that a person typed; a blank one is none. */
export function patchCells(cells: Cells, typed: RowPatch['cells'] = {}): Cells {
  const entries = Object.entries({ ...cells, ...typed }).flatMap(([column, text]) => {
    const value = storableText(text ?? '');
    return value.trim() === '' ? [] : [[column, value] as const];
  });
  return Object.fromEntries(entries);
}

type Replacement = Pick<ReplaceBody, 'field' | 'find' | 'replace' | 'as'>;

/** The cells after a replacement; null when there is nothing to replace. */
export function replaceInCells(cells: Cells, replacement: Replacement): Cells | null {
  const { field } = replacement;
  const before = cells[field];
  if (before === undefined) return null;
  const after =
    replacement.as === 'text' ? replaceText(before, replacement) : replaceName(before, replacement);
  return after === before ? null : patchCells(cells, { [field]: after });
}

/** As spreadsheet programs do it: every occurrence, whatever its case. */
function replaceText(text: string, { find, replace }: Replacement): string {
  const parts = text.split(new RegExp(find.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'iu'));
  const kept = parts.reduce((sum, part) => sum + part.length, 0);
  // Each letter of a long cell for a long text would not fit into memory.
  if (kept + (parts.length - 1) * replace.length > Math.max(MAX_CELL, text.length)) {
    throw refuseFields([fieldError(['replace'], 'value.invalid')]);
  }
  return parts.join(replace);
}

function replaceName(cell: string, { field, find, replace }: Replacement): string {
  const wanted = nameKey(find);
  if (field !== 'groups') return nameKey(cell) === wanted ? replace : cell;
  const groups = splitGroups(cell);
  if (!groups?.some(({ key }) => key === wanted)) return cell;
  const names = groups.map(({ key, name }) => (key === wanted ? replace : name));
  return joinGroups(names);
}
