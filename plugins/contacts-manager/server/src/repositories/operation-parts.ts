import type { Knex } from 'knex';
import {
  SKIPPED_LISTED,
  type ListedContact,
  type SkippedContact,
} from '../../../shared/contracts/operations';
import { dialectOf } from '../database/dialect';
import { whereIdIn } from '../database/id-list';
import { recordsJson, recordsOf } from '../database/records';
import type { OperationItem } from './operations';

/** Whom a queued change is about, in chunks that each fit a transaction. */
export async function writeTargets(
  trx: Knex,
  operationId: number,
  chunks: number[][],
): Promise<void> {
  const columns = { chunk: 'integer', ids: 'text' } as const;
  const rows = chunks.map((ids, chunk) => ({ chunk, ids: JSON.stringify(ids) }));
  await trx.raw(
    `insert into contact_operation_targets (operation_id, chunk, ids)
     select :operationId, chunk, ids from (${recordsOf(dialectOf(trx), columns, ':rows')}) targets`,
    { operationId, rows: recordsJson(columns, rows) },
  );
}

/** Row ids of one chunk; null behind the last. */
export async function readTargets(
  trx: Knex,
  operationId: number,
  chunk: number,
): Promise<number[] | null> {
  const row = await trx<{ operation_id: number; chunk: number; ids: string }>(
    'contact_operation_targets',
  )
    .where({ operation_id: operationId, chunk })
    .first('ids');
  return row ? (JSON.parse(row.ids) as number[]) : null;
}

export const deleteTargets = (trx: Knex, operationId: number): Promise<number> =>
  trx('contact_operation_targets').where({ operation_id: operationId }).delete();

const PERSON = { position: 'integer', document_id: 'text', name: 'text' } as const;
const SKIP = { ...PERSON, code: 'text' } as const;

/** Adds to those left out; `already` are there. Behind the first thousand only the count is kept. */
export const recordSkips = (
  trx: Knex,
  operationId: number,
  skipped: SkippedContact[],
  already: number,
): Promise<void> =>
  append(trx, operationId, { table: 'contact_operation_skips', columns: SKIP, already }, skipped);

/** The same for those that an undo took back and that keep newer values of other fields. */
export const recordNewer = (
  trx: Knex,
  operationId: number,
  newer: ListedContact[],
  already: number,
): Promise<void> =>
  append(trx, operationId, { table: 'contact_operation_newer', columns: PERSON, already }, newer);

async function append(
  trx: Knex,
  operationId: number,
  to: { table: string; columns: typeof PERSON | typeof SKIP; already: number },
  people: (ListedContact & { code?: string })[],
): Promise<void> {
  const { table, columns, already } = to;
  const listed = people.slice(0, Math.max(0, SKIPPED_LISTED - already));
  if (listed.length === 0) return;
  const names = Object.keys(columns).join(', ');
  const rows = listed.map(({ documentId, name, code = null }, index) => ({
    ...{ position: already + index, document_id: documentId, name, code },
  }));
  await trx.raw(
    `insert into ${table} (operation_id, ${names})
     select :operationId, ${names} from (${recordsOf(dialectOf(trx), columns, ':rows')}) people`,
    { operationId, rows: recordsJson(columns, rows) },
  );
}

export async function listNewer(knex: Knex, operationId: number): Promise<ListedContact[]> {
  const rows = await knex('contact_operation_newer')
    .where({ operation_id: operationId })
    .orderBy('position')
    .select<{ document_id: string; name: string }[]>('document_id', 'name');
  return rows.map(({ document_id, name }) => ({ documentId: document_id, name }));
}

export async function listSkips(knex: Knex, operationId: number): Promise<SkippedContact[]> {
  const rows = await knex('contact_operation_skips')
    .where({ operation_id: operationId })
    .orderBy('position')
    .select<{ document_id: string; name: string; code: SkippedContact['code'] }[]>(
      'document_id',
      'name',
      'code',
    );
  return rows.map(({ document_id, name, code }) => ({ documentId: document_id, name, code }));
}

/** How many changes each contact has seen. */
export async function countChanges(
  knex: Knex,
  contactIds: readonly number[],
): Promise<Map<number, number>> {
  const query = knex('contact_operation_items')
    .select<{ contact_id: number; number: number }[]>('contact_id')
    .max('number as number')
    .groupBy('contact_id');
  whereIdIn(query, knex, 'contact_id', contactIds);
  return new Map((await query).map(({ contact_id, number }) => [contact_id, number]));
}

