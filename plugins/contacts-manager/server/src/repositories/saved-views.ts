import type { Knex } from 'knex';
import { z } from 'zod';
import { columnsSchema, type ViewBody } from '../../../shared/contracts/views';
import { inTimeZone } from '../../../shared/days';
import {
  filterSchema,
  sortSchema,
  writeFilter,
  type ContactFilter,
  type ContactSort,
} from '../../../shared/filter';
import { nameKey } from '../../../shared/text';
import { recordedMove, type RecordedMove } from '../domain/list/record-moves';
import { dialectOf } from '../database/dialect';
import { whereTextIn } from '../database/id-list';
import { timestamp } from './operations';

export interface StoredView {
  documentId: string;
  name: string;
  isShared: boolean;
  isGroup: boolean;
  ownerId: string;
  ownerName: string | null;
  filter: ContactFilter;
  sort: ContactSort | null;
  columns: string[] | null;
  timeZone: string | null;
  /** How it has followed categories and groups that were merged. */
  moves: RecordedMove[];
}

export interface ViewOwner {
  id: string;
  name: string | null;
}

interface ViewRow {
  document_id: string;
  name: string;
  name_key: string;
  name_scope: string;
  owner_id: string;
  owner_name: string | null;
  is_shared: number;
  is_group: number;
  search: string;
  updated_at: Date | number;
}

const storedSearch = z.object({
  filter: filterSchema,
  sort: sortSchema.nullish(),
  columns: columnsSchema.nullish(),
  timeZone: z.string().nullish(),
  moves: z.array(recordedMove).default([]),
});

/** Views outlive releases: one that cannot be read any more opens without filters and is nobody's group. */
function viewOf(row: ViewRow): StoredView {
  const parsed = storedSearch.safeParse(JSON.parse(row.search));
  return {
    documentId: row.document_id,
    name: row.name,
    isShared: row.is_shared === 1,
    isGroup: row.is_group === 1 && parsed.success,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    filter: parsed.data?.filter ?? filterSchema.parse({}),
    sort: parsed.data?.sort ?? null,
    columns: parsed.data?.columns ?? null,
    timeZone: parsed.data?.timeZone ?? null,
    moves: parsed.data?.moves ?? [],
  };
}

/** Those of one person, and all shared ones, by name. */
export async function listViews(knex: Knex, ownerId: string): Promise<StoredView[]> {
  const rows = await knex<ViewRow>('contact_views')
    .where({ owner_id: ownerId })
    .orWhere({ is_shared: 1 })
    .orderBy(['name_key', 'document_id']);
  return rows.map(viewOf);
}

export async function findView(knex: Knex, documentId: string): Promise<StoredView | null> {
  const row = await knex<ViewRow>('contact_views').where({ document_id: documentId }).first();
  return row ? viewOf(row) : null;
}

/** Filters of the views that are used as groups, out of these, with their days as instants. */
export async function loadGroupFilters(
  knex: Knex,
  documentIds: string[],
): Promise<ContactFilter[]> {
  const query = knex<ViewRow>('contact_views').where({ is_shared: 1, is_group: 1 });
  whereTextIn(query, knex, 'document_id', documentIds);
  const rows: ViewRow[] = await query.orderBy('document_id');
  return rows
    .map(viewOf)
    .filter(({ isGroup }) => isGroup)
    .map(({ filter, timeZone }) => (timeZone ? inTimeZone(filter, timeZone) : filter));
}

const columnsOf = (knex: Knex, ownerId: string, body: ViewBody, moves: RecordedMove[] = []) => ({
  name: body.name,
  name_key: nameKey(body.name),
  name_scope: body.isShared ? '' : ownerId,
  is_shared: Number(body.isShared),
  is_group: Number(body.isGroup),
  search: JSON.stringify({
    filter: writeFilter(body.filter),
    sort: body.sort ? `${body.sort.field}:${body.sort.direction}` : null,
    columns: body.columns ?? null,
    ...(body.timeZone && { timeZone: body.timeZone }),
    ...(moves.length > 0 && { moves }),
  }),
  updated_at: timestamp(dialectOf(knex), new Date()),
});

/** False when another view of the same people has the name. */
export async function insertView(
  knex: Knex,
  documentId: string,
  owner: ViewOwner,
  body: ViewBody,
): Promise<boolean> {
  const row = columnsOf(knex, owner.id, body);
  const inserted = await knex('contact_views')
    .insert({ document_id: documentId, owner_id: owner.id, owner_name: owner.name, ...row })
    .onConflict(['name_scope', 'name_key'])
    .ignore()
    .returning<{ document_id: string }[]>('document_id');
  return inserted.length > 0;
}

export async function updateView(
  knex: Knex,
  { documentId, ownerId, moves }: Pick<StoredView, 'documentId' | 'ownerId' | 'moves'>,
  body: ViewBody,
): Promise<boolean> {
  const row = columnsOf(knex, ownerId, body, moves);
  const updated = await knex('contact_views')
    .where({ document_id: documentId })
    .whereNotExists(
      knex('contact_views as other')
        .select(knex.raw('1'))
        .where({ 'other.name_scope': row.name_scope, 'other.name_key': row.name_key })
        .whereNot('other.document_id', documentId),
    )
    .update(row);
  return updated > 0;
}

export const deleteView = async (knex: Knex, documentId: string): Promise<void> => {
  await knex('contact_views').where({ document_id: documentId }).delete();
};
