import type { Knex } from 'knex';
import type { Uniqueness } from '../../../shared/uniqueness';
import { BootRefusal, dialectOf, rawRows } from './dialect';
import { SQLITE_FORMAT_OF } from './phone-triggers';

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

/** Makes the phone table agree with contacts; how many rows that took. */
export async function reconcilePhones(trx: Knex, uniqueness: Uniqueness): Promise<number> {
  const removed = await trx('contact_phones').whereRaw(STALE).delete();
  const [{ count } = { count: 0 }] = await rawRows<{ count: number | string }>(
    trx.raw(`select count(*) as count from (${MISSING}) missing`),
  );
  if (Number(count) === 0) return removed;
  await refuseConflicts(trx, uniqueness);
  await trx.raw(`insert into contact_phones (phone, contact_id, slot) ${MISSING}`);
  return removed + Number(count);
}

const LISTED = 20;

/** A number that stands more often than the setting allows, or twice in one contact. */
const SHARED: Record<Uniqueness, string> = {
  any: 'count(*) > 1',
  primary: `sum(case n.slot when 'primary' then 1 else 0 end) > 1
    or count(distinct n.contact_id) < count(*)`,
};
const RULES: Record<Uniqueness, string> = {
  any: 'one number, one contact',
  primary: 'one primary number, one contact',
};

/** Stops the boot with a list of the contacts that break the rule. */
export async function refuseConflicts(trx: Knex, uniqueness: Uniqueness): Promise<void> {
  const valid =
    dialectOf(trx) === 'postgres'
      ? `n.phone ~ '^\\+[1-9][0-9]{6,14}$'`
      : SQLITE_FORMAT_OF('n.phone');
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
       group by n.phone having ${SHARED[uniqueness]} order by n.phone limit ${LISTED + 1}`,
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
    `Contacts hold numbers that break the rule "${RULES[uniqueness]}". Nothing was changed; correct these rows of the table contacts and start again:\n` +
      listed.map((line) => `  ${line}`).join('\n') +
      (lines.length > LISTED ? '\n  … and more' : ''),
  );
}
