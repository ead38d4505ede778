import type { Knex } from 'knex';
import { dialectOf } from '../database/dialect';
import { whereIdIn } from '../database/id-list';
import { nextNumber } from '../database/operation-tables';
import { recordsJson, recordsOf } from '../database/records';
import type { OperationItem } from './operations';

/** Items of thousands of contacts in one statement with one binding. */
export async function recordManyItems(
  trx: Knex,
  operationId: number,
  items: OperationItem[],
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ contactId, before, after }) => ({
    contact_id: contactId,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
  }));
  const columns = { contact_id: 'integer', before: 'text', after: 'text' } as const;
  await trx.raw(
    `insert into contact_operation_items (operation_id, contact_id, number, before, after)
     select :operationId, contact_id, ${nextNumber('items.contact_id')}, before, after
     from (${recordsOf(dialectOf(trx), columns, ':rows')}) items`,
    { operationId, rows: recordsJson(columns, rows) },
  );
}

/**
 * The same where some of the contacts may have an item of this change: they were changed back while it was being
 * made, and what it does to them now takes the place of that. How many had none.
 */
export async function recordItemsAgain(
  trx: Knex,
  operationId: number,
  items: OperationItem[],
): Promise<number> {
  if (items.length === 0) return 0;
  const earlier = trx('contact_operation_items').where({ operation_id: operationId });
  whereIdIn(
    earlier,
    trx,
    'contact_id',
    items.map(({ contactId }) => contactId),
  );
  const replaced = await earlier.delete();
  await recordManyItems(trx, operationId, items);
  return items.length - replaced;
}
