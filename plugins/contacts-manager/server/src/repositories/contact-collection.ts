import type { Knex } from 'knex';
import { dialectOf, giveWay } from '../database/dialect';
import type { Driver } from '../domain/list/choose-plan';
import { compareRows } from '../domain/list/compare-rows';
import type { PageRequest } from './contact-pages';
import type { ContactPredicate } from './contact-predicate';
import { applyOrder, sortExpression, valueForCursor, type PageRow } from './contact-sorting';
import { idRanges, matching, type IdRange } from './contact-sources';

interface Collected {
  rows: PageRow[];
  total: number;
}

/**
 * A page by collecting every hit and sorting, with how many there are. `small` says that the driver
 * names few enough for one statement.
 */
export async function collectPage(
  knex: Knex,
  predicate: ContactPredicate,
  { driver, small }: { driver: Driver; small: boolean },
  request: PageRequest,
): Promise<Collected> {
  const ranges = small ? [null] : await idRanges(knex, predicate);
  const [only] = ranges;
  if (ranges.length === 1 && only !== undefined) {
    return collectRange(knex, predicate, { driver, range: only }, request);
  }
  const { offset, limit, sort, cursor } = request;
  const compare = compareRows(sort, cursor?.backward ?? false);
  let best: PageRow[] = [];
  let total = 0;
  for (const range of ranges) {
    // Any range may hold the whole page.
    const part = await collectRange(
      knex,
      predicate,
      { driver, range },
      { ...request, offset: 0, limit: offset + limit },
    );
    total += part.total;
    best = [...best, ...part.rows].sort(compare).slice(0, offset + limit);
    await giveWay(dialectOf(knex));
  }
  return { rows: best.slice(offset), total };
}

async function collectRange(
  knex: Knex,
  predicate: ContactPredicate,
  { driver, range }: { driver: Driver; range: IdRange | null },
  { sort, cursor, offset, limit }: PageRequest,
): Promise<Collected> {
  const hits = matching(knex, predicate, driver, range).select(
    'c.id',
    knex.raw(`${sortExpression(sort.field)} as value`),
  );
  const page = knex
    .withMaterialized('hits', hits)
    .from('hits as h')
    .crossJoin(knex.raw('(select count(*) as total from hits) t'))
    .select<(PageRow & { total: number | string })[]>(
      'h.id',
      knex.raw(`${valueForCursor(knex, sort.field, 'h.value')} as value`),
      't.total',
    );
  applyOrder(page, knex, sort, cursor);
  const rows = await page.offset(offset).limit(limit);
  const [first] = rows;
  if (first) {
    return { rows: rows.map(({ id, value }) => ({ id, value })), total: Number(first.total) };
  }
  const [count] = await matching(knex, predicate, driver, range).count<{ n: number | string }[]>({
    n: '*',
  });
  return { rows: [], total: Number(count?.n ?? 0) };
}
