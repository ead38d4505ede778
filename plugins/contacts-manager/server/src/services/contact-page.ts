import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type {
  ContactView,
  Neighbour,
  NeighboursAnswer,
  NeighboursQuery,
  OriginAnswer,
} from '../../../shared/contracts/contacts';
import { Refusal } from '../../../shared/errors';
import {
  DEFAULT_SORT,
  isIndexedSort,
  type CollectedSort,
  type ContactFilter,
  type ContactSort,
  type IndexedSort,
} from '../../../shared/filter';
import { writeCursor } from '../domain/list/cursor';
import { sortedPage } from '../domain/list/sorted-page';
import { findOrigin } from '../repositories/contact-history';
import { findPageRow } from '../repositories/contact-sorting';
import { loadViews } from '../repositories/contact-views';
import { resolvePredicate } from '../repositories/resolve-predicate';
import { readSortValues, resolveSortKey } from '../repositories/sort-values';
import { sortContacts } from '../repositories/sorted-contacts';
import { listContacts } from './contact-list';
import { requireContactId } from './require-contact';

/**
 * GET /contacts/:documentId/neighbours. The contact is where a cursor stands, so that its page does not matter,
 * nor whether it is still in the list: somebody who has just been archived has neighbours among the active.
 * Where the list cannot be sorted as asked, its default order counts, as on the screen.
 */
export async function findNeighbours(
  strapi: Core.Strapi,
  documentId: string,
  { sort = DEFAULT_SORT, ...filter }: NeighboursQuery,
): Promise<NeighboursAnswer> {
  const contactId = await requireContactId(strapi.db.connection, documentId);
  const { field, direction } = sort;
  if (isIndexedSort(field))
    return walkToNeighbours(strapi, contactId, filter, { field, direction });
  try {
    return await sortNeighbours(strapi.db.connection, contactId, filter, { field, direction });
  } catch (error) {
    if (!isRefusedSort(error)) throw error;
    return walkToNeighbours(strapi, contactId, filter, DEFAULT_SORT);
  }
}

const isRefusedSort = (error: unknown): boolean =>
  error instanceof Refusal && error.errors.some(({ path }) => path[0] === 'sort');

async function walkToNeighbours(
  strapi: Core.Strapi,
  contactId: number,
  filter: ContactFilter,
  sort: ContactSort<IndexedSort>,
): Promise<NeighboursAnswer> {
  const row = await findPageRow(strapi.db.connection, contactId, sort.field);
  if (!row) throw new Refusal('contact.not-found');
  const read = async (backward: boolean): Promise<Neighbour | null> => {
    const cursor = writeCursor({ sort, ...row, backward });
    const { results } = await listContacts(strapi, { ...filter, sort, cursor, pageSize: 1 });
    return neighbourOf(results[0]);
  };
  return { previous: await read(true), next: await read(false) };
}

/** Of an order without an index: sorted once for both. */
async function sortNeighbours(
  knex: Knex,
  contactId: number,
  filter: ContactFilter,
  sort: ContactSort<CollectedSort>,
): Promise<NeighboursAnswer> {
  const sorted = await sortContacts(knex, await resolvePredicate(knex, filter), sort);
  const [row] = await readSortValues(knex, await resolveSortKey(knex, sort.field), [contactId]);
  if (!row) throw new Refusal('contact.not-found');
  const read = async (backward: boolean): Promise<Neighbour | null> => {
    const cursor = { ...row, backward };
    const found = sortedPage(sorted, { sort, cursor, offset: 0, limit: 1 });
    const [view] = await loadViews(
      knex,
      found.map(({ id }) => id),
    );
    return neighbourOf(view);
  };
  return { previous: await read(true), next: await read(false) };
}

const neighbourOf = (contact: ContactView | undefined): Neighbour | null =>
  contact ? { documentId: contact.documentId, name: contact.name } : null;

/** GET /contacts/:documentId/origin */
export async function describeOrigin(
  strapi: Core.Strapi,
  documentId: string,
): Promise<OriginAnswer['data']> {
  const knex = strapi.db.connection;
  const origin = await findOrigin(knex, await requireContactId(knex, documentId));
  if (!origin) return null;
  const { kind, actor, at, params } = origin;
  return {
    kind,
    by: actor,
    at: at.toISOString(),
    importId: params.importId ?? null,
    fileName: params.fileName ?? null,
  };
}
