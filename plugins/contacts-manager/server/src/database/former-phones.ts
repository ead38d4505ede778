import type { Knex } from 'knex';
import { dialectOf, type Dialect } from './dialect';

/**
 * Numbers that contacts had before, so that who calls from an old one is found. Triggers keep it, because numbers
 * change by form, REST, GraphQL, import and undo alike. A number that comes back is no former one any more. No
 * foreign key: a contact in the bin keeps its former numbers, and only the end of its time there takes them away.
 * `tail` holds the last digits, for numbers that are looked for without their country code.
 */
const tableOf = (dialect: Dialect) => `create table if not exists contact_former_phones (
  contact_id integer not null,
  phone text ${dialect === 'postgres' ? 'collate "C" ' : ''}not null,
  tail text not null,
  primary key (contact_id, phone)
)`;

export const TAIL_DIGITS = 7;

const INDEXES = [
  `create index if not exists contact_former_phones_phone on contact_former_phones (phone)`,
  `create index if not exists contact_former_phones_tail on contact_former_phones (tail)`,
];

const tailOf: Record<Dialect, (column: string) => string> = {
  postgres: (column) => `right(${column}, ${TAIL_DIGITS})`,
  sqlite: (column) => `substr(${column}, -${TAIL_DIGITS})`,
};

const keepOld = (dialect: Dialect, column: string) => `
  insert into contact_former_phones (contact_id, phone, tail)
    select old.id, old.${column}, ${tailOf[dialect](`old.${column}`)}
    where old.${column} is not null and old.${column} <> new.primary_contact
      and (new.secondary_contact is null or old.${column} <> new.secondary_contact)
    on conflict do nothing;`;

const body = (dialect: Dialect) => `
  delete from contact_former_phones where contact_id = new.id
    and (phone = new.primary_contact or phone = new.secondary_contact);
  ${keepOld(dialect, 'primary_contact')}
  ${keepOld(dialect, 'secondary_contact')}`;

const forget = `delete from contact_former_phones where contact_id = old.contact_id
    and not exists (select 1 from contacts where id = old.contact_id);`;

const TRIGGERS: Record<Dialect, string[]> = {
  postgres: [
    `create or replace function contact_former_phones_keep() returns trigger language plpgsql
      set search_path from current as $$ begin ${body('postgres')} return null; end $$`,
    `create or replace trigger contact_former_phones_keep
      after update of primary_contact, secondary_contact on contacts for each row
      when (old.primary_contact is distinct from new.primary_contact
        or old.secondary_contact is distinct from new.secondary_contact)
      execute function contact_former_phones_keep()`,
    `create or replace function contact_former_phones_forget() returns trigger language plpgsql
      set search_path from current as $$ begin ${forget} return null; end $$`,
    `create or replace trigger contact_former_phones_forget after delete on contact_bin
      for each row execute function contact_former_phones_forget()`,
  ],
  sqlite: [
    `drop trigger if exists contact_former_phones_keep`,
    `create trigger contact_former_phones_keep
      after update of primary_contact, secondary_contact on contacts
      when old.primary_contact is not new.primary_contact
        or old.secondary_contact is not new.secondary_contact
    begin ${body('sqlite').replaceAll('on conflict do nothing', '').replaceAll('insert into', 'insert or ignore into')} end`,
    `drop trigger if exists contact_former_phones_forget`,
    `create trigger contact_former_phones_forget after delete on contact_bin begin ${forget} end`,
  ],
};

const valueIn: Record<Dialect, (key: string) => string> = {
  postgres: (key) => `cast(i.before as jsonb) ->> '${key}'`,
  sqlite: (key) => `json_extract(i.before, '$.${key}')`,
};

/** From the history of an installation that is older than this table. */
const fromHistory = (dialect: Dialect) => {
  const numbersOf = (key: string) =>
    `select i.contact_id, ${valueIn[dialect](key)} as phone from contact_operation_items i
      where i.before like '%"${key}"%'`;
  return `insert into contact_former_phones (contact_id, phone, tail)
    select distinct f.contact_id, f.phone, ${tailOf[dialect]('f.phone')}
    from (${numbersOf('primaryContact')} union ${numbersOf('secondaryContact')}) f
    where f.phone is not null and not exists (
      select 1 from contact_phones p where p.contact_id = f.contact_id and p.phone = f.phone)`;
};

export async function ensureFormerPhones(trx: Knex): Promise<void> {
  const dialect = dialectOf(trx);
  const isNew = !(await trx.schema.hasTable('contact_former_phones'));
  await trx.raw(tableOf(dialect));
  for (const statement of [...INDEXES, ...TRIGGERS[dialect]]) await trx.raw(statement);
  if (isNew) await trx.raw(fromHistory(dialect));
}
