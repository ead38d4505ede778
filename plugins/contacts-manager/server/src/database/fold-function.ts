import type { Knex } from 'knex';
import { fold } from '../../../shared/text';
import { dialectOf } from './dialect';

/**
 * Marks that `shared/text.ts` drops, and letters it writes otherwise; the two must say the same. Capitals as well,
 * because a database in the locale C lowers ASCII alone.
 */
const POSTGRES = `create or replace function contacts_fold(value text) returns text
  language sql immutable parallel safe as $$
    select normalize(replace(replace(replace(replace(translate(
      regexp_replace(normalize(lower(normalize(value, NFKD)), NFKD),
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
    await trx.raw(POSTGRES);
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
