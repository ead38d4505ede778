import type { Knex } from 'knex';
import { claimIfRoom, hasFreeWork, type Claim } from '../leases';
import { loadSettings } from '../settings';

/** The oldest import that waits in this state, while fewer are worked on than the settings allow. */
export async function claimImport(
  knex: Knex,
  state: 'parsing' | 'committing',
): Promise<Claim | null> {
  const work = { table: 'contact_imports', state } as const;
  if (!(await hasFreeWork(knex, work))) return null;
  const { limits } = await loadSettings(knex);
  return claimIfRoom(knex, work, limits.importsAtOnce);
}
