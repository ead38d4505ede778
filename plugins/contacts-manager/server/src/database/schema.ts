import type { Knex } from 'knex';
import { dialectOf } from './dialect';
import { ensureCustomFieldTables } from './custom-field-tables';
import { ensureDuplicateTables } from './duplicate-tables';
import { ensureImportTables } from './import-tables';
import { ensureIndexes } from './indexes';
import { ensureOperationTables } from './operation-tables';
import { ensurePhoneTable } from './phone-table';
import { ensureSearchIndex } from './search-index';
import { ensureTallies } from './tallies';

/** Any number that no other advisory lock of this database uses: "cont" in ASCII. */
const SCHEMA_LOCK = 0x636f6e74;

/** Everything Strapi's schema sync does not know: runs after it, at each boot, in one transaction. */
export async function ensureSchema(knex: Knex): Promise<{ repairedPhones: number }> {
  return knex.transaction(async (trx) => {
    const dialect = dialectOf(knex);
    // Two instances that start together would otherwise both create the same objects.
    if (dialect === 'postgres') await trx.raw('select pg_advisory_xact_lock(?)', [SCHEMA_LOCK]);
    const { repaired } = await ensurePhoneTable(trx);
    await ensureIndexes(trx);
    await ensureSearchIndex(trx);
    await ensureTallies(trx);
    await ensureOperationTables(trx);
    await ensureDuplicateTables(trx);
    await ensureImportTables(trx, dialect);
    await ensureCustomFieldTables(trx);
    return { repairedPhones: repaired };
  });
}
