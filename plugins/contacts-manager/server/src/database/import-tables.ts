import type { Knex } from 'knex';
import type { Dialect } from './dialect';

const BYTES: Record<Dialect, string> = { postgres: 'bytea', sqlite: 'blob' };

/**
 * The reviewed plan, row by row, and the uploaded file in parts. Tables of their own: they are written
 * and read in bulk by plain SQL and need none of Strapi's columns. JSON stays text, because the database
 * only ever looks into `group_keys`. No foreign keys: when Strapi rebuilds a table on SQLite it drops the
 * old one, which would cascade.
 *
 * `contact_import_numbers` says which rows have a number. It is filled when the first row is corrected, because
 * few imports need it and an index would cost each of them.
 *
 * `state` says planned or taken. Rows are applied in the order of the sheet, and the import's own
 * `applied_row` is the mark of how far: writing every staged row a second time took a fifth of a commit.
 */
export async function ensureImportTables(trx: Knex, dialect: Dialect): Promise<void> {
  await trx.raw(`create table if not exists contact_import_rows (
    import_id integer not null,
    row integer not null,
    decision text not null,
    state text not null default 'planned',
    contact_id integer,
    document_id text,
    name text,
    primary_contact text,
    secondary_contact text,
    email text,
    notes text,
    custom_fields text,
    category_key text,
    group_keys text not null,
    search_text text,
    cells text not null,
    changes text not null,
    issues text not null,
    primary key (import_id, row)
  )`);
  // Installations from before custom fields.
  if (!(await trx.schema.hasColumn('contact_import_rows', 'custom_fields'))) {
    await trx.raw('alter table contact_import_rows add column custom_fields text');
  }
  // Installations from before rows could be corrected.
  if (!(await trx.schema.hasColumn('contact_import_rows', 'shares_number'))) {
    await trx.raw('alter table contact_import_rows add column shares_number integer');
  }
  await trx.raw(
    `create index if not exists contact_import_rows_decision
     on contact_import_rows (import_id, decision, row)`,
  );
  await trx.raw(`create table if not exists contact_import_numbers (
    import_id integer not null,
    phone text not null,
    row integer not null,
    primary key (import_id, phone, row)
  )`);
  await trx.raw(`create table if not exists contact_import_files (
    import_id integer not null,
    part integer not null,
    bytes ${BYTES[dialect]} not null,
    primary key (import_id, part)
  )`);
}
