import type { Knex } from 'knex';
import type { ChosenRecord } from '../../../../shared/contracts/imports';
import { nameKey } from '../../../../shared/text';
import type { Additions, NamedCell } from '../../domain/import/types';
import { RECORD_TABLES, type RecordKind } from '../contact-predicate';
import { findNamedRecords } from '../named-records';
import type { ImportRecord } from './import-record';

/**
 * What everybody is added to, as it is called now: somebody may have renamed it since it was chosen. One that was
 * deleted keeps its name, under which the commit creates it again, as it does with names of the file.
 */
export async function loadAdditions(
  knex: Knex,
  { groups, category }: ImportRecord['added'],
): Promise<Additions> {
  const [named] = category ? await namesOf(knex, 'category', [category]) : [];
  return { groups: await namesOf(knex, 'group', groups), category: named ?? null };
}

async function namesOf(
  knex: Knex,
  kind: RecordKind,
  chosen: readonly ChosenRecord[],
): Promise<NamedCell[]> {
  const ids = chosen.map(({ documentId }) => documentId);
  const found = await findNamedRecords(knex, kind, ids);
  return chosen.map((record, index) => {
    const { name } = found[index] ?? record;
    return { key: nameKey(name), name };
  });
}

/** documentIds of groups or categories by the key of their name, in the order asked; null where there is none. */
export async function findByName(
  knex: Knex,
  kind: RecordKind,
  keys: readonly string[],
): Promise<(string | null)[]> {
  const rows = await knex(RECORD_TABLES[kind].records)
    .whereIn('name_key', keys)
    .select<{ document_id: string; name_key: string }[]>('document_id', 'name_key');
  const found = new Map(rows.map((row) => [row.name_key, row.document_id]));
  return keys.map((key) => found.get(key) ?? null);
}
