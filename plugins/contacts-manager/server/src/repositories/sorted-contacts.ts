import type { Knex } from 'knex';
import { fieldError, refuseFields, type Refusal } from '../../../shared/errors';
import { SORTABLE_ROWS, type CollectedSort, type ContactSort } from '../../../shared/filter';
import { dialectOf, giveWay } from '../database/dialect';
import { SMALL, smallestOf, type Driver, type Sizes } from '../domain/list/choose-plan';
import { compareRows } from '../domain/list/compare-rows';
import type { ContactPredicate } from './contact-predicate';
import type { PageRow } from './contact-sorting';
import { idRanges, matching, measureSizes } from './contact-sources';
import { countingDriver, talliedTotal } from './contact-totals';
import { readSortValues, resolveSortKey } from './sort-values';

/** Values read in one statement, for which SQLite stops the server. */
const STEP = 5_000;

/**
 * All that matches, in an order that no index has: collected in steps and sorted here, alike on both databases.
 * Refuses more than `SORTABLE_ROWS` contacts.
 */
export async function sortContacts(
  knex: Knex,
  predicate: ContactPredicate,
  sort: ContactSort<CollectedSort>,
): Promise<PageRow[]> {
  const key = await resolveSortKey(knex, sort.field);
  const ids = await collectIds(knex, predicate);
  const rows: PageRow[] = [];
  for (let start = 0; start < ids.length; start += STEP) {
    rows.push(...(await readSortValues(knex, key, ids.slice(start, start + STEP))));
    await giveWay(dialectOf(knex));
  }
  return rows.sort(compareRows(sort, false));
}

const tooMany = (): Refusal => refuseFields([fieldError(['sort'], 'sort.too-many')]);

async function collectIds(knex: Knex, predicate: ContactPredicate): Promise<number[]> {
  if (((await talliedTotal(knex, predicate)) ?? 0) > SORTABLE_ROWS) throw tooMany();
  const sizes = await measureSizes(knex, predicate);
  const driver = countingDriver(knex, sizes);
  const ids: number[] = [];
  for (const range of isBounded(sizes) ? [null] : await idRanges(knex, predicate)) {
    const rows = await matching(knex, predicate, driver, range)
      .select<{ id: number }[]>('c.id')
      .limit(SORTABLE_ROWS + 1 - ids.length);
    for (const { id } of rows) ids.push(id);
    if (ids.length > SORTABLE_ROWS) throw tooMany();
    await giveWay(dialectOf(knex));
  }
  return ids;
}

/** Counts that tallies know, and that go on beyond the bound of the others. */
const EXACT: readonly Driver[] = ['numbers', 'status', 'category', 'group'];

/** Whether the candidates are few enough for one statement. */
function isBounded(sizes: Sizes): boolean {
  const smallest = smallestOf(sizes);
  if (!smallest) return false;
  return smallest.size <= (EXACT.includes(smallest.name) ? SORTABLE_ROWS : SMALL);
}
