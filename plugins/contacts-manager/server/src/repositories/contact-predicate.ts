import type { Knex } from 'knex';
import type { ContactSource } from '../../../shared/contact';
import type { FieldTest } from '../../../shared/field-conditions';
import type { SearchTerm } from '../../../shared/search';
import type { ContactStatus } from '../../../shared/status';
import { whereField } from '../database/field-predicate';
import { whereIdIn } from '../database/id-list';
import { whereTextMatches } from '../database/search-predicate';
import { whereTime } from '../database/timestamps';
import type { TimeRange } from '../domain/list/time-range';
import type { FormerOwner } from './former-phones';

/**
 * A filter with its records resolved to row ids: what list, counts and bulk changes ask the database. Null and
 * empty lists narrow nothing, but for the lists that say otherwise. `resolve-predicate.ts` makes it.
 */
export interface ContactPredicate {
  status: ContactStatus | null;
  terms: SearchTerm[];
  /** Had the number that the terms name, and so match them as well. */
  former: FormerOwner[];
  /** Any of these; empty when none of those asked for exists, and so nobody. */
  categories: number[] | null;
  /** In any of each list, the one with the fewest members first; an empty list means nobody. */
  groups: number[][];
  groupsNone: number[];
  sources: ContactSource[];
  created: TimeRange | null;
  statusChanged: TimeRange | null;
  presence: { column: 'email' | 'secondary_contact'; isThere: boolean }[];
  /** Row ids of those who have the numbers asked for; empty means nobody. */
  numbers: number[] | null;
  fields: FieldTest[];
  /** Any of these; empty means nobody. */
  views: ContactPredicate[] | null;
}

export const RECORD_TABLES = {
  category: {
    records: 'contact_categories',
    links: 'contacts_category_lnk',
    column: 'category_id',
  },
  group: { records: 'contact_groups', links: 'contacts_groups_lnk', column: 'group_id' },
} as const;
export type RecordKind = keyof typeof RECORD_TABLES;

/** Conditions beside the status. */
export type Condition = Exclude<keyof ContactPredicate, 'status' | 'former' | 'terms'> | 'search';

/** Which of them narrow: a new one that is forgotten here or below does not compile. */
export function conditionsOf(predicate: ContactPredicate): Condition[] {
  const narrows: Record<Condition, boolean> = {
    search: predicate.terms.length > 0,
    categories: predicate.categories !== null,
    groups: predicate.groups.length > 0,
    groupsNone: predicate.groupsNone.length > 0,
    sources: predicate.sources.length > 0,
    created: predicate.created !== null,
    statusChanged: predicate.statusChanged !== null,
    presence: predicate.presence.length > 0,
    numbers: predicate.numbers !== null,
    fields: predicate.fields.length > 0,
    views: predicate.views !== null,
  };
  return (Object.keys(narrows) as Condition[]).filter((name) => narrows[name]);
}

/** Whether a status is all that is asked for. */
export const isPlain = (predicate: ContactPredicate): boolean =>
  conditionsOf(predicate).length === 0;

/** Whether this condition is all that is asked for beside the status. */
export const isOnly = (predicate: ContactPredicate, condition: Condition): boolean => {
  const [first, ...others] = conditionsOf(predicate);
  return first === condition && others.length === 0;
};

/** Columns of contacts that the conditions beside the status look at. */
export function columnsRead(predicate: ContactPredicate): string[] {
  const columns = new Set<string>(predicate.presence.map(({ column }) => column));
  if (predicate.terms.length > 0) columns.add('search_text');
  if (predicate.sources.length > 0) columns.add('source');
  if (predicate.created) columns.add('created_at');
  if (predicate.statusChanged) columns.add('status_changed_at');
  if (predicate.fields.length > 0) columns.add('custom_fields');
  for (const view of predicate.views ?? []) {
    for (const column of columnsRead(view)) columns.add(column);
  }
  return [...columns];
}

/**
 * Texts of custom fields that are folded for each contact, by far the longest part of a statement; those of views count
 * too, because a contact that is in none of them is asked all of them.
 */
export const countFoldedTexts = ({ fields, views }: ContactPredicate): number =>
  fields.filter(({ kind }) => kind === 'text-is' || kind === 'text-contains').length +
  (views ?? []).reduce((sum, view) => sum + countFoldedTexts(view), 0);

/** A part of the predicate that the caller's FROM guarantees already. */
export type Served = 'status' | 'search' | 'categories';

/**
 * The one meaning of a filter: adds its conditions to a query in which the contacts table is `c`.
 * Everything that lists, counts, changes or exports "what matches" goes through here.
 */
export function applyFilter(
  query: Knex.QueryBuilder,
  knex: Knex,
  predicate: ContactPredicate,
  served: readonly Served[] = [],
): void {
  const { status, categories, presence, sources, numbers, views } = predicate;
  if (status && !served.includes('status')) void query.where('c.contact_status', status);
  if (numbers) whereIdIn(query, knex, 'c.id', numbers);
  if (categories && !served.includes('categories')) {
    whereLinked(query, knex, 'category', categories);
  }
  for (const any of predicate.groups) whereLinked(query, knex, 'group', any);
  if (predicate.groupsNone.length > 0) {
    void query.whereNotExists(linksOf(knex, 'group', predicate.groupsNone));
  }
  if (sources.length > 0) void query.whereIn('c.source', sources);
  whereTime(query, knex, 'c.created_at', predicate.created);
  whereTime(query, knex, 'c.status_changed_at', predicate.statusChanged);
  for (const { column, isThere } of presence) {
    void (isThere ? query.whereNotNull(`c.${column}`) : query.whereNull(`c.${column}`));
  }
  // Last: reading a text costs more than looking into an index, and SQLite keeps this order.
  for (const test of predicate.fields) whereField(query, knex, test);
  if (!served.includes('search')) whereFound(query, knex, predicate);
  if (views) whereInViews(query, knex, views);
}

const linksOf = (knex: Knex, kind: RecordKind, ids: number[]): Knex.QueryBuilder => {
  const { links, column } = RECORD_TABLES[kind];
  return knex(`${links} as l`)
    .select(knex.raw('1'))
    .whereRaw('l.contact_id = c.id')
    .whereIn(`l.${column}`, ids);
};

function whereLinked(query: Knex.QueryBuilder, knex: Knex, kind: RecordKind, ids: number[]): void {
  void query.whereExists(linksOf(knex, kind, ids));
}

/** By the text, or by a number it had before. */
function whereFound(
  query: Knex.QueryBuilder,
  knex: Knex,
  { terms, former }: ContactPredicate,
): void {
  if (former.length === 0) {
    whereTextMatches(query, knex, terms, 'c.search_text');
    return;
  }
  void query.where((found) => {
    void found.where((text) => whereTextMatches(text, knex, terms, 'c.search_text'));
    void found.orWhere((number) => whereIdIn(number, knex, 'c.id', idsOf(former)));
  });
}

export const idsOf = (former: FormerOwner[]): number[] => former.map(({ contactId }) => contactId);

function whereInViews(query: Knex.QueryBuilder, knex: Knex, views: ContactPredicate[]): void {
  void query.where((any) => {
    if (views.length === 0) void any.whereRaw('1 = 0');
    for (const view of views) {
      void any.orWhere((one) => {
        // A view that narrows nothing has everybody in it; an empty bracket would be no SQL.
        void one.whereRaw('1 = 1');
        applyFilter(one, knex, view);
      });
    }
  });
}
