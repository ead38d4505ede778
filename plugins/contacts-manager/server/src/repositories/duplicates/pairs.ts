import type { Knex } from 'knex';
import { DUPLICATE_REASONS, type DuplicateReason } from '../../../../shared/contracts/duplicates';
import { dialectOf, rawRows } from '../../database/dialect';
import { whereIdIn, whereTextIn } from '../../database/id-list';
import { recordsJson, recordsOf } from '../../database/records';
import { timestamp } from '../operations';

/** Row ids of two contacts, the smaller first. */
export interface Pair {
  a: number;
  b: number;
}
export interface FoundPair extends Pair {
  reasons: DuplicateReason[];
  weight: number;
  emailKey: string | null;
}

/** A pair as people see it. */
export interface ListedPair {
  documentIds: [string, string];
  reasons: DuplicateReason[];
  emailKey: string | null;
}

export const pairOf = (one: number, other: number): Pair =>
  one < other ? { a: one, b: other } : { a: other, b: one };
export const pairKey = ({ a, b }: Pair): string => `${a} ${b}`;

export async function deletePairsOf(trx: Knex, ids: readonly number[]): Promise<void> {
  for (const column of ['a_id', 'b_id']) {
    const query = trx('contact_duplicates');
    whereIdIn(query, trx, column, ids);
    await query.delete();
  }
}

/** Pairs whose only reason is one of these addresses; they are found again from all who share it. */
export async function deletePairsByEmail(trx: Knex, emailKeys: string[]): Promise<void> {
  const query = trx('contact_duplicates').where({ reasons: 'email' });
  whereTextIn(query, trx, 'email_key', emailKeys);
  await query.delete();
}

const PAIR = { a_id: 'integer', b_id: 'integer' } as const;

/** Of these pairs, those that somebody said are two persons; as `pairKey` writes them. */
export async function findDismissed(trx: Knex, pairs: Pair[]): Promise<Set<string>> {
  const rows = await rawRows<{ a_id: number; b_id: number }>(
    trx.raw(
      `select d.a_id, d.b_id from contact_duplicate_dismissals d
       join (${recordsOf(dialectOf(trx), PAIR, ':rows')}) n on n.a_id = d.a_id and n.b_id = d.b_id`,
      {
        rows: recordsJson(
          PAIR,
          pairs.map(({ a, b }) => ({ a_id: a, b_id: b })),
        ),
      },
    ),
  );
  return new Set(rows.map(({ a_id, b_id }) => pairKey({ a: a_id, b: b_id })));
}

const COLUMNS = { ...PAIR, weight: 'integer', reasons: 'text', email_key: 'text' } as const;

export async function writePairs(trx: Knex, pairs: FoundPair[]): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map(({ a, b, weight, reasons, emailKey }) => ({
    ...{ a_id: a, b_id: b, weight },
    ...{ reasons: reasons.join(' '), email_key: emailKey },
  }));
  await trx.raw(
    `insert into contact_duplicates (a_id, b_id, weight, reasons, email_key)
     select a_id, b_id, weight, reasons, email_key
     from (${recordsOf(dialectOf(trx), COLUMNS, ':rows')}) n where true
     on conflict (a_id, b_id) do update
       set weight = excluded.weight, reasons = excluded.reasons, email_key = excluded.email_key`,
    { rows: recordsJson(COLUMNS, rows) },
  );
}

interface PairRow {
  a_document_id: string;
  b_document_id: string;
  reasons: string;
  email_key: string | null;
}

/** Both are there: contacts that went a moment ago are still to be cleaned up behind. */
const existing = (knex: Knex) =>
  knex('contact_duplicates as d')
    .join('contacts as a', 'a.id', 'd.a_id')
    .join('contacts as b', 'b.id', 'd.b_id');

/** The surest first, then the newest. */
export async function listPairs(
  knex: Knex,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<ListedPair[]> {
  const rows = await existing(knex)
    .orderBy([
      { column: 'd.weight', order: 'desc' },
      { column: 'd.a_id', order: 'desc' },
      { column: 'd.b_id', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select<PairRow[]>(
      'a.document_id as a_document_id',
      'b.document_id as b_document_id',
      'd.reasons',
      'd.email_key',
    );
  return rows.map(({ a_document_id, b_document_id, reasons, email_key }) => ({
    documentIds: [a_document_id, b_document_id],
    reasons: DUPLICATE_REASONS.filter((reason) => reasons.split(' ').includes(reason)),
    emailKey: email_key,
  }));
}

/** Counted up to a bound. */
export async function countPairs(knex: Knex, bound: number): Promise<number> {
  const some = existing(knex).select('d.a_id').limit(bound);
  const [row] = await knex.from(some.as('some')).count<{ n: number | string }[]>('* as n');
  return Number(row?.n ?? 0);
}

export async function dismissPair(trx: Knex, { a, b }: Pair, by: string | null): Promise<void> {
  await trx('contact_duplicate_dismissals')
    .insert({
      ...{ a_id: a, b_id: b, dismissed_by: by },
      dismissed_at: timestamp(dialectOf(trx), new Date()),
    })
    .onConflict(['a_id', 'b_id'])
    .ignore();
  await trx('contact_duplicates').where({ a_id: a, b_id: b }).delete();
}
