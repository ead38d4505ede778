import type { Core } from '@strapi/strapi';
import type {
  Neighbour,
  NeighboursAnswer,
  NeighboursQuery,
  OriginAnswer,
} from '../../../shared/contracts/contacts';
import { Refusal } from '../../../shared/errors';
import { DEFAULT_SORT } from '../../../shared/filter';
import { writeCursor } from '../domain/list/cursor';
import { findOrigin } from '../repositories/contact-history';
import { findPageRow } from '../repositories/contact-sorting';
import { listContacts } from './contact-list';
import { requireContactId } from './require-contact';

/**
 * GET /contacts/:documentId/neighbours. The contact is where a cursor stands, so that its page does not matter,
 * nor whether it is still in the list: somebody who has just been archived has neighbours among the active.
 */
export async function findNeighbours(
  strapi: Core.Strapi,
  documentId: string,
  { sort = DEFAULT_SORT, ...filter }: NeighboursQuery,
): Promise<NeighboursAnswer> {
  const knex = strapi.db.connection;
  const contactId = await requireContactId(knex, documentId);
  const row = await findPageRow(knex, contactId, sort.field);
  if (!row) throw new Refusal('contact.not-found');
  const read = async (backward: boolean): Promise<Neighbour | null> => {
    const cursor = writeCursor({ sort, ...row, backward });
    const { results } = await listContacts(strapi, { ...filter, sort, cursor, pageSize: 1 });
    const [found] = results;
    return found ? { documentId: found.documentId, name: found.name } : null;
  };
  return { previous: await read(true), next: await read(false) };
}

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
