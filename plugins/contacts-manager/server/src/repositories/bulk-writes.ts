import type { Knex } from 'knex';
import { STATUS_ACTIONS } from '../../../shared/status';
import { dialectOf } from '../database/dialect';
import { whereIdIn } from '../database/id-list';
import type { BulkChange, NumberedRecord } from '../domain/bulk/plan-change';
import { timestamp } from './operations';

type StatusChange = Extract<BulkChange, { kind: 'status' }>;

/** Makes one change to these contacts, which the caller has locked and found able to make it. */
export async function writeChange(
  trx: Knex,
  ids: number[],
  change: Exclude<BulkChange, { kind: 'delete' }>,
): Promise<void> {
  if (ids.length === 0) return;
  switch (change.kind) {
    case 'status':
      return writeStatus(trx, ids, change);
    case 'add-to-groups':
      await addToGroups(trx, ids, change.groups);
      return touch(trx, ids);
    case 'remove-from-groups':
      await removeFromGroups(trx, ids, change.groups);
      return touch(trx, ids);
    case 'move-to-group':
      await removeFromGroups(
        trx,
        ids,
        change.fromGroups.filter(({ id }) => !change.groups.some((group) => group.id === id)),
      );
      await addToGroups(trx, ids, change.groups);
      return touch(trx, ids);
    case 'set-category':
      await setCategory(trx, ids, change.category);
      return touch(trx, ids);
  }
}

async function writeStatus(trx: Knex, ids: number[], change: StatusChange): Promise<void> {
  const dialect = dialectOf(trx);
  const { from, to } = STATUS_ACTIONS[change.action];
  const query = trx('contacts').whereIn('contact_status', from);
  whereIdIn(query, trx, 'id', ids);
  const at = timestamp(dialect, change.at);
  const changed = await query.update({
    contact_status: to,
    status_reason: change.reason,
    status_changed_at: at,
    updated_at: at,
  });
  // The rows are locked and were of these statuses: anything else would leave history and data apart.
  if (changed !== ids.length) {
    throw new Error(`${ids.length} contacts were to change their status, ${changed} did.`);
  }
}

/**
 * Behind the groups a contact has, in the order asked. The sum stands inside `max`, as in
 * `addGroupLinksSql` and for the same reason.
 */
async function addToGroups(trx: Knex, ids: number[], groups: NumberedRecord[]): Promise<void> {
  for (const { id: groupId } of groups) {
    const source = trx('contacts as c').select(
      'c.id',
      trx.raw('cast(? as integer)', [groupId]),
      trx.raw(
        'coalesce((select max(l.group_ord + 1) from contacts_groups_lnk l where l.contact_id = c.id), 1)',
      ),
    );
    whereIdIn(source, trx, 'c.id', ids);
    void source.whereNotExists(
      trx('contacts_groups_lnk as m')
        .select(trx.raw('1'))
        .whereRaw('m.contact_id = c.id')
        .where('m.group_id', groupId),
    );
    await trx
      .into(
        trx.raw('?? (??, ??, ??)', ['contacts_groups_lnk', 'contact_id', 'group_id', 'group_ord']),
      )
      .insert(source);
  }
}

async function removeFromGroups(trx: Knex, ids: number[], groups: NumberedRecord[]): Promise<void> {
  const query = trx('contacts_groups_lnk').whereIn(
    'group_id',
    groups.map(({ id }) => id),
  );
  whereIdIn(query, trx, 'contact_id', ids);
  await query.delete();
}

async function setCategory(
  trx: Knex,
  ids: number[],
  category: NumberedRecord | null,
): Promise<void> {
  const others = trx('contacts_category_lnk');
  whereIdIn(others, trx, 'contact_id', ids);
  await others.delete();
  if (!category) return;
  const source = trx('contacts as c').select('c.id', trx.raw('cast(? as integer)', [category.id]));
  whereIdIn(source, trx, 'c.id', ids);
  await trx
    .into(trx.raw('?? (??, ??)', ['contacts_category_lnk', 'contact_id', 'category_id']))
    .insert(source);
}

/** Applications that follow `updatedAt` have to see changes of relations too, as after a single edit. */
async function touch(trx: Knex, ids: number[]): Promise<void> {
  const query = trx('contacts');
  whereIdIn(query, trx, 'id', ids);
  await query.update({ updated_at: timestamp(dialectOf(trx), new Date()) });
}
