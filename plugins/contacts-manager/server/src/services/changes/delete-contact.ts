import type { Core } from '@strapi/strapi';
import { Refusal } from '../../../../shared/errors';
import type { Actor } from '../../domain/actor';
import { resolveDocumentIds } from '../../repositories/selections';
import { inTransaction } from '../../repositories/transaction';
import { changeStep, givenIds } from './change-step';
import { changeAtOnce } from './steps';

/**
 * Moves one contact to the bin, in place of Strapi's own deletion. Answers as that does: `entries` is
 * empty when there is no such contact.
 */
export async function deleteContact(
  strapi: Core.Strapi,
  documentId: string,
  actor: Actor,
): Promise<{ documentId: string; entries: { id: number; documentId: string }[] }> {
  // Joins the caller's transaction: the Content Manager deletes many in one.
  const selection = await inTransaction(strapi, (trx) => resolveDocumentIds(trx, [documentId]));
  const [id] = selection.ids;
  if (id === undefined) return { documentId, entries: [] };
  const { skipped } = await changeAtOnce(
    strapi,
    { kind: 'delete', actor },
    changeStep(givenIds([[id]]), { kind: 'delete' }, actor),
  );
  const [problem] = skipped;
  if (problem) throw new Refusal(problem.code === 'unchanged' ? 'conflict.retry' : problem.code);
  return { documentId, entries: [{ id, documentId }] };
}