/** The change that came to a contact behind its `number`-th one; null when there was none. Its documentId. */
export async function findChangeBehind(
  knex: Knex,
  contactId: number,
  number: number,
): Promise<string | null> {
  const row = await knex('contact_operation_items as i')
    .join('contact_operations as o', 'o.id', 'i.operation_id')
    .where('i.contact_id', contactId)
    .where('i.number', '>', number)
    .orderBy('i.number')
    .first<{ document_id: string } | undefined>('o.document_id');
  return row?.document_id ?? null;
}

interface ItemRow {
  contact_id: number;
  before: string | null;
  after: string | null;
}

/** Only this product writes the columns, so their shape is known. */
const attributesOf = (text: string | null): Record<string, unknown> | null =>
  text === null ? null : (JSON.parse(text) as Record<string, unknown>);

const itemOf = ({ contact_id, before, after }: ItemRow): OperationItem => ({
  contactId: contact_id,
  before: attributesOf(before),
  after: attributesOf(after),
});

/** `number` counts the changes of one contact. */
export type NumberedItem = OperationItem & { number: number };

/** What a change did to the next contacts behind row id `after`. */
export async function readItems(
  knex: Knex,
  operationId: number,
  { after, limit }: { after: number; limit: number },
): Promise<NumberedItem[]> {
  const rows = await knex('contact_operation_items')
    .where({ operation_id: operationId })
    .where('contact_id', '>', after)
    .orderBy('contact_id')
    .limit(limit)
    .select<(ItemRow & { number: number })[]>('contact_id', 'number', 'before', 'after');
  return rows.map((row) => ({ ...itemOf(row), number: row.number }));
}

/** Beyond, a change is not counted again: on SQLite that reads all that each of its contacts was and is. */
const COUNTED = 10_000;

/** The same by pages, with the name each contact has, or had last. */
export async function listItems(
  knex: Knex,
  { id: operationId, applied }: { id: number; applied: number },
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{
  items: (OperationItem & { documentId: string | null; name: string })[];
  total: number;
}> {
  // Ids of the page first: what is passed over is not looked up in contacts.
  const ids = knex('contact_operation_items')
    .select('contact_id')
    .where({ operation_id: operationId })
    .orderBy('contact_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const rows = await knex('contact_operation_items as i')
    .leftJoin('contacts as c', 'c.id', 'i.contact_id')
    .where('i.operation_id', operationId)
    .whereIn('i.contact_id', ids)
    .orderBy('i.contact_id')
    .select<(ItemRow & { document_id: string | null; name: string | null })[]>(
      ...['i.contact_id', 'i.before', 'i.after', 'c.document_id', 'c.name'],
    );
  return {
    items: rows.map((row) => {
      const item = itemOf(row);
      const known = row.name ?? item.after?.name ?? item.before?.name;
      return {
        ...item,
        documentId: row.document_id,
        name: typeof known === 'string' ? known : '',
      };
    }),
    total: applied > COUNTED ? applied : await countItems(knex, operationId),
  };
}

async function countItems(knex: Knex, operationId: number): Promise<number> {
  const [row] = await knex('contact_operation_items')
    .where({ operation_id: operationId })
    .count<{ total: number | string }[]>('* as total');
  return Number(row?.total ?? 0);
}

/** What changes did to these contacts, by change; within one in the order of the contacts given. */
export async function findItems(
  knex: Knex,
  contactIds: number[],
  operationIds: number[],
): Promise<Map<number, OperationItem[]>> {
  const rows = await knex('contact_operation_items')
    .whereIn('contact_id', contactIds)
    .whereIn('operation_id', operationIds)
    .select<(ItemRow & { operation_id: number })[]>(
      'operation_id',
      'contact_id',
      'before',
      'after',
    );
  const order = new Map(contactIds.map((id, position) => [id, position]));
  const sorted = rows.sort(
    (left, right) => (order.get(left.contact_id) ?? 0) - (order.get(right.contact_id) ?? 0),
  );
  const items = new Map<number, OperationItem[]>();
  for (const row of sorted) {
    items.set(row.operation_id, [...(items.get(row.operation_id) ?? []), itemOf(row)]);
  }
  return items;
}
