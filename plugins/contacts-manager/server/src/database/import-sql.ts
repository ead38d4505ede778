import type { Dialect } from './dialect';

/** Milliseconds since 1970 by the database's clock, so that instances need not agree on theirs. */
export const DATABASE_NOW: Record<Dialect, string> = {
  postgres: 'cast(extract(epoch from clock_timestamp()) * 1000 as bigint)',
  sqlite: `cast(unixepoch('subsec') * 1000 as integer)`,
};

type ColumnType = 'integer' | 'text';

/**
 * A table out of one JSON binding (an array of objects): thousands of rows without thousands of
 * bindings, which SQLite limits and knex formats one by one. Nested values arrive as JSON text.
 */
export const recordsOf = (
  dialect: Dialect,
  columns: Record<string, ColumnType>,
  binding: string,
): string => {
  const names = Object.keys(columns);
  return dialect === 'postgres'
    ? `select * from json_to_recordset(cast(${binding} as json))
         as records(${names.map((name) => `"${name}" ${columns[name]}`).join(', ')})`
    : `select ${names.map((name) => `value ->> '$.${name}' as "${name}"`).join(', ')}
         from json_each(${binding})`;
};

/** A table `asked(value)` out of one JSON binding, an array of strings. */
const valuesOf = (dialect: Dialect, binding: string): string =>
  dialect === 'postgres'
    ? `json_array_elements_text(cast(${binding} as json)) as asked(value)`
    : `json_each(${binding}) as asked`;

const jsonText = (dialect: Dialect, expression: string): string =>
  dialect === 'postgres' ? `cast(${expression} as text)` : expression;

const jsonList = (dialect: Dialect, expression: string): string =>
  dialect === 'postgres' ? `json_agg(${expression})` : `json_group_array(${expression})`;

/** `:phones` is a JSON array of numbers. `cross join` keeps SQLite from starting at the contacts. */
export const directorySql = (dialect: Dialect): string => `
  select p.phone, p.slot, c.id, c.document_id, c.name, c.contact_status, c.primary_contact,
    c.secondary_contact, c.email, c.notes,
    (select k.name_key from contacts_category_lnk l join contact_categories k on k.id = l.category_id
      where l.contact_id = c.id limit 1) as category_key,
    (select ${jsonText(dialect, jsonList(dialect, 'g.name_key'))} from contacts_groups_lnk l
      join contact_groups g on g.id = l.group_id where l.contact_id = c.id) as group_keys
  from ${valuesOf(dialect, ':phones')}
  cross join contact_phones p join contacts c on c.id = p.contact_id where p.phone = asked.value`;

const STAGED: Record<string, ColumnType> = {
  row: 'integer',
  decision: 'text',
  contact_id: 'integer',
  document_id: 'text',
  name: 'text',
  primary_contact: 'text',
  secondary_contact: 'text',
  email: 'text',
  notes: 'text',
  category_key: 'text',
  group_keys: 'text',
  search_text: 'text',
  cells: 'text',
  changes: 'text',
  issues: 'text',
};

/** `:rows` is a JSON array of objects with the columns of `contact_import_rows`. */
export const stageSql = (dialect: Dialect): string => {
  const columns = Object.keys(STAGED).join(', ');
  return `insert into contact_import_rows (import_id, state, ${columns})
    select :importId, 'planned', ${columns} from (${recordsOf(dialect, STAGED, ':rows')}) staged`;
};

/** The rows of one chunk: `:first` and `:last` are sheet rows. */
const IN_CHUNK = 'r.import_id = :importId and r.row between :first and :last';
const WRITES = `r.decision in ('create', 'update')`;

/** The next `:limit` rows to apply after sheet row `:after`. */
export const CHUNK_BOUNDS_SQL = `
  select min(row) as first, max(row) as last,
    sum(case decision when 'update' then 1 else 0 end) as updates
  from (select r.row, r.decision from contact_import_rows r
    where r.import_id = :importId and r.row > :after and r.state = 'planned' and ${WRITES}
    order by r.row limit :limit) chunk`;

const heldBySomeoneElse = (field: string, column: string) => `
  select r.row, '${field}' as field, p.phone, c.name as owner from contact_import_rows r
    join contact_phones p on p.phone = r.${column} join contacts c on c.id = p.contact_id
    where ${IN_CHUNK} and r.state = 'planned' and ${WRITES}
      and (r.contact_id is null or p.contact_id <> r.contact_id)`;

/** Numbers of the chunk that somebody took after the review, with their owner's name. */
export const TAKEN_SQL = `${heldBySomeoneElse('primaryContact', 'primary_contact')}
  union all ${heldBySomeoneElse('secondaryContact', 'secondary_contact')}`;

/** Planned updates whose contact is gone or has another primary number by now. */
export const VANISHED_SQL = `
  select r.row, r.primary_contact as phone from contact_import_rows r
    left join contacts c on c.id = r.contact_id and c.primary_contact = r.primary_contact
    where ${IN_CHUNK} and r.state = 'planned' and r.decision = 'update' and c.id is null`;

/** `:rows` is a JSON array of `{ row, issues }`. */
export const markTakenSql = (dialect: Dialect): string => `
  update contact_import_rows set state = 'taken', issues = taken.issues
  from (${recordsOf(dialect, { row: 'integer', issues: 'text' }, ':rows')}) taken
  where contact_import_rows.import_id = :importId and contact_import_rows.row = taken.row`;

/** SQLite has one writer, so numbers counted on from the sequence are free, gaps included. */
const NEW_CONTACT_ID: Record<Dialect, string> = {
  postgres: `nextval(pg_get_serial_sequence('contacts', 'id'))`,
  sqlite: `(select coalesce(max(seq), 0) from sqlite_sequence where name = 'contacts')
    + row - :first + 1`,
};

/**
 * Marks what the chunk applies, and gives new contacts their id here, so that links, search and history
 * are written straight from the staged rows.
 */
export const markAppliedSql = (dialect: Dialect): string => `
  update contact_import_rows set state = 'applied',
    contact_id = case decision when 'create' then ${NEW_CONTACT_ID[dialect]} else contact_id end
  where import_id = :importId and row between :first and :last and state = 'planned'
    and decision in ('create', 'update')
  returning decision`;

const APPLIED = `${IN_CHUNK} and r.state = 'applied'`;

export const INSERT_CONTACTS_SQL = `
  insert into contacts (id, document_id, name, primary_contact, secondary_contact, email, notes,
    contact_status, source, search_text, created_at, updated_at, published_at, created_by_id, updated_by_id)
  select r.contact_id, r.document_id, r.name, r.primary_contact, r.secondary_contact, r.email, r.notes,
    'active', 'import', r.search_text, :now, :now, :now, :adminId, :adminId
  from contact_import_rows r where ${APPLIED} and r.decision = 'create' order by r.row`;
