import type { Knex } from 'knex';
import { dialectOf, rawRows } from './dialect';
import { LINK_TABLES, TALLY_DDL } from './tally-triggers';

const ALL_COUNTED = `select 'all' as scope, 0 as ref, contact_status as status, count(*) as n
  from contacts where contact_status is not null group by contact_status`;

const COUNTED = [
  ALL_COUNTED,
  ...LINK_TABLES.map(
    // Contacts lead, so that SQLite walks both by id instead of jumping through the table.
    ({ scope, links, column }) => `select '${scope}', l.${column}, c.contact_status, count(*)
      from contacts c cross join ${links} l
      where l.contact_id = c.id and l.${column} is not null and c.contact_status is not null
      group by l.${column}, c.contact_status`,
  ),
].join(' union all ');

const existingTriggers = async (trx: Knex): Promise<string[]> => {
  const rows = await rawRows<{ name: string }>(
    trx.raw(
      dialectOf(trx) === 'postgres'
        ? `select t.tgname as name from pg_trigger t
           join pg_class c on c.oid = t.tgrelid
           where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal`
        : `select name from sqlite_master where type = 'trigger'`,
    ),
  );
  return rows.map(({ name }) => name);
};

/** Whether the counts of all contacts are right; cheap, and wrong whenever something wrote past the triggers. */
async function agrees(trx: Knex): Promise<boolean> {
  const rows = await rawRows<{ status: string }>(
    trx.raw(`select status from (
        ${ALL_COUNTED}
        union all select scope, ref, status, -n from contact_tallies where scope = 'all'
      ) d group by status having sum(n) <> 0`),
  );
  return rows.length === 0;
}

/** Creates what is missing. Counts anew when a trigger was missing or something wrote past the triggers. */
export async function ensureTallies(trx: Knex): Promise<void> {
  const { statements, triggers } = TALLY_DDL[dialectOf(trx)];
  for (const statement of statements) await trx.raw(statement);
  const existing = new Set(await existingTriggers(trx));
  const names = Object.keys(triggers);
  for (const name of names) {
    if (dialectOf(trx) === 'sqlite') await trx.raw(`drop trigger if exists ${name}`);
    await trx.raw(triggers[name] ?? '');
  }
  if (names.every((name) => existing.has(name)) && (await agrees(trx))) {
    await compactTallies(trx);
    return;
  }
  await trx('contact_tallies').delete();
  await trx.raw(`insert into contact_tallies (scope, ref, status, n) ${COUNTED}`);
}

/**
 * Folds the differences that PostgreSQL's triggers append into one row a count. Several instances may do
 * so at once: each difference is taken by one of them.
 */
export async function compactTallies(knex: Knex): Promise<void> {
  if (dialectOf(knex) === 'sqlite') return;
  await knex.raw(`with taken as (
      delete from contact_tallies where ctid in (
        select ctid from contact_tallies limit 50000 for update skip locked
      ) returning scope, ref, status, n
    )
    insert into contact_tallies (scope, ref, status, n)
    select scope, ref, status, sum(n) from taken group by scope, ref, status having sum(n) <> 0`);
}
