import type { Knex } from 'knex';
import type { ContactStatus } from '../../../shared/status';
import { rawRows } from '../database/dialect';
import { whereIdIn } from '../database/id-list';

/** Merges behind merges; more in a row than anybody makes. */
const MAX_DEPTH = 100;

/**
 * From now on the documentId of a contact that was merged leads to the one it was merged into, which has what
 * it is to have by now: its status is kept, so that undoing tells a later one.
 */
export async function addRedirect(
  trx: Knex,
  gone: { id: number; documentId: string },
  keptId: number,
): Promise<void> {
  await trx('contact_redirects')
    .insert({
      ...{ document_id: gone.documentId, from_id: gone.id, contact_id: keptId },
      kept_status: trx('contacts').where({ id: keptId }).select('contact_status'),
    })
    .onConflict('document_id')
    .merge();
}

/** For contacts that stand for themselves again. */
export async function removeRedirects(trx: Knex, contactIds: readonly number[]): Promise<void> {
  const query = trx('contact_redirects');
  whereIdIn(query, trx, 'from_id', contactIds);
  await query.delete();
}

/**
 * The contact that this one was merged into, through as many merges as there were; null when it was in none,
 * or when the last of them is not in the directory.
 */
export async function followRedirect(
  knex: Knex,
  documentId: string,
): Promise<{ id: number; documentId: string } | null> {
  const [row] = await rawRows<{ id: number; document_id: string }>(
    knex.raw(
      `with recursive chain (contact_id, depth) as (
         select contact_id, 1 from contact_redirects where document_id = :documentId
         union all
         select r.contact_id, c.depth + 1 from contact_redirects r
           join chain c on r.from_id = c.contact_id where c.depth < ${MAX_DEPTH}
       )
       select c.id, c.document_id from chain join contacts c on c.id = chain.contact_id limit 1`,
      { documentId },
    ),
  );
  return row ? { id: row.id, documentId: row.document_id } : null;
}

interface StoredStatus {
  contact_status: ContactStatus;
  status_reason: string | null;
  status_changed_at: Date | number | string | null;
}

/**
 * The status of whom a contact was merged into, where that is another one than the merge left: of the last of
 * several merges, and also when that one is in the bin.
 */
export async function findStatusSinceMerge(
  trx: Knex,
  goneId: number,
): Promise<StoredStatus | null> {
  const [redirect] = await rawRows<{ contact_id: number; kept_status: string | null }>(
    trx.raw(
      `with recursive chain (contact_id, kept_status, depth) as (
         select contact_id, kept_status, 1 from contact_redirects where from_id = :goneId
         union all
         select r.contact_id, c.kept_status, c.depth + 1 from contact_redirects r
           join chain c on r.from_id = c.contact_id where c.depth < ${MAX_DEPTH}
       )
       select contact_id, kept_status from chain order by depth desc limit 1`,
      { goneId },
    ),
  );
  if (!redirect) return null;
  const now =
    (await trx('contacts')
      .where({ id: redirect.contact_id })
      .first<StoredStatus | undefined>(
        ...['contact_status', 'status_reason', 'status_changed_at'],
      )) ?? (await findBinnedStatus(trx, redirect.contact_id));
  return now && now.contact_status !== redirect.kept_status ? now : null;
}

async function findBinnedStatus(trx: Knex, contactId: number): Promise<StoredStatus | null> {
  const row = await trx('contact_bin')
    .where({ contact_id: contactId })
    .first<{ contact: string } | undefined>('contact');
  if (!row) return null;
  const { contact_status, status_reason, status_changed_at } = JSON.parse(
    row.contact,
  ) as StoredStatus;
  return { contact_status, status_reason, status_changed_at };
}

/** Row ids of all contacts that were merged into this one, and into those. */
export async function findMergedInto(knex: Knex, contactId: number): Promise<number[]> {
  const rows = await rawRows<{ from_id: number }>(
    knex.raw(
      `with recursive merged (from_id, depth) as (
         select from_id, 1 from contact_redirects where contact_id = :contactId
         union all
         select r.from_id, m.depth + 1 from contact_redirects r
           join merged m on r.contact_id = m.from_id where m.depth < ${MAX_DEPTH}
       )
       select distinct from_id from merged`,
      { contactId },
    ),
  );
  return rows.map(({ from_id }) => from_id);
}

/** Leaves out contacts of the bin that are there because they were merged: they come back by undoing that. */
export const whereNotMerged = (query: Knex.QueryBuilder, knex: Knex): Knex.QueryBuilder =>
  query.whereNotExists(
    knex('contact_redirects as r')
      .select(knex.raw('1'))
      .whereRaw('r.from_id = contact_bin.contact_id'),
  );
