import type { Knex } from 'knex';
import type { ContactSort, IndexedSort } from '../../../shared/filter';
import type { ContactStatus } from '../../../shared/status';
import { dialectOf } from '../database/dialect';
import { NAME_SORT } from '../database/indexes';
import type { Segment } from '../domain/list/segments';
import type { Cursor } from '../domain/list/cursor';

/** A row of a list before it is loaded: enough to page on from it. */
export interface PageRow {
  id: number;
  value: string | number | null;
}

const EXPRESSIONS: Record<IndexedSort, { sql: string; isTime: boolean }> = {
  createdAt: { sql: 'c.created_at', isTime: true },
  updatedAt: { sql: 'c.updated_at', isTime: true },
  statusChangedAt: { sql: 'c.status_changed_at', isTime: true },
  name: { sql: `(${NAME_SORT.replace('search_text', 'c.search_text')})`, isTime: false },
  primaryContact: { sql: 'c.primary_contact', isTime: false },
  secondaryContact: { sql: 'c.secondary_contact', isTime: false },
  email: { sql: 'c.email', isTime: false },
  contactStatus: { sql: 'c.contact_status', isTime: false },
};

export const sortExpression = (field: IndexedSort): string => EXPRESSIONS[field].sql;

/** A sort value as a cursor carries it: PostgreSQL's microseconds would not survive a JavaScript date. */
export const valueForCursor = (knex: Knex, field: IndexedSort, column: string): string =>
  dialectOf(knex) === 'postgres' && EXPRESSIONS[field].isTime ? `cast(${column} as text)` : column;

/** Where one contact stands in lists that are sorted by this field. */
export async function findPageRow(
  knex: Knex,
  contactId: number,
  field: IndexedSort,
): Promise<PageRow | null> {
  const value = valueForCursor(knex, field, sortExpression(field));
  const row = await knex('contacts as c')
    .where('c.id', contactId)
    .select<PageRow[]>('c.id', knex.raw(`${value} as value`))
    .first();
  return row ?? null;
}

/** A binding that is compared with sort values. */
const boundValue = (knex: Knex, field: IndexedSort): string => {
  if (dialectOf(knex) === 'sqlite') return '?';
  return EXPRESSIONS[field].isTime ? 'cast(? as timestamp)' : 'cast(? as text)';
};

/**
 * Keeps to a tab while the index of the sort gives the order. SQLite, which has no statistics, would take
 * an index of the status instead and sort the whole tab; the `+` forbids it. The index of the creation
 * time starts with the status.
 */
export function keepToTab(
  query: Knex.QueryBuilder,
  knex: Knex,
  status: ContactStatus | null,
  field: IndexedSort,
): void {
  if (!status) return;
  const inOrder = dialectOf(knex) === 'sqlite' && field !== 'createdAt';
  void query.whereRaw(`${inOrder ? '+' : ''}c.contact_status = ?`, [status]);
}

/** Keeps to a segment and puts its rows in order. `c` is the contacts table. */
export function applySegment(
  query: Knex.QueryBuilder,
  knex: Knex,
  field: IndexedSort,
  { part, direction, after }: Segment,
): void {
  const sql = sortExpression(field);
  const beyond = direction === 'asc' ? '>' : '<';
  void query.whereRaw(`${sql} is ${part === 'values' ? 'not null' : 'null'}`);
  if (after && 'value' in after) {
    const bound = boundValue(knex, field);
    // The first condition is the one an index starts at; the second settles equal values.
    void query.whereRaw(
      `${sql} ${beyond}= ${bound} and (${sql} ${beyond} ${bound} or c.id ${beyond} ?)`,
      [after.value, after.value, after.id],
    );
  } else if (after) {
    void query.where('c.id', beyond, after.id);
  }
  if (part === 'values') void query.orderByRaw(`${sql} ${direction}, c.id ${direction}`);
  else void query.orderBy('c.id', direction);
}

/** The same order over collected rows `h(id, value)`, all segments at once. */
export function applyOrder(
  query: Knex.QueryBuilder,
  knex: Knex,
  sort: ContactSort<IndexedSort>,
  cursor: Cursor | null,
): void {
  const backward = cursor?.backward ?? false;
  const direction = (sort.direction === 'asc') !== backward ? 'asc' : 'desc';
  const beyond = direction === 'asc' ? '>' : '<';
  if (cursor) {
    const bound = boundValue(knex, sort.field);
    if (cursor.value === null) {
      void query.whereRaw(
        `((h.value is null and h.id ${beyond} ?)${backward ? ' or h.value is not null' : ''})`,
        [cursor.id],
      );
    } else {
      void query.whereRaw(
        `(h.value ${beyond} ${bound} or (h.value = ${bound} and h.id ${beyond} ?)${backward ? '' : ' or h.value is null'})`,
        [cursor.value, cursor.value, cursor.id],
      );
    }
  }
  void query.orderByRaw(
    `(h.value is null) ${backward ? 'desc' : 'asc'}, h.value ${direction}, h.id ${direction}`,
  );
}
