import type { Knex } from 'knex';
import { searchTerms } from '../../../shared/search';
import { dialectOf, rawRows } from '../database/dialect';
import { whereIdIn, whereTextIn } from '../database/id-list';
import { refreshSearchRows } from '../database/search-index';
import { whereTextMatches } from '../database/search-predicate';
import { addLinks, deleteContacts } from './contact-values';
import { loadRelatedOf, type ContactSnapshot, type RelatedRecord } from './contact-snapshots';
import { RECORD_TABLES, type RecordKind } from './contact-predicate';
import { deleteNotesOf } from './notes';
import { timestamp } from './operations';
import { removeRedirects, whereNotMerged } from './redirects';
import { findTaken, type WantedNumber } from './taken-numbers';

type StoredRow = Record<string, unknown> & {
  id: number;
  document_id: string;
  name: string;
  primary_contact: string;
  secondary_contact: string | null;
  email: string | null;
  contact_status: ContactSnapshot['attributes']['contactStatus'];
  search_text: string | null;
  created_by_id: number | null;
  updated_by_id: number | null;
};

type Relations = Pick<ContactSnapshot['attributes'], 'category' | 'groups'>;

interface BinRow {
  contact_id: number;
  document_id: string;
  deleted_at: Date | number;
  deleted_by: string | null;
  contact: string;
  relations: string;
}

export interface BinnedContact {
  id: number;
  documentId: string;
  row: StoredRow;
  relations: Relations;
  deletedAt: Date;
  deletedBy: string | null;
}

const INSERTED_AT_ONCE = 500;

/** Moves contacts, which the caller has locked, to the bin: all it takes to bring them back is kept. */
export async function moveToBin(
  trx: Knex,
  contactIds: readonly number[],
  by: { operationId: number; name: string | null },
): Promise<void> {
  if (contactIds.length === 0) return;
  const query = trx('contacts').select<StoredRow[]>('*').orderBy('id');
  whereIdIn(query, trx, 'id', contactIds);
  const rows = await query;
  const relatedOf = await loadRelatedOf(trx, contactIds);
  const now = timestamp(dialectOf(trx), new Date());
  const entries = rows.map((row) => ({
    contact_id: row.id,
    document_id: row.document_id,
    operation_id: by.operationId,
    deleted_at: now,
    deleted_by: by.name,
    search_text: row.search_text ?? '',
    contact: JSON.stringify(row),
    relations: JSON.stringify(relatedOf(row.id)),
  }));
  for (let start = 0; start < entries.length; start += INSERTED_AT_ONCE) {
    await trx('contact_bin').insert(entries.slice(start, start + INSERTED_AT_ONCE));
  }
  await deleteContacts(trx, contactIds);
}

/** Only this product writes the columns, so their shape is known. */
const entryOf = (row: BinRow): BinnedContact => ({
  id: row.contact_id,
  documentId: row.document_id,
  row: JSON.parse(row.contact) as StoredRow,
  relations: JSON.parse(row.relations) as Relations,
  deletedAt: new Date(row.deleted_at),
  deletedBy: row.deleted_by,
});

/**
 * By row id, ascending; those that are not in the bin are left out. By documentId, which is how people ask,
 * only those that were deleted: merged ones come back by undoing the merge.
 */
export async function findInBin(
  trx: Knex,
  wanted: { ids: readonly number[] } | { documentIds: readonly string[] },
): Promise<BinnedContact[]> {
  const query = trx('contact_bin').select<BinRow[]>('*').orderBy('contact_id');
  if ('ids' in wanted) whereIdIn(query, trx, 'contact_id', wanted.ids);
  else {
    whereTextIn(query, trx, 'document_id', wanted.documentIds);
    whereNotMerged(query, trx);
  }
  if (dialectOf(trx) === 'postgres') void query.forUpdate();
  return (await query).map(entryOf);
}

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

/** The last deleted first. */
export async function listBin(
  knex: Knex,
  { search, page, pageSize }: { search: string; page: number; pageSize: number },
): Promise<{ entries: BinnedContact[]; total: number }> {
  const narrow = <Query extends Knex.QueryBuilder>(query: Query): Query => {
    whereTextMatches(query, knex, searchTerms(search), 'search_text');
    whereNotMerged(query, knex);
    return query;
  };
  const rows = await narrow(knex('contact_bin'))
    .select<BinRow[]>('*')
    .orderBy([
      { column: 'deleted_at', order: 'desc' },
      { column: 'contact_id', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const counted = await narrow(knex('contact_bin')).count<{ total: number | string }[]>(
    '* as total',
  );
  return { entries: rows.map(entryOf), total: Number(counted[0]?.total ?? 0) };
}

/** Row id of a contact that is in the bin, or null. */
export async function findBinnedId(knex: Knex, documentId: string): Promise<number | null> {
  const row = await knex<{ document_id: string; contact_id: number }>('contact_bin')
    .where({ document_id: documentId })
    .first('contact_id');
  return row?.contact_id ?? null;
}

/** What contacts of the bin were called, by row id. */
export async function findBinnedNames(
  knex: Knex,
  contactIds: readonly number[],
): Promise<Map<number, string>> {
  const query = knex('contact_bin').select<BinRow[]>('*');
  whereIdIn(query, knex, 'contact_id', contactIds);
  return new Map((await query).map(entryOf).map(({ id, row }) => [id, row.name]));
}

const REMOVED_AT_ONCE = 500;

/**
 * Removes for good some of what was deleted before then; false when there was nothing. Whoever is brought back
 * at this moment keeps what is theirs: only what this very deletion took counts.
 */
export async function emptySomeOfBin(trx: Knex, before: Date): Promise<boolean> {
  const rows = await rawRows<{ contact_id: number }>(
    trx.raw(
      `delete from contact_bin where deleted_at < :before and contact_id in (
         select contact_id from contact_bin where deleted_at < :before
         order by deleted_at, contact_id limit ${REMOVED_AT_ONCE}
       ) returning contact_id`,
      { before: timestamp(dialectOf(trx), before) },
    ),
  );
  await deleteNotesOf(
    trx,
    rows.map(({ contact_id }) => contact_id),
  );
  return rows.length > 0;
}
