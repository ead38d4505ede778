import type { Knex } from 'knex';
import type { ImportState } from '../../../../shared/contracts/imports';
import { dialectOf, rawRows } from '../../database/dialect';
import { DATABASE_NOW } from '../../database/import-sql';
import { loadSettings } from '../settings';
import type { ImportRecord } from './import-record';

const TABLE = 'contact_imports';

/** The states in which an import is a server's to go on with. */
const WAITING: readonly ImportState[] = ['parsing', 'committing'];

/**
 * Imports that come before this one: those that wait in the same state for longer, else those that take up all the
 * places there are. Null when it does not wait for a server.
 */
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
  const before = await countOf(knex(TABLE).where({ state }).where('id', '<', id));
  if (before > 0) return before;
  const { limits } = await loadSettings(knex);
  const held = await countOf(
    knex(TABLE)
      .whereIn('state', WAITING)
      .whereRaw(`lease_until >= ${DATABASE_NOW[dialectOf(knex)]}`),
  );
  return held >= limits.importsAtOnce ? held : 0;
}

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const [counted] = await query.count<Count[]>('* as total');
  return Number(counted?.total ?? 0);
}
interface Count {
  total: number | string;
}
