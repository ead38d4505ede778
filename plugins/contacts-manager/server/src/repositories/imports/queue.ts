import type { Knex } from 'knex';
import type { ImportState } from '../../../../shared/contracts/imports';
import { dialectOf, rawRows } from '../../database/dialect';
import { DATABASE_NOW } from '../../database/import-sql';
import type { ImportRecord } from './records';

const TABLE = 'contact_imports';

/** The states in which an import is a server's to go on with. */
const WAITING: readonly ImportState[] = ['parsing', 'committing'];

/** Imports that a server takes before this one; null when it does not wait for one. */
export async function findQueue(
  knex: Knex,
  { id, state }: Pick<ImportRecord, 'id' | 'state'>,
): Promise<number | null> {
  if (!WAITING.includes(state)) return null;
  const [own] = await rawRows<{ isClaimed: boolean | number }>(
    knex.raw(
      `select lease_until >= ${DATABASE_NOW[dialectOf(knex)]} as "isClaimed" from ${TABLE} where id = ?`,
      [id],
    ),
  );
  if (!own || own.isClaimed) return null;
  const before = await knex(TABLE)
    .where({ state })
    .where('id', '<', id)
    .count<Count[]>('* as total');
  return Number(before[0]?.total ?? 0);
}
interface Count {
  total: number | string;
}
