import type { Knex } from 'knex';
import { Refusal } from '../../../shared/errors';
import { resolveDocumentIds } from '../repositories/selections';

/**
 * Row id of a contact that an address names.
 * @throws Refusal `contact.not-found`
 */
export async function requireContactId(knex: Knex, documentId: string): Promise<number> {
  const [id] = (await resolveDocumentIds(knex, [documentId])).ids;
  if (id === undefined) throw new Refusal('contact.not-found');
  return id;
}
