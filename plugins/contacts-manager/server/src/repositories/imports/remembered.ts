import type { Knex } from 'knex';
import type { ColumnMapping } from '../../../../shared/contracts/imports';
import { readJsonColumn } from '../../database/json-column';
import type { ChosenMapping } from '../../domain/import/remembered-mapping';

/** What was chosen for these headers in the newest import that was made, and not taken back. */
export async function findRememberedMapping(
  knex: Knex,
  headersKey: string,
): Promise<ChosenMapping | null> {
  const row = await knex('contact_imports as i')
    .leftJoin('contact_operations as o', 'o.id', 'i.operation_id')
    .where({ 'i.headers_key': headersKey, 'i.state': 'done' })
    .whereNull('o.undone_by')
    .orderBy('i.id', 'desc')
    .first<{ headers: unknown; mapping: unknown } | undefined>('i.headers', 'i.mapping');
  if (!row) return null;
  // Written by `import-changes.ts` only.
  return {
    headers: readJsonColumn(row.headers) as string[],
    mapping: readJsonColumn(row.mapping) as ColumnMapping,
  };
}
