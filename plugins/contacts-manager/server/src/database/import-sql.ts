import type { Uniqueness } from '../../../shared/uniqueness';
import type { Dialect } from './dialect';
import { recordsOf, type RecordColumns } from './records';

/** Milliseconds since 1970 by the database's clock, so that instances need not agree on theirs. */
export const DATABASE_NOW: Record<Dialect, string> = {
  postgres: 'cast(extract(epoch from clock_timestamp()) * 1000 as bigint)',
  sqlite: `cast(unixepoch('subsec') * 1000 as integer)`,
};

/** A table `asked(value)` out of one JSON binding, an array of strings. */
const valuesOf: Record<Dialect, (binding: string) => string> = {
  postgres: (binding) => `json_array_elements_text(cast(${binding} as json)) as asked(value)`,
  sqlite: (binding) => `json_each(${binding}) as asked`,
};

const NAME_LIST: Record<Dialect, string> = {
  postgres: 'cast(json_agg(g.name_key) as text)',
  sqlite: 'json_group_array(g.name_key)',
};

/** `:phones` is a JSON array of numbers. `cross join` keeps SQLite from starting at the contacts. */
export const directorySql = (dialect: Dialect): string => `
  select p.phone, p.slot, c.id, c.document_id, c.name, c.contact_status, c.primary_contact,
    c.secondary_contact, c.email, c.notes, c.custom_fields,
    (select k.name_key from contacts_category_lnk l join contact_categories k on k.id = l.category_id
      where l.contact_id = c.id limit 1) as category_key,
    (select ${NAME_LIST[dialect]} from contacts_groups_lnk l
      join contact_groups g on g.id = l.group_id where l.contact_id = c.id) as group_keys
  from ${valuesOf[dialect](':phones')}
  cross join contact_phones p join contacts c on c.id = p.contact_id where p.phone = asked.value`;

/**
 * Ids for contacts that will be created: a row is written with the id its links, search text and history
 * refer to, so that all of them come straight from the staged rows. Ids that are never used leave gaps.
 */
export const RESERVE_IDS_POSTGRES = `
  select nextval(pg_get_serial_sequence('contacts', 'id')) as id from generate_series(1, :amount)`;

/** SQLite counts in a table of its own, which has no row before the first insert. */
export const RESERVE_IDS_SQLITE = {
  ensure: `insert into sqlite_sequence (name, seq) select 'contacts', 0
    where not exists (select 1 from sqlite_sequence where name = 'contacts')`,
  advance: `update sqlite_sequence set seq = seq + :amount where name = 'contacts'
    returning seq - :amount + 1 as first`,
};

export const STAGED_COLUMNS = {
  row: 'integer',
  decision: 'text',
  contact_id: 'integer',
  document_id: 'text',
  name: 'text',
  primary_contact: 'text',
  secondary_contact: 'text',
  email: 'text',
  notes: 'text',
  custom_fields: 'text',
  category_key: 'text',
  group_keys: 'text',
  search_text: 'text',
  cells: 'text',
  changes: 'text',
  issues: 'text',
  shares_number: 'integer',
} as const satisfies RecordColumns;

/** `:rows` comes from `recordsJson(STAGED_COLUMNS, …)`. */
export const stageSql = (dialect: Dialect): string => {
  const columns = Object.keys(STAGED_COLUMNS).join(', ');
  return `insert into contact_import_rows (import_id, state, ${columns})
    select :importId, 'planned', ${columns}
    from (${recordsOf(dialect, STAGED_COLUMNS, ':rows')}) staged`;
};

/** The rows of one chunk: sheet rows behind `:after` up to `:last`. */
const IN_CHUNK = `r.import_id = :importId and r.row > :after and r.row <= :last and r.state = 'planned'`;
export const CREATES = `${IN_CHUNK} and r.decision = 'create'`;
const UPDATES = `${IN_CHUNK} and r.decision = 'update'`;
const WRITES = `${IN_CHUNK} and r.decision in ('create', 'update')`;

