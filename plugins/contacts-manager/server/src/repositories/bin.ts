import type { Knex } from 'knex';
import { dialectOf, rawRows } from '../database/dialect';
import { whereIdIn, whereTextIn } from '../database/id-list';
import { whereTextMatches } from '../database/search-predicate';
import { deleteContacts } from './contact-values';
import { loadRelatedOf, type ContactSnapshot } from './contact-snapshots';
import { deleteNotesOf } from './notes';
import { timestamp } from './operations';
import { whereNotMerged } from './redirects';
import { readSearch } from './search-terms';

export type StoredRow = Record<string, unknown> & {
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

export type Relations = Pick<ContactSnapshot['attributes'], 'category' | 'groups'>;

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

export const INSERTED_AT_ONCE = 500;

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

/** The last deleted first. */
export async function listBin(
  knex: Knex,
  { search, page, pageSize }: { search: string; page: number; pageSize: number },
): Promise<{ entries: BinnedContact[]; total: number }> {
  const terms = await readSearch(knex, search);
  const narrow = <Query extends Knex.QueryBuilder>(query: Query): Query => {
    whereTextMatches(query, knex, terms, 'search_text');
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
