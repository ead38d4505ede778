import type { Knex } from 'knex';
import type { Uniqueness } from '../../../shared/uniqueness';
import { dialectOf, rawRows, type Dialect } from './dialect';
import { phoneTriggers, POSTGRES_FUNCTIONS, SQLITE_FORMAT_OF } from './phone-triggers';
import { reconcilePhones, refuseConflicts } from './reconcile-phones';

/**
 * The database's own rule who may have which number: a table with a row for each number of a contact,
 * filled by triggers on contacts, whatever path writes. Its unique indexes are the rule: with `any`, a
 * number stands once; with `primary`, it stands once as a primary number.
 */
const TABLE: Record<Dialect, string> = {
  postgres: `create table if not exists contact_phones (
    phone text collate "C" not null,
    contact_id integer not null,
    slot text not null,
    constraint contact_phones_pkey primary key (contact_id, slot),
    constraint contact_phones_format check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
    constraint contact_phones_slot check (slot in ('primary', 'secondary')),
    constraint contact_phones_contact foreign key (contact_id) references contacts (id) on delete cascade
  )`,
  // No foreign key: when Strapi rebuilds contacts it drops the old table, which would cascade.
  sqlite: `create table if not exists contact_phones (
    phone text not null check (${SQLITE_FORMAT_OF('phone')}),
    contact_id integer not null,
    slot text not null check (slot in ('primary', 'secondary')),
    primary key (contact_id, slot)
  ) without rowid`,
};

/** Names that `guards/database-errors.ts` reads. Each mode has an index that finds a number, too. */
const INDEXES: Record<Uniqueness, Record<string, string>> = {
  any: { contact_phones_number: '(phone)' },
  primary: {
    contact_phones_primary: `(phone) where slot = 'primary'`,
    // Also keeps a contact from having one number twice.
    contact_phones_once: '(phone, contact_id)',
  },
};
const OTHER: Record<Uniqueness, Uniqueness> = { any: 'primary', primary: 'any' };

/** Creates what is missing, makes the table agree with contacts, or stops the boot with a list. Idempotent. */
export async function ensurePhoneTable(
  trx: Knex,
  uniqueness: Uniqueness,
): Promise<{ repaired: number }> {
  const dialect = dialectOf(trx);
  await dropOldShape(trx);
  await trx.raw(TABLE[dialect]);
  if (dialect === 'postgres') for (const sql of POSTGRES_FUNCTIONS) await trx.raw(sql);
  await makeTriggers(trx, uniqueness);
  const known = await indexNames(trx);
  const rulesHold = Object.keys(INDEXES[uniqueness]).every((name) => known.has(name));
  if (!rulesHold) await refuseConflicts(trx, uniqueness);
  const repaired = await reconcilePhones(trx, uniqueness);
  await makeIndexes(trx, uniqueness);
  return { repaired };
}

/** Until numbers could be shared, the number itself was the key. All rows come from contacts again. */
async function dropOldShape(trx: Knex): Promise<void> {
  if (!(await indexNames(trx)).has('contact_phones_owner')) return;
  await trx.raw('drop table contact_phones');
}

async function indexNames(trx: Knex): Promise<Set<string>> {
  const rows = await rawRows<{ name: string }>(
    trx.raw(
      dialectOf(trx) === 'postgres'
        ? `select indexname as name from pg_indexes
           where schemaname = current_schema() and tablename = 'contact_phones'`
        : `select name from sqlite_master where type = 'index' and tbl_name = 'contact_phones'`,
    ),
  );
  return new Set(rows.map(({ name }) => name));
}

/** Always anew: a trigger of an older release under the same name must not survive an update. */
async function makeTriggers(trx: Knex, uniqueness: Uniqueness): Promise<void> {
  const dialect = dialectOf(trx);
  for (const [name, statement] of Object.entries(phoneTriggers(dialect, uniqueness))) {
    if (dialect === 'sqlite') await trx.raw(`drop trigger if exists ${name}`);
    await trx.raw(statement);
  }
}

async function makeIndexes(trx: Knex, uniqueness: Uniqueness): Promise<void> {
  for (const [name, columns] of Object.entries(INDEXES[uniqueness])) {
    await trx.raw(`create unique index if not exists ${name} on contact_phones ${columns}`);
  }
  for (const name of Object.keys(INDEXES[OTHER[uniqueness]])) {
    await trx.raw(`drop index if exists ${name}`);
  }
}

/**
 * Keeps everybody from writing numbers until the transaction ends, also servers that still believe in the
 * other setting. Waits a little for those who are writing: behind a lock that waits, everybody waits.
 */
export async function lockPhoneTable(trx: Knex): Promise<void> {
  if (dialectOf(trx) === 'sqlite') return;
  await trx.raw(`set local lock_timeout = '10s'`);
  await trx.raw('lock table contact_phones in access exclusive mode');
}

/**
 * Makes the database enforce the other rule. The caller has locked the table and found no conflict. PostgreSQL's triggers
 * are the same for both rules, and making them anew would lock contacts, which writers lock first: a deadlock.
 */
export async function enforceUniqueness(trx: Knex, uniqueness: Uniqueness): Promise<void> {
  if (dialectOf(trx) === 'sqlite') await makeTriggers(trx, uniqueness);
  await makeIndexes(trx, uniqueness);
}
