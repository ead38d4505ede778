import { slotsConflict, type PhoneSlot, type Uniqueness } from '../../../shared/uniqueness';
import type { Dialect } from './dialect';

/**
 * What fills `contact_phones`. PostgreSQL checks with the table's constraints and unique indexes. SQLite
 * checks inside the triggers with RAISE, because `INSERT OR REPLACE` on contacts would turn a conflict
 * inside a trigger into a silent theft of the number; its triggers therefore depend on the setting.
 */
export const POSTGRES_FUNCTIONS = [
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
export const SQLITE_FORMAT_OF = (column: string): string =>
  `(${column} glob '+[1-9]*' and length(${column}) between 8 and 16 and substr(${column}, 2) not glob '*[^0-9]*')`;

/** Messages of RAISE; `guards/database-errors.ts` reads them. */
export const SQLITE_TAKEN = 'contact_phones: number taken';
export const SQLITE_FORMAT = 'contact_phones: number malformed';

/** The slots of other contacts that exclude a number in this one, as SQL; null when none does. */
function excludingSlots(uniqueness: Uniqueness, slot: PhoneSlot): string | null {
  const slots = (['primary', 'secondary'] as const).filter((other) =>
    slotsConflict(uniqueness, slot, other),
  );
  return slots.length > 0 ? slots.map((name) => `'${name}'`).join(', ') : null;
}

function takenBySomeoneElse(uniqueness: Uniqueness, slot: PhoneSlot): string {
  const slots = excludingSlots(uniqueness, slot);
  return slots === null
    ? ''
    : `or exists (select 1 from contact_phones where phone = new.${slot}_contact
        and contact_id <> new.id and slot in (${slots}))`;
}

const sqliteChecks = (uniqueness: Uniqueness) => `
  select raise(abort, '${SQLITE_FORMAT}') where new.primary_contact is null
    or not ${SQLITE_FORMAT_OF('new.primary_contact')}
    or (new.secondary_contact is not null and not ${SQLITE_FORMAT_OF('new.secondary_contact')});
  select raise(abort, '${SQLITE_TAKEN}') where new.primary_contact = new.secondary_contact
    ${takenBySomeoneElse(uniqueness, 'primary')}
    ${takenBySomeoneElse(uniqueness, 'secondary')};`;

const SQLITE_FILL = `
  insert into contact_phones (phone, contact_id, slot) values (new.primary_contact, new.id, 'primary');
  insert into contact_phones (phone, contact_id, slot)
    select new.secondary_contact, new.id, 'secondary' where new.secondary_contact is not null;`;

const sqliteTriggers = (uniqueness: Uniqueness): Record<string, string> => ({
  contact_phones_insert: `create trigger contact_phones_insert after insert on contacts begin
    ${sqliteChecks(uniqueness)}
    ${SQLITE_FILL}
  end`,
  contact_phones_update: `create trigger contact_phones_update
    after update of primary_contact, secondary_contact on contacts
    when old.primary_contact is not new.primary_contact
      or old.secondary_contact is not new.secondary_contact
  begin
    ${sqliteChecks(uniqueness)}
    delete from contact_phones where contact_id = old.id;
    ${SQLITE_FILL}
  end`,
  contact_phones_delete: `create trigger contact_phones_delete after delete on contacts begin
    delete from contact_phones where contact_id = old.id;
  end`,
});

/** By name, the statements that create them. */
export const phoneTriggers = (dialect: Dialect, uniqueness: Uniqueness): Record<string, string> =>
  dialect === 'postgres' ? POSTGRES_TRIGGERS : sqliteTriggers(uniqueness);