/** The last of the next `:limit` rows to write, and what they are; null at the end. */
export const CHUNK_END_SQL = `
  select max(row) as last, sum(case decision when 'create' then 1 else 0 end) as creates,
    sum(case decision when 'update' then 1 else 0 end) as updates
  from (select r.row, r.decision from contact_import_rows r
    where r.import_id = :importId and r.row > :after and r.state = 'planned'
      and r.decision in ('create', 'update') order by r.row limit :limit) chunk`;

const heldBySomeoneElse = (field: string, column: string, slots = '') => `
  select r.row, r.decision, '${field}' as field, p.phone, c.name as owner from contact_import_rows r
    join contact_phones p on p.phone = r.${column} join contacts c on c.id = p.contact_id
    where ${WRITES} and p.contact_id <> r.contact_id ${slots}`;

/** Numbers of the chunk that somebody took after the review, with their owner's name. */
export const TAKEN_SQL: Record<Uniqueness, string> = {
  any: `${heldBySomeoneElse('primaryContact', 'primary_contact')}
    union all ${heldBySomeoneElse('secondaryContact', 'secondary_contact')}`,
  primary: heldBySomeoneElse('primaryContact', 'primary_contact', `and p.slot = 'primary'`),
};

const numbersOfChunk = (field: string, column: string) => `
  select r.row, r.decision, r.name, '${field}' as field, r.${column} as phone
    from contact_import_rows r where ${WRITES} and r.${column} is not null`;

/**
 * Numbers that an earlier row of the chunk has: a plan may share them that was made before somebody forbade
 * it. What earlier chunks have written, `TAKEN_SQL` finds.
 */
export const REPEATED_SQL = `
  with numbers as (${numbersOfChunk('primaryContact', 'primary_contact')}
    union all ${numbersOfChunk('secondaryContact', 'secondary_contact')})
  select n.row, n.decision, n.field, n.phone, coalesce(earlier.name, n.phone) as owner
  from numbers n join numbers earlier on earlier.phone = n.phone and earlier.row < n.row
  where earlier.row = (select min(first.row) from numbers first where first.phone = n.phone)`;

/** Planned updates whose contact is gone or has another primary number by now. */
export const VANISHED_SQL = `
  select r.row, r.decision, 'primaryContact' as field, r.primary_contact as phone, null as owner
  from contact_import_rows r
    left join contacts c on c.id = r.contact_id and c.primary_contact = r.primary_contact
    where ${UPDATES} and c.id is null`;

export const TAKEN_COLUMNS = { row: 'integer', issues: 'text' } as const satisfies RecordColumns;

/** `:rows` comes from `recordsJson(TAKEN_COLUMNS, …)`. */
export const markTakenSql = (dialect: Dialect): string => `
  update contact_import_rows set state = 'taken', issues = taken.issues
  from (${recordsOf(dialect, TAKEN_COLUMNS, ':rows')}) taken
  where contact_import_rows.import_id = :importId and contact_import_rows.row = taken.row`;

/** What staged rows hold as text, as the column of the contacts has it. */
export const asValues = (dialect: Dialect, column: string): string =>
  dialect === 'postgres' ? `cast(${column} as jsonb)` : column;

export const insertContactsSql = (dialect: Dialect): string => `
  insert into contacts (id, document_id, name, primary_contact, secondary_contact, email, notes, custom_fields,
    contact_status, status_changed_at, source, search_text, created_at, updated_at, published_at, created_by_id, updated_by_id)
  select r.contact_id, r.document_id, r.name, r.primary_contact, r.secondary_contact, r.email, r.notes,
    ${asValues(dialect, 'r.custom_fields')}, 
    :status, :statusChangedAt, 'import', r.search_text, :now, :now, :now, :adminId, :adminId
  from contact_import_rows r where ${CREATES} order by r.row`;

