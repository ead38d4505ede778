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

/** Imports that ended before `before` and still have staged rows or their file. */
export async function findExpired(knex: Knex, before: Date): Promise<number[]> {
  const rows = await knex('contact_imports as i')
    .where('i.finished_at', '<', timestamp(dialectOf(knex), before))
    .where((kept) => {
      for (const table of ['contact_import_rows', 'contact_import_files']) {
        void kept.orWhereExists(
          knex(`${table} as k`).select(knex.raw('1')).whereRaw('k.import_id = i.id'),
        );
      }
    })
    .select<{ id: number }[]>('i.id');
  return rows.map(({ id }) => id);
}
