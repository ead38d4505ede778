import { parse } from 'csv-parse/sync';
import { cleanName, nameKey } from '../../../../shared/text';
import type { NamedCell } from './types';

const MAX_REMEMBERED = 10_000;
const remembered = new Map<string, NamedCell[] | null>();

/**
 * The names in a Groups cell, each once: separated by commas or line breaks; a name that holds a comma
 * or a quotation mark is quoted as in CSV. Null when a quotation mark is not closed.
 */
export function splitGroups(cell: string): readonly NamedCell[] | null {
  const known = remembered.get(cell);
  if (known !== undefined) return known;
  // The same few combinations stand in most rows of a file, and folding names is slow.
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const names = cell.includes('"') ? splitQuoted(cell) : cell.split(/[,\r\n]/);
  const groups = names && distinctNames(names);
  remembered.set(cell, groups);
  return groups;
}

function distinctNames(names: readonly string[]): NamedCell[] {
  const byKey = new Map<string, NamedCell>();
  for (const raw of names) {
    const name = cleanName(raw);
    const key = nameKey(name);
    if (key && !byKey.has(key)) byKey.set(key, { key, name });
  }
  return [...byKey.values()];
}

function splitQuoted(cell: string): string[] | null {
  try {
    return parse(cell, {
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }).flat();
  } catch {
    // The only way to fail under these options is a quotation mark in a wrong place.
    return null;
  }
}

/** Names as one cell that `splitGroups` reads back to the same names. */
export const joinGroups = (names: readonly string[]): string =>
  names
    .map((name) => (/[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name))
    .join(', ');
