import type { Knex } from 'knex';
import { dialectOf } from '../../database/dialect';
import { timestamp } from '../operations';

/** Imports that wait for a person who has not come since `before`. */
export async function findAbandoned(knex: Knex, before: Date): Promise<number[]> {
  const rows = await knex('contact_imports')
    .whereIn('state', ['mapping', 'review'])
    .where('updated_at', '<', timestamp(dialectOf(knex), before))
    .select<{ id: number }[]>('id');
  return rows.map(({ id }) => id);
}

/** Imports that ended before `before` and still have staged rows. */
export async function findExpired(knex: Knex, before: Date): Promise<number[]> {
  const rows = await knex('contact_imports as i')
    .where('i.finished_at', '<', timestamp(dialectOf(knex), before))
    .whereExists(
      knex('contact_import_rows as r').select(knex.raw('1')).whereRaw('r.import_id = i.id'),
    )
    .select<{ id: number }[]>('i.id');
  return rows.map(({ id }) => id);
}
