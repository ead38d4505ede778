import type { Additions, CheckedRow, DirectoryEntry } from './types';

/**
 * What a row comes to for a contact that is there already, with what everybody gets. Only for comparing: the commit
 * adds it itself, so that a category which somebody gives the contact meanwhile stays.
 */
export function withAdditions(
  row: CheckedRow,
  match: Pick<DirectoryEntry, 'categoryKey'>,
  added: Additions | undefined,
): CheckedRow {
  if (!added?.category && !added?.groups.length) return row;
  const own = new Set(row.groups.map(({ key }) => key));
  return {
    ...row,
    category: row.category ?? (match.categoryKey === null ? added.category : null),
    groups: [...row.groups, ...added.groups.filter(({ key }) => !own.has(key))],
  };
}
