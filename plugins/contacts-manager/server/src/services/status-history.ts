import type { Core } from '@strapi/strapi';
import type { StatusChangeAnswer } from '../../../shared/contracts/contacts';
import { Refusal } from '../../../shared/errors';
import { resolveDocumentIds } from '../repositories/selections';
import { findLastStatusChange } from '../repositories/status-changes';

/** GET /contacts/:documentId/status-change: who blocked (or archived, …) this contact, when and why. */
export async function describeStatusChange(
  strapi: Core.Strapi,
  documentId: string,
): Promise<StatusChangeAnswer['data']> {
  const knex = strapi.db.connection;
  const [id] = (await resolveDocumentIds(knex, [documentId])).ids;
  if (id === undefined) throw new Refusal('contact.not-found');
  const change = await findLastStatusChange(knex, id);
  return change && { ...change, at: change.at.toISOString() };
}
