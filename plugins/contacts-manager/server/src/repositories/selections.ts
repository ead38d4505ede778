import type { Knex } from 'knex';
import type { Selection } from '../../../shared/selection';
import { whereTextIn } from '../database/id-list';
import { applyFilter } from './contact-predicate';
import { resolvePredicate } from './resolve-predicate';

/** Small enough that no statement keeps SQLite, and with it the server, busy for long. */
const RESOLVED_AT_ONCE = 20_000;

export interface ResolvedSelection {
  /** Row ids, ascending. */
  ids: number[];
  /** Asked for by documentId and not there. */
  missing: string[];
}

/** Which contacts a selection means at this moment. */
export const resolveSelection = (knex: Knex, selection: Selection): Promise<ResolvedSelection> =>
  selection.kind === 'ids'
    ? resolveDocumentIds(knex, selection.ids)
    : resolveFilter(knex, selection);

export async function resolveDocumentIds(
  knex: Knex,
  documentIds: string[],
): Promise<ResolvedSelection> {
  const query = knex('contacts').select<{ id: number; document_id: string }[]>('id', 'document_id');
  whereTextIn(query, knex, 'document_id', documentIds);
  const rows = await query.orderBy('id');
  const found = new Set(rows.map((row) => row.document_id));
  return {
    ids: rows.map(({ id }) => id),
    missing: [...new Set(documentIds)].filter((documentId) => !found.has(documentId)),
  };
}

async function resolveFilter(
  knex: Knex,
  { filter, except }: Extract<Selection, { kind: 'filter' }>,
): Promise<ResolvedSelection> {
  const predicate = await resolvePredicate(knex, filter);
  const excepted = new Set((await resolveDocumentIds(knex, except)).ids);
  const ids: number[] = [];
  for (let after = 0; ;) {
    // The page of ids comes first, so that a rare hit does not make one statement read everything.
    const page = knex('contacts').select('id').where('id', '>', after).orderBy('id');
    const [last] = await knex
      .from(page.limit(RESOLVED_AT_ONCE).as('page'))
      .max<{ id: number | null }[]>({ id: 'id' });
    if (last?.id == null) return { ids, missing: [] };
    const hits = knex('contacts as c').where('c.id', '>', after).where('c.id', '<=', last.id);
    applyFilter(hits, knex, predicate);
    const rows = await hits.select<{ id: number }[]>('c.id').orderBy('c.id');
    for (const { id } of rows) if (!excepted.has(id)) ids.push(id);
    after = last.id;
  }
}