export const INSERT_CATEGORY_LINKS_SQL = `
  insert into contacts_category_lnk (contact_id, category_id)
  select r.contact_id, k.id from contact_import_rows r
    join contact_categories k on k.name_key = r.category_key where ${CREATES}`;

/** `keys(value, position)` out of a JSON list of group keys, positions from 1. */
export const keysOf: Record<Dialect, (list: string) => string> = {
  postgres: (list) =>
    `json_array_elements_text(cast(${list} as json)) with ordinality as keys(value, position)`,
  sqlite: (list) => `json_each(${list}) as keys`,
};
const POSITION: Record<Dialect, string> = { postgres: 'keys.position', sqlite: 'keys.key + 1' };
export const ROW_KEYS = 'r.group_keys';

const groupLinks = (dialect: Dialect, list: string, position: string) => `
  insert into contacts_groups_lnk (contact_id, group_id, group_ord)
  select r.contact_id, g.id, ${position} from contact_import_rows r
    cross join ${keysOf[dialect](list)} join contact_groups g on g.name_key = keys.value`;

export const insertGroupLinksSql = (dialect: Dialect): string =>
  `${groupLinks(dialect, ROW_KEYS, POSITION[dialect])} where ${CREATES}`;

/** SQLite only: the search rows of new contacts. */
export const INSERT_SEARCH_ROWS_SQL = `
  insert into contact_search (rowid, text)
  select r.contact_id, r.search_text from contact_import_rows r where ${CREATES} order by r.contact_id`;

/**
 * Updates that name a category: their other category goes. The chunk leads, and `cross join` keeps it in
 * front on SQLite: asking every link whether the chunk has it takes as long as the directory is large.
 */
export const DELETE_OTHER_CATEGORIES_SQL = `
  delete from contacts_category_lnk where id in (
    select l.id from contact_import_rows r
      cross join contact_categories k cross join contacts_category_lnk l
    where ${UPDATES} and k.name_key = r.category_key
      and l.contact_id = r.contact_id and l.category_id <> k.id)`;

export const ADD_CATEGORY_LINKS_SQL = `
  insert into contacts_category_lnk (contact_id, category_id)
  select r.contact_id, k.id from contact_import_rows r
    join contact_categories k on k.name_key = r.category_key
  where ${UPDATES} on conflict (contact_id, category_id) do nothing`;

/**
 * Groups are only added, behind those the contact has. The sum stands inside `max`: for a bare column,
 * PostgreSQL without statistics walks the index of all positions once for each link.
 */
const appendGroupLinks = (dialect: Dialect, list: string, rows: string): string => {
  const position = POSITION[dialect];
  return `${groupLinks(
    dialect,
    list,
    `coalesce((select max(l.group_ord + ${position}) from contacts_groups_lnk l
     where l.contact_id = r.contact_id), ${position})`,
  )} where ${rows} on conflict (contact_id, group_id) do nothing`;
};

export const addGroupLinksSql = (dialect: Dialect): string =>
  appendGroupLinks(dialect, ROW_KEYS, UPDATES);

const DECIDED = { create: CREATES, update: UPDATES } as const;

/** The groups of `:addedGroups` for everybody who is written, behind those of the row. */
export const addGroupsSql = (dialect: Dialect, rows: keyof typeof DECIDED): string =>
  appendGroupLinks(dialect, ':addedGroups', DECIDED[rows]);

/** The category of `:addedCategory` for whoever has none, by the row or by somebody since the review. */
export const addCategorySql = (rows: keyof typeof DECIDED): string => `
  insert into contacts_category_lnk (contact_id, category_id)
  select r.contact_id, k.id from contact_import_rows r cross join contact_categories k
  where ${DECIDED[rows]} and k.name_key = :addedCategory
    and not exists (select 1 from contacts_category_lnk l where l.contact_id = r.contact_id)`;
