import type { Knex } from 'knex';
import { whereTextIn } from '../database/id-list';
import type { NumberedRecord } from '../domain/bulk/plan-change';
import { RECORD_TABLES, type RecordKind } from './contact-predicate';

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
