import type { Knex } from 'knex';
import { dialectOf, giveWay } from '../../database/dialect';
import type { BulkChange, NumberedRecord } from '../../domain/bulk/plan-change';
import { writeChange } from '../../repositories/bulk-writes';
import type { RecordKind } from '../../repositories/contact-predicate';
import { findMembers, lockNamedRecord } from '../../repositories/named-records';
import { recordItemsAgain, recordManyItems } from '../../repositories/operation-items';
import type { OperationItem, OperationRef } from '../../repositories/operations';
import { planStep } from './change-step';
import { STEP_SIZE } from './steps';

/** What happens to all who are in a category or group. */
export interface MemberChange {
  kind: RecordKind;
  from: NumberedRecord;
  change: Exclude<BulkChange, { kind: 'delete' }>;
}

interface Changed {
  count: number;
  /** Row id of the last one looked at; null when there was none. */
  last: number | null;
}

/** Changes some of its members, those behind a row id, with history. */
export const changeMembers = (
  trx: Knex,
  operation: OperationRef,
  what: MemberChange,
  after: number,
): Promise<Changed> =>
  changeSome(trx, what, after, async (items) => {
    await recordManyItems(trx, operation.id, items);
    return items.length;
  });

/**
 * Changes those who came to it behind the steps, some of them for the second time, and keeps further ones out
 * until the transaction ends.
 */
export async function changeLateMembers(
  trx: Knex,
  operation: OperationRef,
  what: MemberChange,
): Promise<number> {
  await lockNamedRecord(trx, what.kind, what.from.id, { withLinks: true });
  let late = 0;
  for (let after = 0; ;) {
    const { count, last } = await changeSome(trx, what, after, (items) =>
      recordItemsAgain(trx, operation.id, items),
    );
    late += count;
    if (last === null) return late;
    after = last;
    await giveWay(dialectOf(trx));
  }
}

async function changeSome(
  trx: Knex,
  { kind, from, change }: MemberChange,
  after: number,
  record: (items: OperationItem[]) => Promise<number>,
): Promise<Changed> {
  const ids = await findMembers(trx, kind, from.id, { after, limit: STEP_SIZE[dialectOf(trx)] });
  const last = ids.at(-1);
  if (last === undefined) return { count: 0, last: null };
  const { items, changed } = await planStep(trx, ids, change, { lock: true });
  // Whoever lost it before the lock was ours is a member no more.
  const members = changed
    .filter(({ groups, category }) =>
      (kind === 'group' ? groups : [category]).some((has) => has?.id === from.id),
    )
    .map(({ id }) => id);
  const isMember = new Set(members);
  await writeChange(trx, members, change);
  const count = await record(items.filter(({ contactId }) => isMember.has(contactId)));
  return { count, last };
}
