import type { Knex } from 'knex';
import { Refusal } from '../../../shared/errors';
import { followRedirect } from '../repositories/redirects';
import { resolveDocumentIds } from '../repositories/selections';

/**
 * Row id of a contact that an address names, also by the id it had before it was merged.
 * @throws Refusal `contact.not-found`
 */
export async function requireContactId(knex: Knex, documentId: string): Promise<number> {
  const [id] = (await resolveDocumentIds(knex, [documentId])).ids;
  const found = id ?? (await followRedirect(knex, documentId))?.id;
  if (found === undefined) throw new Refusal('contact.not-found');
  return found;
}
