import type { Knex } from 'knex';
import { dialectOf } from '../database/dialect';
import { whereIdIn, whereTextIn } from '../database/id-list';
import { refreshSearchRows } from '../database/search-index';
import { INSERTED_AT_ONCE, type BinnedContact, type Relations, type StoredRow } from './bin';
import { RECORD_TABLES, type RecordKind } from './contact-predicate';
import type { RelatedRecord } from './contact-snapshots';
import { addLinks } from './contact-values';
import { removeRedirects } from './redirects';
import { findTaken, type WantedNumber } from './taken-numbers';

/** The numbers a contact had. */
export const phonesOf = ({ id, row }: BinnedContact): WantedNumber[] => [
  { contactId: id, phone: row.primary_contact, slot: 'primary' },
  ...(row.secondary_contact
    ? [{ contactId: id, phone: row.secondary_contact, slot: 'secondary' as const }]
    : []),
];

/**
 * Brings contacts back with the ids, numbers and relations they had, as far as those still exist. Answers
 * with the row ids of those that cannot come back, because somebody has one of their numbers by now.
 */
export async function takeFromBin(trx: Knex, entries: BinnedContact[]): Promise<Set<number>> {
  if (entries.length === 0) return new Set();
  const taken = await findTaken(trx, entries.flatMap(phonesOf));
  const free = entries.filter(({ id }) => !taken.has(id));
  const rows = (await withoutLostAdmins(trx, free)).map((row) => storableRow(trx, row));
  for (let start = 0; start < rows.length; start += INSERTED_AT_ONCE) {
    await trx('contacts').insert(rows.slice(start, start + INSERTED_AT_ONCE));
  }
  const ids = free.map(({ id }) => id);
  await refreshSearchRows(trx, ids);
  await relink(trx, 'category', free, ({ category }) => (category ? [category] : []));
  await relink(trx, 'group', free, ({ groups }) => groups);
  const emptied = trx('contact_bin');
  whereIdIn(emptied, trx, 'contact_id', ids);
  await emptied.delete();
  await removeRedirects(trx, ids);
  return taken;
}

/** Who made or wrote a contact may be no administrator any more. */
async function withoutLostAdmins(trx: Knex, entries: BinnedContact[]): Promise<StoredRow[]> {
  const named = entries.flatMap(({ row }) => [row.created_by_id, row.updated_by_id]);
  const ids = [...new Set(named.filter((id) => id !== null))];
  const query = trx('admin_users');
  whereIdIn(query, trx, 'id', ids);
  const present = new Set<number | null>(await query.pluck<number[]>('id'));
  const known = (id: number | null) => (present.has(id) ? id : null);
  return entries.map(({ row }) => ({
    ...row,
    created_by_id: known(row.created_by_id),
    updated_by_id: known(row.updated_by_id),
  }));
}

/** JSON has made text of dates. A JSON column was read as text, and is written as it was. */
function storableRow(trx: Knex, row: StoredRow): Record<string, unknown> {
  if (dialectOf(trx) === 'sqlite') return row;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) =>
      typeof value === 'string' && column.endsWith('_at')
        ? [column, new Date(value)]
        : [column, value],
    ),
  );
}

async function relink(
  trx: Knex,
  kind: RecordKind,
  entries: BinnedContact[],
  refsOf: (relations: Relations) => RelatedRecord[],
): Promise<void> {
  const documentIds = entries.flatMap(({ relations }) =>
    refsOf(relations).map(({ documentId }) => documentId),
  );
  if (documentIds.length === 0) return;
  const query = trx(RECORD_TABLES[kind].records).select<{ id: number; document_id: string }[]>(
    ...['id', 'document_id'],
  );
  whereTextIn(query, trx, 'document_id', [...new Set(documentIds)]);
  const idOf = new Map((await query).map(({ id, document_id }) => [document_id, id]));
  const links = entries.flatMap(({ id, relations }) =>
    refsOf(relations).flatMap(({ documentId }) => {
      const recordId = idOf.get(documentId);
      return recordId === undefined ? [] : [{ contact_id: id, record_id: recordId }];
    }),
  );
  await addLinks(trx, kind, links);
}
