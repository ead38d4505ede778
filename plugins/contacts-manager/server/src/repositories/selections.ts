import type { Knex } from 'knex';
import type { Selection } from '../../../shared/selection';
import { dialectOf, giveWay } from '../database/dialect';
import { whereTextIn } from '../database/id-list';
import { applyFilter, countFoldedTexts, type ContactPredicate } from './contact-predicate';
import { countMatching } from './contact-totals';
import { resolvePredicate } from './resolve-predicate';

/** Small enough that no statement keeps SQLite, and with it the server, busy for long. */
const RESOLVED_AT_ONCE = 20_000;

type FilterSelection = Extract<Selection, { kind: 'filter' }>;

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

async function resolveFilter(knex: Knex, selection: FilterSelection): Promise<ResolvedSelection> {
  const ids: number[] = [];
  const predicate = await resolvePredicate(knex, selection.filter);
  for await (const hits of readFilter(knex, selection, predicate)) {
    for (const id of hits) ids.push(id);
  }
  return { ids, missing: [] };
}

/**
 * Row ids of a selection by and by, ascending: only one part of the directory is looked at before the next is asked for.
 * A filter that means nothing is refused at once, before anybody reads.
 */
export async function readSelection(
  knex: Knex,
  selection: Selection,
): Promise<AsyncIterable<number[]>> {
  if (selection.kind === 'ids') return readIds(knex, selection.ids);
  return readFilter(knex, selection, await resolvePredicate(knex, selection.filter));
}

/** How many contacts a selection means at this moment, where that can be said exactly without reading them all; else null. */
export async function countSelection(knex: Knex, selection: Selection): Promise<number | null> {
  if (selection.kind === 'ids') return (await resolveDocumentIds(knex, selection.ids)).ids.length;
  // Whether those that are left out match at all would have to be looked up one by one.
  if (selection.except.length > 0) return null;
  const predicate = await resolvePredicate(knex, selection.filter);
  const { total, totalIsExact } = await countMatching(knex, predicate);
  return totalIsExact ? total : null;
}

async function* readIds(knex: Knex, documentIds: string[]): AsyncGenerator<number[]> {
  yield (await resolveDocumentIds(knex, documentIds)).ids;
}

async function* readFilter(
  knex: Knex,
  { except }: FilterSelection,
  predicate: ContactPredicate,
): AsyncGenerator<number[]> {
  const width = Math.ceil(RESOLVED_AT_ONCE / Math.max(1, countFoldedTexts(predicate)));
  const excepted = new Set((await resolveDocumentIds(knex, except)).ids);
  for (let after = 0; ;) {
    // The page of ids comes first, so that a rare hit does not make one statement read everything.
    const page = knex('contacts').select('id').where('id', '>', after).orderBy('id');
    const [last] = await knex
      .from(page.limit(width).as('page'))
      .max<{ id: number | null }[]>({ id: 'id' });
    if (last?.id == null) return;
    const hits = knex('contacts as c').where('c.id', '>', after).where('c.id', '<=', last.id);
    applyFilter(hits, knex, predicate);
    const rows = await hits.select<{ id: number }[]>('c.id').orderBy('c.id');
    yield rows.flatMap(({ id }) => (excepted.has(id) ? [] : [id]));
    after = last.id;
    await giveWay(dialectOf(knex));
  }
}
