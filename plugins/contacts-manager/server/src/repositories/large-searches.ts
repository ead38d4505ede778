import type { Knex } from 'knex';
import type { ContactPredicate } from './contact-predicate';

/** For how long "more than 10,000" is believed without counting again. */
const BELIEVED_MS = 60_000;
const BELIEVED_MAX = 500;

/** Searches that had more hits than are counted, by database and predicate. */
const large = new WeakMap<object, Map<string, number>>();

const believedOf = (knex: Knex): Map<string, number> => {
  const database = knex.client as object;
  const known = large.get(database) ?? new Map<string, number>();
  large.set(database, known);
  return known;
};

export const isKnownLarge = (knex: Knex, predicate: ContactPredicate): boolean =>
  (believedOf(knex).get(JSON.stringify(predicate)) ?? 0) > Date.now();

export function rememberLarge(knex: Knex, predicate: ContactPredicate): void {
  const known = believedOf(knex);
  const [oldest] = known.keys();
  if (known.size >= BELIEVED_MAX && oldest !== undefined) known.delete(oldest);
  known.set(JSON.stringify(predicate), Date.now() + BELIEVED_MS);
}
