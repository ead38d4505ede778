import type { Knex } from 'knex';
import { dialectOf, rawRows } from '../../database/dialect';
import { recordsJson, recordsOf, type RecordColumns } from '../../database/records';
import { newDocumentId } from '../../domain/document-id';
import type { NamedCell } from '../../domain/import/types';
import { timestamp } from '../operations';
import type { UsedNames } from '../../domain/import/used-names';

const TABLES = { categories: 'contact_categories', groups: 'contact_groups' } as const;
type NameKind = keyof typeof TABLES;

/** Key and name of every category or group. */
export async function loadNames(knex: Knex, kind: NameKind): Promise<Map<string, string>> {
  const rows = await knex(TABLES[kind])
    .whereNotNull('name_key')
    .select<{ name: string; name_key: string }[]>('name', 'name_key');
  return new Map(rows.map((row) => [row.name_key, row.name]));
}

/** Creates those that do not exist (any more); somebody else creating one at the same time is fine. */
export async function ensureNames(
  trx: Knex,
  names: UsedNames,
  adminId: number | null,
): Promise<void> {
  await createMissing(trx, TABLES.categories, names.categories, adminId);
  await createMissing(trx, TABLES.groups, names.groups, adminId);
}

const NAME_COLUMNS = {
  document_id: 'text',
  name: 'text',
  name_key: 'text',
} as const satisfies RecordColumns;

async function createMissing(
  trx: Knex,
  table: string,
  names: NamedCell[],
  adminId: number | null,
): Promise<void> {
  if (names.length === 0) return;
  const dialect = dialectOf(trx);
  const rows = names.map(({ key, name }) => ({
    document_id: newDocumentId(),
    name,
    name_key: key,
  }));
  await trx.raw(
    `insert into ${table} (document_id, name, name_key, created_at, updated_at, published_at,
       created_by_id, updated_by_id)
     select n.document_id, n.name, n.name_key, :now, :now, :now, :adminId, :adminId
     from (${recordsOf(dialect, NAME_COLUMNS, ':rows')}) n
     where not exists (select 1 from ${table} t where t.name_key = n.name_key)
     on conflict (name_key) do nothing`,
    { rows: recordsJson(NAME_COLUMNS, rows), now: timestamp(dialect, new Date()), adminId },
  );
}

/** Differs whenever a category or group was created, renamed or deleted. */
export async function markNames(knex: Knex): Promise<string> {
  const rows = await rawRows<{ amount: number | string; newest: number; changed: Date | number }>(
    knex.raw(
      Object.values(TABLES)
        .map(
          (table) =>
            `select count(*) as amount, max(id) as newest, max(updated_at) as changed from ${table}`,
        )
        .join(' union all '),
    ),
  );
  return JSON.stringify(rows);
}
