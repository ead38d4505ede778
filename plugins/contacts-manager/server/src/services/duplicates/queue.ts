import type { Core } from '@strapi/strapi';
import type {
  DismissBody,
  DuplicatePair,
  DuplicatesAnswer,
  DuplicatesQuery,
} from '../../../../shared/contracts/duplicates';
import { fieldError, refuseFields, Refusal } from '../../../../shared/errors';
import type { Actor } from '../../domain/actor';
import { loadViews } from '../../repositories/contact-views';
import { countSharers, enqueue, isQueueEmpty } from '../../repositories/duplicates/keys';
import { countPairs, dismissPair, listPairs, pairOf } from '../../repositories/duplicates/pairs';
import { resolveDocumentIds } from '../../repositories/selections';
import { inTransaction } from '../../repositories/transaction';
import { COMPARED_MOST } from './search-step';

const COUNTED = 10_000;

/** GET /duplicates */
export async function listDuplicates(
  strapi: Core.Strapi,
  { page, pageSize }: DuplicatesQuery,
): Promise<DuplicatesAnswer> {
  const knex = strapi.db.connection;
  // Asked first: a step that ends in between has written its pairs before the list is read.
  const isLooking = !(await isQueueEmpty(knex));
  const pairs = await listPairs(knex, { page, pageSize });
  const { ids } = await resolveDocumentIds(
    knex,
    pairs.flatMap(({ documentIds }) => documentIds),
  );
  const views = new Map((await loadViews(knex, ids)).map((view) => [view.documentId, view]));
  const keys = pairs.map(({ emailKey }) => emailKey).filter((key) => key !== null);
  const sizes = await countSharers(knex, keys, COUNTED);
  const results = pairs.flatMap(({ documentIds, reasons, emailKey }): DuplicatePair[] => {
    const [left, right] = [views.get(documentIds[0]), views.get(documentIds[1])];
    const size = emailKey === null ? 0 : (sizes.get(emailKey) ?? 0);
    const shared = size > COMPARED_MOST ? size : null;
    return left && right ? [{ contacts: [left, right], reasons, shared }] : [];
  });
  const total = await countPairs(knex, COUNTED + 1);
  return {
    results,
    pagination: {
      ...{ page, pageSize },
      total: Math.min(total, COUNTED),
      totalIsExact: total <= COUNTED,
    },
    isLooking,
  };
}

/** POST /duplicates/dismiss: for good. Both are looked at again, so that the next pair of a crowd comes. */
export async function dismissDuplicate(
  strapi: Core.Strapi,
  { contacts: [one, other] }: DismissBody,
  actor: Actor,
): Promise<void> {
  if (one === other) throw refuseFields([fieldError(['contacts', 1], 'merge.same')]);
  await inTransaction(strapi, async (trx) => {
    const { ids } = await resolveDocumentIds(trx, [one, other]);
    const [first, second] = ids;
    if (first === undefined || second === undefined) throw new Refusal('contact.not-found');
    // First, as it may have to wait for a search, which is to write pairs in its turn.
    await enqueue(trx, ids);
    await dismissPair(trx, pairOf(first, second), actor.name);
  });
}
