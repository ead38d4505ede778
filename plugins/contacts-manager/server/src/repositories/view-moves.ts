import type { Knex } from 'knex';
import { dialectOf } from '../database/dialect';
import {
  follow,
  followBack,
  type Move,
  type MovedSearch,
  type Stage,
} from '../domain/list/record-moves';
import type { RecordKind } from './contact-predicate';

/** Lets saved views follow a category or group that is merged into another one. */
export const moveInViews = (trx: Knex, kind: RecordKind, move: Move, stage: Stage): Promise<void> =>
  rewriteViews(trx, move, (search) => follow(search, kind, move, stage));

/** The same back. */
export const moveBackInViews = (trx: Knex, move: Move, stage: Stage): Promise<void> =>
  rewriteViews(trx, move, (search) => followBack(search, move, stage));

interface ViewRow {
  document_id: string;
  search: string;
}

async function rewriteViews(
  trx: Knex,
  { from }: Move,
  change: (search: MovedSearch) => MovedSearch,
): Promise<void> {
  const query = trx('contact_views')
    .where('search', 'like', `%"${from}"%`)
    .orderBy('document_id')
    .select<ViewRow[]>('document_id', 'search');
  if (dialectOf(trx) === 'postgres') void query.forUpdate();
  for (const { document_id, search } of await query) {
    // Only this product writes the column, so its shape is known.
    const moved = JSON.stringify(change(JSON.parse(search) as MovedSearch));
    if (moved !== search)
      await trx('contact_views').where({ document_id }).update({ search: moved });
  }
}
