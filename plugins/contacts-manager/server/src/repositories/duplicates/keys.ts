import type { Knex } from 'knex';
import { dialectOf, rawRows, type Dialect } from '../../database/dialect';
import { whereIdIn } from '../../database/id-list';
import { recordsJson, recordsOf } from '../../database/records';
import type { ComparedContact } from '../../domain/duplicates/same-person';

/** Any number that no other advisory lock of this database uses: "dupl" in ASCII. */
const SEARCH_LOCK = 0x6475706c;

/**
 * Whether this server is the one that looks for duplicates until the transaction ends. Two at once would not
 * see the contacts the other has just looked at.
 */
export async function becomeSearcher(trx: Knex): Promise<boolean> {
  if (dialectOf(trx) === 'sqlite') return true;
  const [row] = await rawRows<{ locked: boolean }>(
    trx.raw('select pg_try_advisory_xact_lock(?) as locked', [SEARCH_LOCK]),
  );
  return row?.locked ?? false;
}

/** Takes the next contacts to look at; what somebody is writing at this moment is left for later. */
export async function takeQueued(trx: Knex, limit: number): Promise<number[]> {
  const lock = dialectOf(trx) === 'postgres' ? 'for update skip locked' : '';
  const rows = await rawRows<{ contact_id: number }>(
    trx.raw(
      `delete from contact_duplicate_queue where contact_id in (
         select contact_id from contact_duplicate_queue order by contact_id limit ? ${lock}
       ) returning contact_id`,
      [limit],
    ),
  );
  return rows.map(({ contact_id }) => contact_id);
}

/** Ascending, as triggers queue contacts, so that two never wait for each other. */
export async function enqueue(trx: Knex, ids: readonly number[]): Promise<void> {
  const rows = ids.toSorted((left, right) => left - right).map((contact_id) => ({ contact_id }));
  await trx('contact_duplicate_queue').insert(rows).onConflict('contact_id').merge();
}

export const isQueueEmpty = async (knex: Knex): Promise<boolean> =>
  (await knex('contact_duplicate_queue').first('contact_id')) === undefined;

/** What is compared of these contacts, by row id. */
export async function loadCompared(
  trx: Knex,
  ids: readonly number[],
): Promise<Map<number, ComparedContact>> {
  const query = trx('contacts').select<
    {
      id: number;
      name: string | null;
      primary_contact: string;
      secondary_contact: string | null;
      email: string | null;
    }[]
  >('id', 'name', 'primary_contact', 'secondary_contact', 'email');
  whereIdIn(query, trx, 'id', ids);
  return new Map(
    (await query).map((row) => [
      row.id,
      {
        name: row.name ?? '',
        primaryContact: row.primary_contact,
        secondaryContact: row.secondary_contact,
        email: row.email,
      },
    ]),
  );
}

const COLUMNS = { key: 'text', contact_id: 'integer' } as const;

/** Gives contacts other keys, and answers with those they had and have. */
export async function replaceKeys(
  trx: Knex,
  ids: readonly number[],
  entries: { key: string; contact_id: number }[],
): Promise<string[]> {
  const former = trx('contact_duplicate_keys');
  whereIdIn(former, trx, 'contact_id', ids);
  const keys = new Set(await former.clone().pluck<string[]>('key'));
  await former.delete();
  await trx.raw(
    `insert into contact_duplicate_keys (key, contact_id)
     select key, contact_id from (${recordsOf(dialectOf(trx), COLUMNS, ':rows')}) n`,
    { rows: recordsJson(COLUMNS, entries) },
  );
  for (const { key } of entries) keys.add(key);
  return [...keys];
}

const OLDEST = `select o.contact_id from contact_duplicate_keys o
  where o.key = k.key order by o.contact_id limit :limit`;

/** Reads no more than `limit` rows of a key, which a hundred thousand contacts may share. */
const OLDEST_OF_KEYS: Record<Dialect, string> = {
  postgres: `select k.key, s.contact_id from unnest(cast(:keys as text[])) as k(key)
    cross join lateral (${OLDEST}) s order by k.key, s.contact_id`,
  sqlite: `with k as materialized (select value as key from json_each(:keys))
    select s.key, s.contact_id from k cross join contact_duplicate_keys s
    where s.key = k.key and s.contact_id in (${OLDEST}) order by s.key, s.contact_id`,
};

/** The oldest contacts of each key, at most `limit`. Row ids, ascending. */
export async function findSharers(
  trx: Knex,
  keys: string[],
  limit: number,
): Promise<Map<string, number[]>> {
  const dialect = dialectOf(trx);
  const rows = await rawRows<{ key: string; contact_id: number }>(
    trx.raw(OLDEST_OF_KEYS[dialect], {
      keys: dialect === 'postgres' ? keys : JSON.stringify(keys),
      limit,
    }),
  );
  const sharers = new Map<string, number[]>();
  for (const { key, contact_id } of rows) {
    const others = sharers.get(key);
    if (others) others.push(contact_id);
    else sharers.set(key, [contact_id]);
  }
  return sharers;
}

/** The oldest pair of all who share a key that nobody has dismissed; null when there is none. */
export async function findOpenPair(
  trx: Knex,
  key: string,
): Promise<{ a: number; b: number } | null> {
  const [pair] = await rawRows<{ a: number; b: number }>(
    trx.raw(
      `select a, b from (
         select one.contact_id as a, (
           select other.contact_id from contact_duplicate_keys other
           where other.key = one.key and other.contact_id > one.contact_id and not exists (
             select 1 from contact_duplicate_dismissals d
             where d.a_id = one.contact_id and d.b_id = other.contact_id
           )
           order by other.contact_id limit 1
         ) as b
         from contact_duplicate_keys one where one.key = :key order by one.contact_id
       ) pairs where b is not null limit 1`,
      { key },
    ),
  );
  return pair ?? null;
}

/** How many contacts share each of these keys, counted up to a bound. */
export async function countSharers(
  knex: Knex,
  keys: string[],
  bound: number,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const key of new Set(keys)) {
    const some = knex('contact_duplicate_keys').select('contact_id').where({ key }).limit(bound);
    const [row] = await knex.from(some.as('some')).count<{ n: number | string }[]>('* as n');
    counts.set(key, Number(row?.n ?? 0));
  }
  return counts;
}
