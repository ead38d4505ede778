import type { Knex } from 'knex';
import { STATUS_ACTION_NAMES, type StatusAction } from '../../../shared/status';

export interface StatusChange {
  action: StatusAction;
  by: string | null;
  at: Date;
  reason: string | null;
}

interface Row {
  kind: StatusAction;
  actor_name: string | null;
  reason: string | null;
  created_at: Date | number | string;
}

/** The last operation that changed the status of this contact; null when there was none. */
export async function findLastStatusChange(
  knex: Knex,
  contactId: number,
): Promise<StatusChange | null> {
  const row = await knex('contact_operation_items as i')
    .join('contact_operations as o', 'o.id', 'i.operation_id')
    .where('i.contact_id', contactId)
    .whereIn('o.kind', STATUS_ACTION_NAMES)
    .orderBy([
      { column: 'i.number', order: 'desc' },
      { column: 'i.operation_id', order: 'desc' },
    ])
    .select<Row[]>('o.kind', 'o.actor_name', 'o.reason', 'o.created_at')
    .first();
  if (!row) return null;
  return {
    action: row.kind,
    by: row.actor_name,
    at: new Date(row.created_at),
    reason: row.reason,
  };
}
