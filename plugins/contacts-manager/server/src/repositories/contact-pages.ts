import type { Knex } from 'knex';
import type { ContactSort, IndexedSort, SortField } from '../../../shared/filter';
import { dialectOf, giveWay } from '../database/dialect';
import type { Cursor } from '../domain/list/cursor';
import { whereTime } from '../database/timestamps';
import { segmentsOf, type Segment } from '../domain/list/segments';
import { applyFilter, columnsRead, type ContactPredicate } from './contact-predicate';
import {
  applySegment,
  keepToTab,
  sortExpression,
  valueForCursor,
  type PageRow,
} from './contact-sorting';

export interface PageRequest<Field extends SortField = IndexedSort> {
  sort: ContactSort<Field>;
  cursor: Cursor | null;
  offset: number;
  /** How many rows to read: one more than the page holds tells whether another page follows. */
  limit: number;
}

/** Rows of the sort index looked at in one statement, and altogether before a walk gives up. */
const STEP = 10_000;
const BUDGET = 30_000;

/** An index in order, without conditions that could drop rows of it. */
async function readSegment(
  knex: Knex,
  predicate: ContactPredicate,
  sort: ContactSort<IndexedSort>,
  segment: Segment,
  { offset, limit }: { offset: number; limit: number },
): Promise<PageRow[]> {
  const query = knex('contacts as c');
  keepToTab(query, knex, predicate.status, sort.field);
  applySegment(query, knex, sort.field, segment);
  const page = query
    .select('c.id', knex.raw(`${sortExpression(sort.field)} as value`))
    .offset(offset)
    .limit(limit);
  // Outside, because PostgreSQL works out what it selects for the rows it skips as well.
  const value = valueForCursor(knex, sort.field, 'p.value');
  const { direction } = segment;
  return knex
    .from(page.as('p'))
    .select<PageRow[]>('p.id', knex.raw(`${value} as value`))
    .orderByRaw(`p.value ${direction}, p.id ${direction}`);
}

async function countSegment(
  knex: Knex,
  predicate: ContactPredicate,
  sort: ContactSort<IndexedSort>,
  segment: Segment,
): Promise<number> {
  const query = knex('contacts as c');
  keepToTab(query, knex, predicate.status, sort.field);
  applySegment(query, knex, sort.field, segment);
  const [row] = await query.clearOrder().count<{ n: number | string }[]>({ n: '*' });
  return Number(row?.n ?? 0);
}

/** A page of a whole tab: straight from the sort index. */
export async function readPlainPage(
  knex: Knex,
  predicate: ContactPredicate,
  { sort, cursor, offset, limit }: PageRequest,
): Promise<PageRow[]> {
  const rows: PageRow[] = [];
  let skip = offset;
  for (const segment of segmentsOf(sort, cursor)) {
    const part = await readSegment(knex, predicate, sort, segment, {
      offset: skip,
      limit: limit - rows.length,
    });
    rows.push(...part);
    if (rows.length === limit) break;
    if (skip > 0 && part.length === 0) {
      skip -= Math.min(skip, await countSegment(knex, predicate, sort, segment));
    } else skip = 0;
  }
  return rows;
}

/**
 * A page by walking the sort index and dropping what does not match. Null when it gives up: the hits
 * stand too far from where the reading starts.
 */
export async function walkToPage(
  knex: Knex,
  predicate: ContactPredicate,
  { sort, cursor, offset, limit }: PageRequest,
): Promise<PageRow[] | null> {
  const wanted = offset + limit;
  const rows: PageRow[] = [];
  let walked = 0;
  for (const segment of segmentsOf(sort, cursor)) {
    for (let start = 0; ; start += STEP) {
      if (walked >= BUDGET) return null;
      const step = await walkStep(knex, predicate, sort, segment, {
        start,
        limit: wanted - rows.length,
      });
      rows.push(...step.rows);
      walked += STEP;
      await giveWay(dialectOf(knex));
      if (rows.length === wanted) return rows.slice(offset);
      if (step.isLast) break;
    }
  }
  return rows.slice(offset);
}

async function walkStep(
  knex: Knex,
  predicate: ContactPredicate,
  sort: ContactSort<IndexedSort>,
  segment: Segment,
  { start, limit }: { start: number; limit: number },
): Promise<{ rows: PageRow[]; isLast: boolean }> {
  const passed = (columns: string[]) => {
    const query = knex('contacts as c').select<{ id: number }[]>(...columns);
    keepToTab(query, knex, predicate.status, sort.field);
    applySegment(query, knex, sort.field, segment);
    // The index of the sort starts where the range does, and not at the newest contact.
    if (sort.field === 'createdAt') whereTime(query, knex, 'c.created_at', predicate.created);
    return query.offset(start).limit(STEP);
  };
  const columns = ['c.id', ...columnsRead(predicate).map((column) => `c.${column}`)];
  const inner = passed(columns).select(knex.raw(`${sortExpression(sort.field)} as value`));
  const outer = knex.from(inner.as('c'));
  applyFilter(outer, knex, predicate, ['status']);
  const { direction } = segment;
  const value = valueForCursor(knex, sort.field, 'c.value');
  const rows = await outer
    .select<PageRow[]>('c.id', knex.raw(`${value} as value`))
    .orderByRaw(`c.value ${direction}, c.id ${direction}`)
    .limit(limit);
  if (rows.length === limit) return { rows, isLast: false };
  const beyond = await passed(['c.id'])
    .offset(start + STEP)
    .limit(1);
  return { rows, isLast: beyond.length === 0 };
}
