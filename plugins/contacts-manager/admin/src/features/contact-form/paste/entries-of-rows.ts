import { BATCH_MAX } from '../../../../../shared/contracts/contacts';
import type { CustomField } from '../../../../../shared/custom-fields';
import { valueOfCell } from '../../../../../shared/field-cells';
import { customColumn } from '../../../../../shared/import-fields';
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
  fields: readonly Pick<CustomField, 'key' | 'type' | 'options'>[];
}

/** The names of a cell such as that of Groups, each once, as the import reads them. */
function splitNames(cell: string): string[] {
  const names = splitCells(cell.replace(/,\s+(?=")/g, ','), ',')
    .flat()
    .map(cleanName);
  const byKey = new Map(names.map((name) => [nameKey(name), name]));
  return [...byKey].filter(([key]) => key).map(([, name]) => name);
}

const findIn = (known: readonly Known[], name: string): Known | undefined =>
  known.find((record) => nameKey(record.name) === nameKey(name));

/** What a row says of custom fields; what is no value of its field stays as it is, for the form to point at. */
function customValues(row: PastedRow, fields: Directory['fields']): Entry['customFields'] {
  const filled = fields.flatMap((field) => {
    const cell = row[customColumn(field.key)];
    return cell ? [[field.key, valueOfCell(field, cell.trim(), splitNames)] as const] : [];
  });
  return Object.fromEntries(filled);
}

/** A row as an entry; names that nobody has made stay with it as something to be settled. */
function entryOfRow(key: string, row: PastedRow, directory: Directory): Entry {
  const { categories, groups, fields } = directory;
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
    customFields: customValues(row, fields),
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
