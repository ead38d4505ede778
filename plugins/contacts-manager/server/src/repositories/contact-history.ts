import type { Knex } from 'knex';
import type { OperationKind, OperationParams } from '../../../shared/contracts/operations';
import { readJsonColumn } from '../database/json-column';
import type { Actor } from '../domain/actor';

type Attributes = Record<string, unknown> | null;

/** What one change did to one contact, and who made it. */
export interface ContactChange {
  kind: OperationKind;
  actor: Actor;
  at: Date;
  params: OperationParams;
  before: Attributes;
  after: Attributes;
}

interface Row {
  kind: OperationKind;
  actor_type: Actor['type'];
  actor_id: string | null;
  actor_name: string | null;
  created_at: Date | number | string;
  params: unknown;
  before: string | null;
  after: string | null;
}

/** Only this product writes the columns, so their shape is known. */
const attributesOf = (text: string | null): Attributes =>
  text === null ? null : (JSON.parse(text) as Attributes);

const changeOf = (row: Row): ContactChange => ({
  kind: row.kind,
  actor: { type: row.actor_type, id: row.actor_id, name: row.actor_name },
  at: new Date(row.created_at),
  params: readJsonColumn(row.params) ?? {},
  before: attributesOf(row.before),
  after: attributesOf(row.after),
});

/** Changes of one contact from one end of its history; the index on the contact serves both. */
async function readChanges(
  knex: Knex,
  contactId: number,
  { from, limit }: { from: 'newest' | 'oldest'; limit: number },
): Promise<ContactChange[]> {
  const rows = await knex('contact_operation_items as i')
    .join('contact_operations as o', 'o.id', 'i.operation_id')
    .where('i.contact_id', contactId)
    .orderBy('i.operation_id', from === 'newest' ? 'desc' : 'asc')
    .limit(limit)
    .select<Row[]>(
      ...['o.kind', 'o.actor_type', 'o.actor_id', 'o.actor_name', 'o.created_at', 'o.params'],
      ...['i.before', 'i.after'],
    );
  return rows.map(changeOf);
}

/** More than anybody makes while one form is open. */
const RECENT = 100;

/** Newest first. */
export const listRecentChanges = (knex: Knex, contactId: number): Promise<ContactChange[]> =>
  readChanges(knex, contactId, { from: 'newest', limit: RECENT });

/** The change that made this contact; null where history begins later. */
export async function findOrigin(knex: Knex, contactId: number): Promise<ContactChange | null> {
  const [first] = await readChanges(knex, contactId, { from: 'oldest', limit: 1 });
  return first?.before === null ? first : null;
}
