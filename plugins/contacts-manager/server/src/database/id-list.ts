import type { Knex } from 'knex';
import { dialectOf } from './dialect';

/**
 * `column in (ids)` as one binding: a list of bindings ends at 32,766 on SQLite and at 65,535 on
 * PostgreSQL, and each length would be a statement of its own to prepare.
 */
export function whereIdIn(
  query: Knex.QueryBuilder,
  knex: Knex,
  column: string,
  ids: readonly number[],
): void {
  if (dialectOf(knex) === 'postgres') void query.whereRaw('?? = any(?::int[])', [column, ids]);
  else void query.whereRaw('?? in (select value from json_each(?))', [column, JSON.stringify(ids)]);
}

/** The same for documentIds and other texts. */
export function whereTextIn(
  query: Knex.QueryBuilder,
  knex: Knex,
  column: string,
  texts: readonly string[],
): void {
  if (dialectOf(knex) === 'postgres') void query.whereRaw('?? = any(?::text[])', [column, texts]);
  else
    void query.whereRaw('?? in (select value from json_each(?))', [column, JSON.stringify(texts)]);
}
