import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf, type Dialect } from '../../database/dialect';
import {
  emailKeyOf,
  isEmailKey,
  keysOf,
  reasonsFor,
  weightOf,
  type ComparedContact,
} from '../../domain/duplicates/same-person';
import {
  becomeSearcher,
  findOpenPair,
  findSharers,
  loadCompared,
  replaceKeys,
  takeQueued,
} from '../../repositories/duplicates/keys';
import {
  deletePairsByEmail,
  deletePairsOf,
  findDismissed,
  pairKey,
  pairOf,
  writePairs,
  type FoundPair,
  type Pair,
} from '../../repositories/duplicates/pairs';
import { inTransaction } from '../../repositories/transaction';

/** Contacts of one step; small on SQLite, whose server stands still meanwhile. */
const STEP: Record<Dialect, number> = { sqlite: 100, postgres: 1_000 };

/** Contacts that share something, up to which each is compared with each: ten pairs. */
export const COMPARED_MOST = 5;

/** Looks at the next new, changed or gone contacts. Whether there may be more. */
export const searchStep = (strapi: Core.Strapi): Promise<boolean> =>
  inTransaction(strapi, async (trx) => {
    if (!(await becomeSearcher(trx))) return false;
    const limit = STEP[dialectOf(trx)];
    const ids = await takeQueued(trx, limit);
    if (ids.length === 0) return false;
    await deletePairsOf(trx, ids);
    const contacts = await loadCompared(trx, ids);
    const entries = [...contacts].flatMap(([contact_id, contact]) =>
      keysOf(contact).map((key) => ({ key, contact_id })),
    );
    const keys = await replaceKeys(trx, ids, entries);
    await compareSharers(trx, keys);
    return ids.length === limit;
  });

/**
 * Finds the pairs among all who share one of these keys, also those whose turn comes because somebody left.
 * Of a crowd that shares something, an e-mail address of a school perhaps, only the oldest pair that nobody
 * has dismissed is shown: once that is dealt with, the next one is.
 */
async function compareSharers(trx: Knex, keys: string[]): Promise<void> {
  const sharers = await findSharers(trx, keys, COMPARED_MOST + 1);
  const crowds = [...sharers].filter(([, ids]) => ids.length > 1);
  await deletePairsByEmail(trx, keys.filter(isEmailKey));
  const contacts = await loadCompared(trx, [...new Set(crowds.flatMap(([, ids]) => ids))]);
  const candidates = new Map(
    crowds.flatMap(([, ids]) => pairsAmong(ids)).map((pair) => [pairKey(pair), pair] as const),
  );
  const dismissed = await findDismissed(trx, [...candidates.values()]);
  const found = new Map<string, FoundPair>();
  for (const [key, ids] of crowds) {
    const open = pairsAmong(ids)
      .filter((pair) => !dismissed.has(pairKey(pair)))
      .map((pair) => judge(pair, contacts))
      .filter((pair) => pair !== null);
    const shown = ids.length > COMPARED_MOST ? await showOne(trx, key, open) : open;
    for (const pair of shown) found.set(pairKey(pair), pair);
  }
  await writePairs(trx, [...found.values()]);
}

/** Once the oldest of a crowd are all told apart, whoever has the same address comes after them. */
async function showOne(trx: Knex, key: string, open: FoundPair[]): Promise<FoundPair[]> {
  const [first] = open;
  if (first) return [first];
  const next = isEmailKey(key) ? await findOpenPair(trx, key) : null;
  if (!next) return [];
  const pair = judge(next, await loadCompared(trx, [next.a, next.b]));
  return pair ? [pair] : [];
}

const pairsAmong = (ids: number[]): Pair[] =>
  ids.flatMap((one, index) => ids.slice(index + 1).map((other) => pairOf(one, other)));

function judge(pair: Pair, contacts: Map<number, ComparedContact>): FoundPair | null {
  const [left, right] = [contacts.get(pair.a), contacts.get(pair.b)];
  if (!left || !right) return null;
  const reasons = reasonsFor(left, right);
  if (reasons.length === 0) return null;
  const emailKey = reasons.includes('email') ? emailKeyOf(left) : null;
  return { ...pair, reasons, weight: weightOf(reasons), emailKey };
}
