import type { Knex } from 'knex';
import type { ContactStatus } from '../../../shared/status';
import { dialectOf } from '../database/dialect';
import { whereIdIn } from '../database/id-list';
import type { BulkSubject, NumberedRecord } from '../domain/bulk/plan-change';
import { RECORD_TABLES, type RecordKind } from './contact-predicate';

interface SubjectRow {
  id: number;
  document_id: string;
  name: string;
  contact_status: ContactStatus;
  status_reason: string | null;
  status_changed_at: Date | number | string | null;
}
interface LinkedRow {
  contact_id: number;
  id: number;
  document_id: string;
  name: string;
}

/**
 * These contacts by ascending id, with such of category and groups as are asked for. `lock` keeps other
 * writers of them waiting until the transaction ends, in that order, so that two bulk changes never wait for each other in a
 * circle (PostgreSQL; SQLite has one writer). The lock also orders a status change against links that
 * are being written, which the tallies rely on.
 */
export async function loadSubjects(
  trx: Knex,
  ids: readonly number[],
  { lock, relations }: { lock: boolean; relations: readonly RecordKind[] },
): Promise<BulkSubject[]> {
  const query = trx<SubjectRow>('contacts')
    .select('id', 'document_id', 'name', 'contact_status', 'status_reason', 'status_changed_at')
    .orderBy('id');
  whereIdIn(query, trx, 'id', ids);
  if (lock && dialectOf(trx) === 'postgres') void query.forUpdate();
  const rows = await query;
  const linked = async (kind: RecordKind) =>
    relations.includes(kind) ? loadLinked(trx, kind, ids) : new Map<number, NumberedRecord[]>();
  const categories = await linked('category');
  const groups = await linked('group');
  return rows.map((row) => ({
    id: row.id,
    documentId: row.document_id,
    name: row.name,
    contactStatus: row.contact_status,
    statusReason: row.status_reason,
    statusChangedAt:
      row.status_changed_at === null ? null : new Date(row.status_changed_at).toISOString(),
    category: categories.get(row.id)?.[0] ?? null,
    groups: groups.get(row.id) ?? [],
  }));
}

/** Keeps other writers of these contacts waiting, as `loadSubjects` does. */
export async function lockContacts(trx: Knex, ids: readonly number[]): Promise<void> {
  if (ids.length === 0 || dialectOf(trx) !== 'postgres') return;
  const query = trx('contacts').select('id').orderBy('id').forUpdate();
  whereIdIn(query, trx, 'id', ids);
  await query;
}

async function loadLinked(
  trx: Knex,
  kind: RecordKind,
  contactIds: readonly number[],
): Promise<Map<number, NumberedRecord[]>> {
  const { links, records, column } = RECORD_TABLES[kind];
  const query = trx(`${links} as l`)
    .join(`${records} as r`, 'r.id', `l.${column}`)
    .select<LinkedRow[]>('l.contact_id', 'r.id', 'r.document_id', 'r.name')
    .orderBy('l.id');
  whereIdIn(query, trx, 'l.contact_id', contactIds);
  const linked = new Map<number, NumberedRecord[]>();
  for (const { contact_id, id, document_id, name } of await query) {
    const record = { id, documentId: document_id, name };
    const others = linked.get(contact_id);
    if (others) others.push(record);
    else linked.set(contact_id, [record]);
  }
  return linked;
}
