import type { Knex } from 'knex';
import { rawRows } from '../database/dialect';
import { whereIdIn } from '../database/id-list';

/** Merges behind merges; more in a row than anybody makes. */
const MAX_DEPTH = 100;

/** From now on the documentId of a contact that was merged leads to the one it was merged into. */
export async function addRedirect(
  trx: Knex,
  gone: { id: number; documentId: string },
  keptId: number,
): Promise<void> {
  await trx('contact_redirects')
    .insert({ document_id: gone.documentId, from_id: gone.id, contact_id: keptId })
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
