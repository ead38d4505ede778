import { parse } from 'csv-parse/sync';
import { cleanName, nameKey } from '../../../../shared/text';
import type { NamedCell } from './types';

/**
 * The names in a Groups cell, each once: separated by commas or line breaks; a name that holds a comma
 * or a quotation mark is quoted as in CSV. Null when a quotation mark is not closed.
 */
export function splitGroups(cell: string): NamedCell[] | null {
  const names = cell.includes('"') ? splitQuoted(cell) : cell.split(/[,\r\n]/);
  if (!names) return null;
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
