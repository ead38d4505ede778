import { BATCH_MAX } from '../../../../../shared/contracts/contacts';
import { cleanName, nameKey } from '../../../../../shared/text';
import { emptyEntry, isBlank, newKeys, type Entry } from '../entries';
import type { PastedRow } from './read-rows';
import { splitCells } from './split-cells';

interface Known {
  documentId: string;
  name: string;
}
export interface Directory {
  categories: readonly Known[];
  groups: readonly Known[];
}

/** The names of a Groups cell, each once, as the import reads them. */
function splitNames(cell: string): string[] {
  const names = splitCells(cell.replace(/,\s+(?=")/g, ','), ',')
    .flat()
    .map(cleanName);
  const byKey = new Map(names.map((name) => [nameKey(name), name]));
  return [...byKey].filter(([key]) => key).map(([, name]) => name);
}

const findIn = (known: readonly Known[], name: string): Known | undefined =>
  known.find((record) => nameKey(record.name) === nameKey(name));

/** A row as an entry; names that nobody has made stay with it as something to be settled. */
function entryOfRow(key: string, row: PastedRow, { categories, groups }: Directory): Entry {
  const category = row.category ? findIn(categories, row.category) : undefined;
  const names = splitNames(row.groups ?? '');
  const unknownGroups = names.filter((name) => !findIn(groups, name));
  const unknown = {
    ...(row.category && !category && { category: cleanName(row.category) }),
    ...(unknownGroups.length > 0 && { groups: unknownGroups }),
  };
  return {
    ...emptyEntry(key),
    name: row.name?.trim() ?? '',
    primaryContact: row.primaryContact?.trim() ?? '',
    secondaryContact: row.secondaryContact?.trim() ?? '',
    email: row.email?.trim() ?? '',
    notes: row.notes?.trim() ?? '',
    category: category?.documentId ?? null,
    groups: names.flatMap((name) => findIn(groups, name)?.documentId ?? []),
    ...(Object.keys(unknown).length > 0 && { unknown }),
  };
}

/** The form with the rows behind what is typed already; `left` rows found no room. */
export function appendRows(
  entries: Entry[],
  rows: PastedRow[],
  directory: Directory,
): { entries: Entry[]; added: number; left: number } {
  const typed = entries.filter((entry) => !isBlank(entry));
  const taken = rows.slice(0, Math.max(0, BATCH_MAX - typed.length));
  const keys = newKeys(entries, taken.length);
  const added = taken.map((row, index) => entryOfRow(keys[index] ?? '', row, directory));
  return {
    entries: added.length > 0 ? [...typed, ...added] : entries,
    added: added.length,
    left: rows.length - added.length,
  };
}
