import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { MergeAnswer, MergeBody } from '../../../../shared/contracts/merge';
import { fieldError, refuseFields, Refusal, type FieldError } from '../../../../shared/errors';
import { planMerge } from '../../../../shared/merge';
import { PHONE_SLOTS } from '../../../../shared/uniqueness';
import type { Actor } from '../../domain/actor';
import { diffAttributes, withoutEmpty } from '../../domain/changes/diff';
import { refusalOfDatabase } from '../../guards/database-refusal';
import { moveToBin } from '../../repositories/bin';
import { loadSnapshots, type ContactSnapshot } from '../../repositories/contact-snapshots';
import { writeValues } from '../../repositories/contact-values';
import { recordManyItems } from '../../repositories/operation-items';
import type { OperationItem, OperationRef } from '../../repositories/operations';
import { addRedirect } from '../../repositories/redirects';
import { resolveDocumentIds } from '../../repositories/selections';
import { findTaken } from '../../repositories/taken-numbers';
import { inTransaction } from '../../repositories/transaction';
import { changeAtOnce } from '../changes/steps';
import { findContact } from '../contact-list';

interface Pair {
  kept: ContactSnapshot;
  gone: ContactSnapshot;
}

/**
 * Makes one contact out of two. The other one goes the way of a deleted contact, whole and with its numbers
 * free; its documentId leads to the one that stays. One change, which undo takes back.
 */
export async function mergeContacts(
  strapi: Core.Strapi,
  documentId: string,
  { other, values }: MergeBody,
  actor: Actor,
): Promise<MergeAnswer> {
  if (documentId === other) throw refuseFields([fieldError(['other'], 'merge.same')]);
  try {
    const operationId = await inTransaction(strapi, async (trx) => {
      const pair = await lockPair(trx, documentId, other);
      const { operationId: made } = await changeAtOnce(
        strapi,
        { kind: 'merge', actor, params: { merge: refsOf(pair) } },
        async (_trx, operation) => {
          await write(trx, pair, values, { operation, actor });
          return { applied: 2, skipped: [], next: null };
        },
      );
      if (made === null) throw new Error('A merge left no change.');
      return made;
    });
    return { data: await findContact(strapi, documentId), operationId };
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

/** Both by ascending id, as every change locks contacts, so that two merges of a pair wait for each other. */
async function lockPair(trx: Knex, documentId: string, other: string): Promise<Pair> {
  const { ids } = await resolveDocumentIds(trx, [documentId, other]);
  const found = await loadSnapshots(trx, ids, { lock: true });
  const kept = found.find((contact) => contact.documentId === documentId);
  const gone = found.find((contact) => contact.documentId === other);
  if (!kept || !gone) throw new Refusal('contact.not-found');
  return { kept, gone };
}

const refOf = ({ documentId, attributes }: ContactSnapshot) => ({
  documentId,
  name: attributes.name,
});
const refsOf = ({ kept, gone }: Pair) => ({ kept: refOf(kept), gone: refOf(gone) });

/** Where secondary numbers may be shared, one that is chosen as primary may be somebody else's primary. */
async function findTakenFields(
  trx: Knex,
  { kept, gone }: Pair,
  values: Pick<ContactSnapshot['attributes'], keyof typeof PHONE_SLOTS>,
): Promise<FieldError[]> {
  const problems: FieldError[] = [];
  for (const field of ['primaryContact', 'secondaryContact'] as const) {
    const phone = values[field];
    if (phone === null) continue;
    const wanted = { contactId: kept.id, phone, slot: PHONE_SLOTS[field] };
    const taken = await findTaken(trx, [wanted], new Set([gone.id]));
    if (taken.size > 0) problems.push(fieldError([field], 'phone.taken'));
  }
  return problems;
}

async function write(
  trx: Knex,
  { kept, gone }: Pair,
  choice: MergeBody['values'],
  { operation, actor }: { operation: OperationRef; actor: Actor },
): Promise<void> {
  const plan = planMerge(kept.attributes, gone.attributes, choice);
  if (!plan.ok) throw refuseFields(plan.errors);
  const taken = await findTakenFields(trx, { kept, gone }, plan.values);
  if (taken.length > 0) throw refuseFields(taken);
  // First, so that its numbers are free for the one that stays.
  await moveToBin(trx, [gone.id], { operationId: operation.id, name: actor.name });
  const items: OperationItem[] = [
    { contactId: gone.id, before: withoutEmpty(gone.attributes), after: null },
  ];
  const diff = diffAttributes(kept.attributes, { ...kept.attributes, ...plan.values });
  if (diff) {
    // The history says which custom fields changed; the column takes all of them.
    const { customFields } = plan.values;
    const values = 'customFields' in diff.after ? { ...diff.after, customFields } : diff.after;
    await writeValues(trx, [{ before: kept, values }]);
    items.push({ contactId: kept.id, ...diff });
  }
  await addRedirect(trx, gone, kept.id);
  await recordManyItems(trx, operation.id, items);
}
