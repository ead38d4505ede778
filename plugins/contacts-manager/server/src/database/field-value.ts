import type { Knex } from 'knex';
import type { CustomField, FieldType } from '../../../shared/custom-fields';
import { dialectOf } from './dialect';
import { FIELD_COLUMN, SQLITE_JSON } from './field-predicate';
import { readJsonColumn } from './json-column';

const TEXTS: readonly FieldType[] = ['text', 'long-text', 'email', 'link'];

/** Reads the value of a custom field as `value`, of a text no more than its beginning; `c` is the contacts table. */
export async function readFieldValues(
  query: Knex.QueryBuilder,
  knex: Knex,
  { key, type }: Pick<CustomField, 'key' | 'type'>,
  textLength: number,
): Promise<{ id: number; value: unknown }[]> {
  const isPostgres = dialectOf(knex) === 'postgres';
  const path = isPostgres ? key : `$."${key}"`;
  const stored = isPostgres ? FIELD_COLUMN : `(${SQLITE_JSON})`;
  const bound = isPostgres ? 'cast(? as text)' : '?';
  if (TEXTS.includes(type)) {
    const text = knex.raw(`substr(${stored} ->> ${bound}, 1, ?) as value`, [path, textLength]);
    return query.select<{ id: number; value: unknown }[]>('c.id', text);
  }
  const json = knex.raw(`cast(${stored} -> ${bound} as text) as value`, [path]);
  const rows = await query.select<{ id: number; value: unknown }[]>('c.id', json);
  return rows.map(({ id, value }) => ({ id, value: readJsonColumn(value) }));
}
