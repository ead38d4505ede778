import type { Knex } from 'knex';
import { BootRefusal, dialectOf, rawRows, type Dialect } from './dialect';

/**
 * The database's own rule that a number belongs to at most one contact, in either slot: a table whose
 * key is the number, filled by triggers on contacts, whatever path writes. PostgreSQL checks with
 * constraints. SQLite checks inside the triggers with RAISE, because `INSERT OR REPLACE` on contacts
 * would turn a conflict inside a trigger into a silent theft of the number.
 */
const POSTGRES = [
  `create table if not exists contact_phones (
    phone text collate "C" not null,
    contact_id integer not null,
    slot text not null,
    constraint contact_phones_pkey primary key (phone),
    constraint contact_phones_format check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
    constraint contact_phones_slot check (slot in ('primary', 'secondary')),
    constraint contact_phones_contact foreign key (contact_id) references contacts (id) on delete cascade
  )`,
  `create unique index if not exists contact_phones_owner on contact_phones (contact_id, slot)`,
  // Ordered, so that two transactions that share numbers wait for each other instead of deadlocking.
  `create or replace function contact_phones_insert() returns trigger language plpgsql
    set search_path from current as $$
    begin
      insert into contact_phones (phone, contact_id, slot)
      select phone, id, slot from (
        select primary_contact as phone, id, 'primary' as slot from inserted
        union all
        select secondary_contact, id, 'secondary' from inserted where secondary_contact is not null
      ) numbers order by phone;
      return null;
    end $$`,
  `create or replace function contact_phones_update() returns trigger language plpgsql
    set search_path from current as $$
    begin
      delete from contact_phones where contact_id = old.id;
      insert into contact_phones (phone, contact_id, slot) values (new.primary_contact, new.id, 'primary');
      if new.secondary_contact is not null then
        insert into contact_phones (phone, contact_id, slot)
        values (new.secondary_contact, new.id, 'secondary');
      end if;
      return null;
    end $$`,
];

const POSTGRES_TRIGGERS: Record<string, string> = {
  contact_phones_insert: `create or replace trigger contact_phones_insert after insert on contacts
    referencing new table as inserted for each statement execute function contact_phones_insert()`,
  contact_phones_update: `create or replace trigger contact_phones_update
    after update of primary_contact, secondary_contact on contacts for each row
    when (old.primary_contact is distinct from new.primary_contact
      or old.secondary_contact is distinct from new.secondary_contact)
    execute function contact_phones_update()`,
};

/** What a stored number looks like, without regular expressions, which SQLite lacks. */
const sqliteFormat = (column: string) =>
  `(${column} glob '+[1-9]*' and length(${column}) between 8 and 16 and substr(${column}, 2) not glob '*[^0-9]*')`;

/** Messages of RAISE; `guards/database-errors.ts` reads them. */
export const SQLITE_TAKEN = 'contact_phones: number taken';
export const SQLITE_FORMAT = 'contact_phones: number malformed';

const sqliteChecks = `
  select raise(abort, '${SQLITE_FORMAT}') where new.primary_contact is null
    or not ${sqliteFormat('new.primary_contact')}
    or (new.secondary_contact is not null and not ${sqliteFormat('new.secondary_contact')});
  select raise(abort, '${SQLITE_TAKEN}') where new.primary_contact = new.secondary_contact
    or exists (select 1 from contact_phones where phone = new.primary_contact and contact_id <> new.id)
    or exists (select 1 from contact_phones where phone = new.secondary_contact and contact_id <> new.id);`;

const sqliteFill = `
  insert into contact_phones (phone, contact_id, slot) values (new.primary_contact, new.id, 'primary');
  insert into contact_phones (phone, contact_id, slot)
    select new.secondary_contact, new.id, 'secondary' where new.secondary_contact is not null;`;

const SQLITE = [
  // No foreign key: when Strapi rebuilds contacts it drops the old table, which would cascade.
  `create table if not exists contact_phones (
    phone text not null primary key check (${sqliteFormat('phone')}),
    contact_id integer not null,
    slot text not null check (slot in ('primary', 'secondary'))
  ) without rowid`,
  `create unique index if not exists contact_phones_owner on contact_phones (contact_id, slot)`,
];

