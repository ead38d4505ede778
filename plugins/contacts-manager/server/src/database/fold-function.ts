import type { Knex } from 'knex';
import { asciiDigits, fold } from '../../../shared/text';
import { dialectOf } from './dialect';

/** The last block of Unicode with decimal digits lies below. */
const DIGITS_END = 0x1_ffff;

/** Decimal digits of all scripts but ASCII. */
const foreignDigits = (): string[] =>
  Array.from({ length: DIGITS_END - 0x7f }, (_, index) =>
    String.fromCodePoint(0x80 + index),
  ).filter((char) => /\p{Nd}/u.test(char));

/**
 * Digits as `asciiDigits` writes them. Only texts that have some are translated: it looks through the whole list of
 * digits at each character.
 */
function postgresDigits(): string {
  const digits = foreignDigits();
  const from = digits.join('');
  const to = digits.map(asciiDigits).join('');
  return `case when value ~ '[${from}]' then translate(value, '${from}', '${to}') else value end`;
}

/**
 * Marks that `shared/text.ts` drops, and letters it writes otherwise; the two must say the same. Capitals as well,
 * because a database in the locale C lowers ASCII alone.
 */
const postgresFold = () => `create or replace function contacts_fold(value text) returns text
  language sql immutable parallel safe as $$
    select normalize(replace(replace(replace(replace(translate(
      regexp_replace(normalize(lower(normalize(${postgresDigits()}, NFKD)), NFKD),
        '[\\u0300-\\u036f\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u0640]', '', 'g'),
      'øđðħıłŋςØĐÐĦŁŊÞẞÆŒ', 'oddhilnσoddhlnþßæœ'), 'þ', 'th'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), NFC)
  $$`;

/** What a driver's connection offers beside SQL; better-sqlite3 alone does. */
interface Definer {
  function(
    name: string,
    options: { deterministic: boolean },
    body: (value: unknown) => unknown,
  ): unknown;
}
interface Connections {
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<void>;
}

const isDefiner = (value: unknown): value is Definer =>
  typeof value === 'object' && value !== null && 'function' in value;

/**
 * `contacts_fold(text)` for values that have no folded column of their own, such as those of custom fields:
 * text without case and accents. SQLite has one connection, for as long as the server lives.
 */
export async function ensureFoldFunction(trx: Knex): Promise<void> {
  if (dialectOf(trx) === 'postgres') {
    await trx.raw(postgresFold());
    return;
  }
  const connections: Connections = trx.client as Connections;
  const connection = await connections.acquireConnection();
  if (!isDefiner(connection)) throw new Error('The driver of SQLite takes no functions.');
  connection.function('contacts_fold', { deterministic: true }, (value) =>
    typeof value === 'string' ? fold(value) : value,
  );
  await connections.releaseConnection(connection);
}
