import type { Knex } from 'knex';
import { dialectOf, type Dialect } from './dialect';

/**
 * A point in time inside `recordsJson`, read back by `cast(… as timestamp)` on PostgreSQL. Strapi's columns
 * there have no zone and hold the time of the server's zone, as its driver writes dates; SQLite's hold
 * milliseconds.
 */
export function timestampValue(dialect: Dialect, iso: string): string | number {
  const date = new Date(iso);
  if (dialect === 'sqlite') return date.getTime();
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().replace('Z', '');
}

/** Keeps to rows whose time lies in a range. */
export function whereTime(
  query: Knex.QueryBuilder,
  knex: Knex,
  column: string,
  range: { from?: string; to?: string; before?: string } | null,
): void {
  const dialect = dialectOf(knex);
  const bound = dialect === 'postgres' ? 'cast(? as timestamp)' : '?';
  const compare = (operator: '>=' | '<=' | '<', iso: string | undefined) => {
    if (iso === undefined) return;
    void query.whereRaw(`?? ${operator} ${bound}`, [column, timestampValue(dialect, iso)]);
  };
  compare('>=', range?.from);
  compare('<=', range?.to);
  compare('<', range?.before);
}