const SQLITE_TRIGGERS: Record<string, string> = {
  contact_phones_insert: `create trigger contact_phones_insert after insert on contacts begin
    ${sqliteChecks}
    ${sqliteFill}
  end`,
  contact_phones_update: `create trigger contact_phones_update
    after update of primary_contact, secondary_contact on contacts
    when old.primary_contact is not new.primary_contact
      or old.secondary_contact is not new.secondary_contact
  begin
    ${sqliteChecks}
    delete from contact_phones where contact_id = old.id;
    ${sqliteFill}
  end`,
  contact_phones_delete: `create trigger contact_phones_delete after delete on contacts begin
    delete from contact_phones where contact_id = old.id;
  end`,
};

const DDL: Record<Dialect, { statements: string[]; triggers: Record<string, string> }> = {
  postgres: { statements: POSTGRES, triggers: POSTGRES_TRIGGERS },
  sqlite: { statements: SQLITE, triggers: SQLITE_TRIGGERS },
};

/** Creates what is missing, makes the table agree with contacts, or stops the boot with a list. Idempotent. */
export async function ensurePhoneTable(trx: Knex): Promise<{ repaired: number }> {
  const dialect = dialectOf(trx);
  const { statements, triggers } = DDL[dialect];
  for (const statement of statements) await trx.raw(statement);
  // Always anew: a trigger of an older release under the same name must not survive an update.
  for (const [name, statement] of Object.entries(triggers)) {
    if (dialect === 'sqlite') await trx.raw(`drop trigger if exists ${name}`);
    await trx.raw(statement);
  }
  return { repaired: await reconcilePhones(trx) };
}

const NUMBERS_OF_CONTACTS = `
  select primary_contact as phone, id as contact_id, 'primary' as slot from contacts
  union all
  select secondary_contact, id, 'secondary' from contacts where secondary_contact is not null`;

/** Rows of the phone table that no contact stands for. */
const STALE = `not exists (
  select 1 from contacts c where c.id = contact_phones.contact_id and contact_phones.phone =
    case contact_phones.slot when 'primary' then c.primary_contact else c.secondary_contact end)`;

const MISSING = `select n.phone, n.contact_id, n.slot from (${NUMBERS_OF_CONTACTS}) n
  left join contact_phones p on p.phone = n.phone and p.contact_id = n.contact_id and p.slot = n.slot
  where p.phone is null`;

async function reconcilePhones(trx: Knex): Promise<number> {
  const removed = await trx('contact_phones').whereRaw(STALE).delete();
  const [{ count } = { count: 0 }] = await rawRows<{ count: number | string }>(
    trx.raw(`select count(*) as count from (${MISSING}) missing`),
  );
  if (Number(count) === 0) return removed;
  await refuseConflicts(trx);
  await trx.raw(`insert into contact_phones (phone, contact_id, slot) ${MISSING}`);
  return removed + Number(count);
}

const LISTED = 20;

async function refuseConflicts(trx: Knex): Promise<void> {
  const valid =
    dialectOf(trx) === 'postgres' ? `n.phone ~ '^\\+[1-9][0-9]{6,14}$'` : sqliteFormat('n.phone');
  const malformed = await rawRows<{ phone: string | null; contact_id: number; slot: string }>(
    // A literal question mark would be a binding; there is none in these statements.
    trx.raw(
      `select n.phone, n.contact_id, n.slot from (${NUMBERS_OF_CONTACTS}) n
       where n.phone is null or not ${valid} order by n.contact_id limit ${LISTED + 1}`,
    ),
  );
  const shared = await rawRows<{ phone: string; low: number; high: number; times: number }>(
    trx.raw(
      `select n.phone, min(n.contact_id) as low, max(n.contact_id) as high, count(*) as times
       from (${NUMBERS_OF_CONTACTS}) n where n.phone is not null
       group by n.phone having count(*) > 1 order by n.phone limit ${LISTED + 1}`,
    ),
  );
  const lines = [
    ...malformed.map(
      (row) =>
        `contact ${row.contact_id}: ${row.slot} number "${row.phone ?? ''}" is not in the form +<country code><number>`,
    ),
    ...shared.map((row) =>
      row.low === row.high
        ? `contact ${row.low}: ${row.phone} is both its primary and its secondary number`
        : `contacts ${row.low} and ${row.high}: share ${row.phone} (${row.times} times)`,
    ),
  ];
  if (lines.length === 0) return;
  const listed = lines.slice(0, LISTED);
  throw new BootRefusal(
    `Contacts hold numbers that break the rule "one number, one contact". Nothing was changed; correct these rows of the table contacts and start again:\n` +
      listed.map((line) => `  ${line}`).join('\n') +
      (lines.length > LISTED ? '\n  … and more' : ''),
  );
}
