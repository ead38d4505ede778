import type { Knex } from 'knex';
import type {
  ColumnMapping,
  NewStatus,
  SharedSecondary,
} from '../../../../shared/contracts/imports';
import { newDocumentId } from '../../domain/document-id';
import type { Actor } from '../../domain/actor';
import { dialectOf } from '../../database/dialect';
import { timestamp } from '../operations';
import { IMPORTS, recordOf, type ImportRecord, type ImportRow } from './import-record';

export interface NewImport {
  fileName: string;
  existing: 'skip' | 'update';
  unknownNames: 'create' | 'reject';
  sharedSecondary: SharedSecondary;
  country: string;
  added: ImportRecord['added'];
  newStatus: NewStatus;
  sheet: string | null;
  headerRow: number | null;
  mapping: ColumnMapping | null;
  actor: Actor;
}

/** A new import in state `parsing`, which whoever claims it first will read. */
export async function insertImport(trx: Knex, values: NewImport): Promise<ImportRecord> {
  const startedAt = new Date();
  const now = timestamp(dialectOf(trx), startedAt);
  const [row] = await trx(IMPORTS)
    .insert({
      document_id: newDocumentId(),
      state: 'parsing',
      progress: 0,
      file_name: values.fileName,
      existing: values.existing,
      unknown_names: values.unknownNames,
      shared_secondary: values.sharedSecondary,
      country: values.country,
      added_groups: JSON.stringify(values.added.groups),
      added_category: values.added.category && JSON.stringify(values.added.category),
      new_status: values.newStatus,
      sheet: values.sheet,
      header_row: values.headerRow,
      mapping: values.mapping && JSON.stringify(values.mapping),
      mapping_chosen: values.mapping !== null,
      applied_create: 0,
      applied_update: 0,
      applied_taken: 0,
      applied_row: 0,
      actor_type: values.actor.type,
      actor_id: values.actor.id,
      actor_name: values.actor.name,
      step_started_at: startedAt.getTime(),
      lease_until: 0,
      fence: 0,
      attempts: 0,
      created_at: now,
      updated_at: now,
      published_at: now,
      created_by_id: adminIdOf(values.actor),
      updated_by_id: adminIdOf(values.actor),
    })
    .returning<ImportRow[]>('*');
  if (!row) throw new Error('The database did not answer with the new import.');
  return recordOf(row);
}

/** The admin account behind an actor, as Strapi's created_by columns want it. */
export const adminIdOf = ({ type, id }: Actor): number | null =>
  type === 'admin' && id !== null ? Number(id) : null;

/** An undo that was cancelled before its first step has undone nothing. */
const UNDONE_BY = `(select u.id from contact_operations o join contact_operations u on u.id = o.undone_by
  where o.id = contact_imports.operation_id
    and not (u.state = 'cancelled' and coalesce(u.cursor, 0) = 0)) as undone_by`;
const HAS_FILE = `exists (select 1 from contact_import_files f
  where f.import_id = contact_imports.id and f.part = 0) as has_file`;

const selectImports = (knex: Knex) =>
  knex(IMPORTS).select<ImportRow[]>('contact_imports.*', knex.raw(UNDONE_BY), knex.raw(HAS_FILE));

export async function findImport(
  knex: Knex,
  where: { id: number } | { document_id: string },
): Promise<ImportRecord | null> {
  const row = await selectImports(knex).where(where).first();
  return row ? recordOf(row) : null;
}

/** Newest first. */
export async function listImports(
  knex: Knex,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ records: ImportRecord[]; total: number }> {
  const rows = await selectImports(knex)
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const counted = await knex(IMPORTS).count<{ total: number | string }[]>('* as total');
  return { records: rows.map(recordOf), total: Number(counted[0]?.total ?? 0) };
}
