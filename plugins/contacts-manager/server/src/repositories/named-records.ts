import type { Knex } from 'knex';
import type { OperationParams } from '../../../shared/contracts/operations';
import { nameKey } from '../../../shared/text';
import { dialectOf } from '../database/dialect';
import { whereTextIn } from '../database/id-list';
import { textPosition } from '../database/search-predicate';
import type { NumberedRecord } from '../domain/bulk/plan-change';
import { RECORD_TABLES, type RecordKind } from './contact-predicate';
import { timestamp } from './operations';

/** Categories or groups by documentId, in the order asked; null where there is none. */
export async function findNamedRecords(
  knex: Knex,
  kind: RecordKind,
  documentIds: string[],
): Promise<(NumberedRecord | null)[]> {
  if (documentIds.length === 0) return [];
  const query = knex(RECORD_TABLES[kind].records).select<
    { id: number; document_id: string; name: string }[]
  >('id', 'document_id', 'name');
  whereTextIn(query, knex, 'document_id', documentIds);
  const found = new Map(
    (await query).map(({ id, document_id, name }) => [
      document_id,
      { id, documentId: document_id, name },
    ]),
  );
  return documentIds.map((documentId) => found.get(documentId) ?? null);
}

/** Row ids of contacts that have this category or are in this group, ascending. */
export async function findMembers(
  knex: Knex,
  kind: RecordKind,
  recordId: number,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  const { links, column } = RECORD_TABLES[kind];
  const rows = await knex(links)
    .distinct<{ contact_id: number }[]>('contact_id')
    .where(column, recordId)
    .where('contact_id', '>', after)
    .orderBy('contact_id')
    .limit(limit);
  return rows.map(({ contact_id }) => contact_id);
}

export interface StoredRecord extends NumberedRecord {
  description: string | null;
  color: string | null;
  createdAt: string;
}

interface StoredRow {
  id: number;
  document_id: string;
  name: string;
  description: string | null;
  color: string | null;
  created_at: Date | number | string | null;
}

/** Categories or groups whose folded name holds a text, by name; or the one with this documentId. */
export async function listNamedRecords(
  knex: Knex,
  kind: RecordKind,
  search: string,
  documentId?: string,
): Promise<StoredRecord[]> {
  const query = knex(RECORD_TABLES[kind].records)
    .select<StoredRow[]>('id', 'document_id', 'name', 'description', 'color', 'created_at')
    .orderBy('name_key');
  if (search) void query.whereRaw(`${textPosition(knex, 'name_key')} > 0`, [search]);
  if (documentId !== undefined) void query.where({ document_id: documentId });
  const rows = await query;
  return rows.map(({ id, document_id, name, description, color, created_at }) => ({
    id,
    documentId: document_id,
    name,
    description,
    color,
    createdAt: new Date(created_at ?? 0).toISOString(),
  }));
}

/**
 * Makes a deleted category or group again, with its documentId. One that has the name by now is left as it
 * is: it is not the one that was deleted. Whether it was made.
 */
export async function recreateRecord(
  trx: Knex,
  kind: RecordKind,
  record: NonNullable<OperationParams['record']>,
): Promise<boolean> {
  // A merge or deletion that was cancelled on its way has left it where it was, perhaps with another name since.
  const { documentId, createdAt } = record;
  if ((await findNamedRecords(trx, kind, [documentId]))[0]) return false;
  const now = timestamp(dialectOf(trx), new Date());
  const created = createdAt ? timestamp(dialectOf(trx), new Date(createdAt)) : now;
  const made = await trx(RECORD_TABLES[kind].records)
    .insert({
      document_id: record.documentId,
      name: record.name,
      name_key: nameKey(record.name),
      description: record.description,
      color: record.color,
      ...{ created_at: created, updated_at: now, published_at: now },
    })
    .onConflict('name_key')
    .ignore()
    .returning<{ id: number }[]>('id');
  return made.length > 0;
}

/**
 * Keeps others from changing or deleting it until the transaction ends and, if so asked, from giving it to
 * further contacts (PostgreSQL; SQLite has one writer anyway). False when it is gone.
 */
export async function lockNamedRecord(
  trx: Knex,
  kind: RecordKind,
  id: number,
  { withLinks }: { withLinks: boolean },
): Promise<boolean> {
  const query = trx(RECORD_TABLES[kind].records).where({ id }).select('id');
  if (dialectOf(trx) === 'postgres') void (withLinks ? query.forUpdate() : query.forNoKeyUpdate());
  return (await query).length > 0;
}

/** Takes the record itself, whose contacts the caller has seen to. */
export const deleteNamedRecord = (trx: Knex, kind: RecordKind, id: number): Promise<number> =>
  trx(RECORD_TABLES[kind].records).where({ id }).delete();
