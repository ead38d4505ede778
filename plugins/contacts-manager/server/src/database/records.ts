import type { Dialect } from './dialect';

export type RecordColumns = Readonly<Record<string, 'integer' | 'text'>>;

/**
 * A table out of one JSON binding made by `recordsJson`: thousands of rows without thousands of bindings,
 * which SQLite limits and knex formats one by one. JSON is parsed once, to its binary form; `->>` on text
 * would parse it again for every column.
 */
export const recordsOf = (dialect: Dialect, columns: RecordColumns, binding: string): string => {
  const names = Object.entries(columns);
  return dialect === 'postgres'
    ? `select ${names.map(([name, type], at) => `cast(v ->> ${at} as ${type}) as "${name}"`).join(', ')}
         from jsonb_array_elements(cast(${binding} as jsonb)) as v`
    : `with source as materialized (select jsonb(value) as v from json_each(${binding}))
         select ${names.map(([name], at) => `v ->> ${at} as "${name}"`).join(', ')} from source`;
};

/** NUL and lone surrogates, which spreadsheets can hold and PostgreSQL refuses, in JSON's spelling of them. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi;

export const recordsJson = <Columns extends RecordColumns>(
  columns: Columns,
  rows: readonly Readonly<Record<keyof Columns, number | string | null>>[],
): string => {
  const names = Object.keys(columns);
  const json = JSON.stringify(rows.map((row) => names.map((name) => row[name] ?? null)));
  return json.includes('\\u') ? json.replace(UNSTORABLE, '$1\ufffd') : json;
};
