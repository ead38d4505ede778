import type { Dialect } from './dialect';
import { CREATES, keysOf, ROW_KEYS } from './import-sql';

const QUOTE: Record<Dialect, (value: string) => string> = {
  postgres: (value) => `cast(to_json(${value}) as text)`,
  sqlite: (value) => `json_quote(${value})`,
};

const JOINED: Record<Dialect, (value: string, order: string) => string> = {
  postgres: (value, order) => `string_agg(${value}, ',' order by ${order})`,
  sqlite: (value, order) => `group_concat(${value}, ',' order by ${order})`,
};

/** Category and groups of a new contact as members of a JSON object, and the tables they come from. */
type Related = (dialect: Dialect) => { members: string; tables: string; where: string };

const recordJson = (dialect: Dialect, alias: string): string => {
  const quote = QUOTE[dialect];
  return `'{"documentId":' || ${quote(`${alias}.document_id`)} || ',"name":' || ${quote(`${alias}.name`)} || '}'`;
};
const groupsJson = (dialect: Dialect): string =>
  JOINED[dialect](recordJson(dialect, 'g'), 'g.name, g.document_id');

const RELATED: Record<'keys' | 'links', Related> = {
  keys: (dialect) => ({
    members: `case when k.id is not null then ',"category":' || ${recordJson(dialect, 'k')} else '' end
    || case when count(g.id) > 0 then ',"groups":[' || ${groupsJson(dialect)} || ']' else '' end`,
    tables: `left join contact_categories k on k.name_key = r.category_key
    left join ${dialect === 'postgres' ? 'lateral ' : ''}${keysOf[dialect](ROW_KEYS)} on true
    left join contact_groups g on g.name_key = keys.value`,
    where: `where ${CREATES} group by r.import_id, r.row, k.id`,
  }),
  // Asked for each contact by itself, so that no database walks through all links there are.
  links: (dialect) => ({
    members: `coalesce(',"category":' || (select ${recordJson(dialect, 'k')} from contacts_category_lnk l
      join contact_categories k on k.id = l.category_id where l.contact_id = r.contact_id), '')
    || coalesce(',"groups":[' || (select ${groupsJson(dialect)} from contacts_groups_lnk l
      join contact_groups g on g.id = l.group_id where l.contact_id = r.contact_id) || ']', '')`,
    tables: '',
    where: `where ${CREATES}`,
  }),
};

/**
 * History of new contacts, as `loadSnapshot` and `withoutEmpty` describe single ones. The JSON is put
 * together as text, because PostgreSQL's JSON functions take ten times as long. `links` also finds what
 * everybody was added to; `keys` is the faster way where the rows say it all.
 */
export const insertCreateItemsSql = (dialect: Dialect, from: keyof typeof RELATED): string => {
  const quote = QUOTE[dialect];
  const member = (name: string, column: string) =>
    `coalesce(',"${name}":' || case when ${column} is not null then ${quote(column)} end, '')`;
  const related = RELATED[from](dialect);
  return `
  insert into contact_operation_items (operation_id, contact_id, number, before, after)
  select :operationId, r.contact_id, 1, null,
    '{"name":' || ${quote('r.name')} || ',"primaryContact":' || ${quote('r.primary_contact')}
    || ${member('secondaryContact', 'r.secondary_contact')} || ${member('email', 'r.email')}
    || cast(:statusMembers as text) || ${member('notes', 'r.notes')} || ',"source":"import"'
    || coalesce(',"customFields":' || r.custom_fields, '')
    || ${related.members} || '}'
  from contact_import_rows r ${related.tables} ${related.where}`;
};
