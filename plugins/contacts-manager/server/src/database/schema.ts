import type { Knex } from 'knex';
import { dialectOf } from './dialect';
import { ensureCustomFieldTables } from './custom-field-tables';
import { ensureFindingTables } from './finding-tables';
import { ensureFoldFunction } from './fold-function';
import { ensureFormerPhones } from './former-phones';
import { ensureDuplicateTables } from './duplicate-tables';
import { ensureImportTables } from './import-tables';
import { ensureIndexes } from './indexes';
import { ensureNoteTables } from './note-tables';
import { ensureOperationTables } from './operation-tables';
import { ensurePhoneTable } from './phone-table';
import { ensureSearchIndex } from './search-index';
import { ensureSettings } from './settings-table';
import { ensureTallies } from './tallies';

/** Any number that no other advisory lock of this database uses: "cont" in ASCII. */
const SCHEMA_LOCK = 0x636f6e74;

/** Everything Strapi's schema sync does not know: runs after it, at each boot, in one transaction. */
export async function ensureSchema(
  knex: Knex,
  { initialCountry }: { initialCountry: string },
): Promise<{ repairedPhones: number }> {
  return knex.transaction(async (trx) => {
    const dialect = dialectOf(knex);
    // Two instances that start together would otherwise both create the same objects.
    if (dialect === 'postgres') await trx.raw('select pg_advisory_xact_lock(?)', [SCHEMA_LOCK]);
    // First: the phone table follows the setting of how numbers may be shared.
    const uniqueness = await ensureSettings(trx, initialCountry);
    const { repaired } = await ensurePhoneTable(trx, uniqueness);
    await ensureIndexes(trx);
    await ensureSearchIndex(trx);
    await ensureTallies(trx);
    await ensureOperationTables(trx);
    await ensureNoteTables(trx);
    await ensureDuplicateTables(trx);
    await ensureImportTables(trx, dialect);
    await ensureCustomFieldTables(trx);
    await ensureFoldFunction(trx);
    await ensureFormerPhones(trx);
    await ensureFindingTables(trx);
    return { repairedPhones: repaired };
  });
}
