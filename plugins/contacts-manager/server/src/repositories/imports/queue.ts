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
 * Imports that come before this one: those that are read or saved, as it is to be, and came earlier or are at it; and,
 * while they take up all the places there are, those that are at the other. Null when it does not wait for a server.
 */
export async function findQueue(
  knex: Knex,
  { id, state }: Pick<ImportRecord, 'id' | 'state'>,
): Promise<number | null> {
  if (!WAITING.includes(state)) return null;
  const isClaimed = `lease_until >= ${DATABASE_NOW[dialectOf(knex)]}`;
  const [own] = await rawRows<{ isClaimed: boolean | number }>(
    knex.raw(`select ${isClaimed} as "isClaimed" from ${TABLE} where id = ?`, [id]),
  );
  if (!own || own.isClaimed) return null;
  const alike = await countOf(
    knex(TABLE).where({ state }).whereNot({ id }).whereRaw(`(id < ? or ${isClaimed})`, [id]),
  );
  const others = await countOf(
    knex(TABLE).whereIn('state', WAITING).whereNot({ state }).whereRaw(isClaimed),
  );
  const { limits } = await loadSettings(knex);
  return others >= limits.importsAtOnce ? alike + others : alike;
}

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const [counted] = await query.count<Count[]>('* as total');
  return Number(counted?.total ?? 0);
}
interface Count {
  total: number | string;
}
