import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type {
  ContactView,
  CountsAnswer,
  CountsQuery,
  ListAnswer,
  ListQuery,
  TotalAnswer,
} from '../../../shared/contracts/contacts';
import { fieldError, Refusal, refuseFields } from '../../../shared/errors';
import {
  DEFAULT_SORT,
  isIndexedSort,
  type ContactFilter,
  type ContactSort,
  type SortField,
} from '../../../shared/filter';
import { choosePlan, smallestOf, type Sizes } from '../domain/list/choose-plan';
import { readCursor, writeCursor, type Cursor } from '../domain/list/cursor';
import { sortedPage } from '../domain/list/sorted-page';
import { collectPage } from '../repositories/contact-collection';
import { readPlainPage, walkToPage, type PageRequest } from '../repositories/contact-pages';
import { isPlain, type ContactPredicate } from '../repositories/contact-predicate';
import { type PageRow } from '../repositories/contact-sorting';
import { measureSizes } from '../repositories/contact-sources';
import { countAll, countByStatus, countMatching, type Total } from '../repositories/contact-totals';
import { loadNumberedViews, loadViews, type NumberedView } from '../repositories/contact-views';
import { followRedirect } from '../repositories/redirects';
import { resolvePredicate } from '../repositories/resolve-predicate';
import { resolveDocumentIds } from '../repositories/selections';
import { sortContacts } from '../repositories/sorted-contacts';

interface Page extends Total {
  rows: PageRow[];
}

/** GET /contacts. Ids first, from an index; then only the rows of the page. */
export async function listContacts(strapi: Core.Strapi, query: ListQuery): Promise<ListAnswer> {
  const knex = strapi.db.connection;
  const { pageSize } = query;
  const cursor = query.cursor === undefined ? null : requireCursor(query.cursor, query.sort);
  const page = cursor ? null : (query.page ?? 1);
  const request: PageRequest<SortField> = {
    sort: cursor?.sort ?? query.sort ?? DEFAULT_SORT,
    cursor,
    offset: page === null ? 0 : (page - 1) * pageSize,
    limit: pageSize + 1,
  };
  const predicate = await resolvePredicate(knex, query);
  const { rows: found, ...total } = await readPage(knex, predicate, request);
  const rows = found.slice(0, pageSize);
  if (cursor?.backward) rows.reverse();
  const hasMore = found.length > pageSize;
  const views = await loadNumberedViews(
    knex,
    rows.map(({ id }) => id),
  );
  return {
    results: markFormerNumbers(views, predicate),
    pagination: {
      page,
      pageSize,
      pageCount: Math.ceil(total.total / pageSize),
      ...total,
      ...neighbours(request, rows, hasMore),
    },
  };
}

/** Says of those found by a number they had before which one it was. */
function markFormerNumbers(
  views: NumberedView[],
  { former }: ContactPredicate,
): ListAnswer['results'] {
  const phoneOf = new Map(former.map(({ contactId, phone }) => [contactId, phone]));
  return views.map(({ id, view }) => {
    const formerNumber = phoneOf.get(id);
    return formerNumber === undefined ? view : { ...view, formerNumber };
  });
}

function requireCursor(text: string, sort: ContactSort | undefined): Cursor {
  const cursor = readCursor(text);
  const isOfSort =
    !sort || (cursor?.sort.field === sort.field && cursor.sort.direction === sort.direction);
  if (!cursor || !isOfSort) throw refuseFields([fieldError(['cursor'], 'request.invalid')]);
  return cursor;
}

async function readPage(
  knex: Knex,
  predicate: ContactPredicate,
  request: PageRequest<SortField>,
): Promise<Page> {
  const { field, direction } = request.sort;
  if (isIndexedSort(field)) {
    return readIndexedPage(knex, predicate, { ...request, sort: { field, direction } });
  }
  const sorted = await sortContacts(knex, predicate, { field, direction });
  return { rows: sortedPage(sorted, request), total: sorted.length, totalIsExact: true };
}

async function readIndexedPage(
  knex: Knex,
  predicate: ContactPredicate,
  request: PageRequest,
): Promise<Page> {
  if (isPlain(predicate)) {
    const total = await countMatching(knex, predicate);
    return { ...total, rows: await readPlainPage(knex, predicate, request) };
  }
  const sizes = await measureSizes(knex, predicate);
  const plan = choosePlan(sizes);
  if (plan.kind === 'collect') {
    const { driver } = plan;
    const collected = await collectPage(knex, predicate, { driver, small: true }, request);
    return { ...collected, totalIsExact: true };
  }
  const rows = await walkOrCollect(knex, predicate, sizes, request);
  return { rows, ...(endOf(rows, request) ?? (await countMatching(knex, predicate, sizes))) };
}

async function walkOrCollect(
  knex: Knex,
  predicate: ContactPredicate,
  sizes: Sizes,
  request: PageRequest,
): Promise<PageRow[]> {
  const walked = await walkToPage(knex, predicate, request);
  if (walked) return walked;
  const driver = smallestOf(sizes)?.name ?? 'status';
  return (await collectPage(knex, predicate, { driver, small: false }, request)).rows;
}

/** A page that is not full ends the list, and so tells the total. */
function endOf(rows: PageRow[], { cursor, offset, limit }: PageRequest): Total | null {
  const isEnd = !cursor && rows.length < limit && (rows.length > 0 || offset === 0);
  return isEnd ? { total: offset + rows.length, totalIsExact: true } : null;
}

function neighbours(
  { sort, cursor, offset }: PageRequest<SortField>,
  rows: PageRow[],
  hasMore: boolean,
) {
  const first = rows[0];
  const last = rows.at(-1);
  const at = (row: PageRow | undefined, backward: boolean) =>
    row ? writeCursor({ sort, value: row.value, id: row.id, backward }) : null;
  // Read backward, "more" lies before the page, and what the cursor came from lies behind it.
  const hasNext = cursor?.backward ? true : hasMore;
  const hasPrevious = cursor?.backward ? hasMore : cursor !== null || offset > 0;
  return {
    nextCursor: hasNext ? at(last, false) : null,
    previousCursor: hasPrevious ? at(first, true) : null,
  };
}

/** GET /contacts/counts */
export async function countContactsByStatus(
  strapi: Core.Strapi,
  query: CountsQuery,
): Promise<CountsAnswer> {
  const knex = strapi.db.connection;
  const predicate = await resolvePredicate(knex, { ...query, status: undefined });
  return countByStatus(knex, predicate);
}

/** GET /contacts/total */
export async function countExactly(
  strapi: Core.Strapi,
  query: ContactFilter,
): Promise<TotalAnswer> {
  const knex = strapi.db.connection;
  return { total: await countAll(knex, await resolvePredicate(knex, query)) };
}

/** GET /contacts/:documentId; of a merged contact the one it was merged into, with that one's documentId. */
export async function findContact(strapi: Core.Strapi, documentId: string): Promise<ContactView> {
  const knex = strapi.db.connection;
  const { ids } = await resolveDocumentIds(knex, [documentId]);
  const merged = ids.length === 0 ? await followRedirect(knex, documentId) : null;
  const [contact] = await loadViews(knex, merged ? [merged.id] : ids);
  if (!contact) throw new Refusal('contact.not-found');
  return contact;
}
