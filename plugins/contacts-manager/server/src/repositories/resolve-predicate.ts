import type { Knex } from 'knex';
import { readFieldCondition, type FieldTest } from '../../../shared/field-conditions';
import { fieldError, Refusal, type FieldError } from '../../../shared/errors';
import type { ContactFilter, FieldCondition } from '../../../shared/filter';
import { parsePhone, readCountry } from '../../../shared/phone';
import { whereTextIn } from '../database/id-list';
import { readTimeRange } from '../domain/list/time-range';
import { RECORD_TABLES, type ContactPredicate, type RecordKind } from './contact-predicate';
import { listCustomFields } from './custom-fields';
import { findFormerOwners } from './former-phones';
import { findPhoneOwners } from './phone-owners';
import { loadGroupFilters } from './saved-views';
import { readSearch } from './search-terms';
import { loadSettings } from './settings';
import { countMembers, noCounts, sumOf } from './tallies';

/** Row ids of categories or groups by documentId. Those that do not exist are left out. */
async function findRecordIds(
  knex: Knex,
  kind: RecordKind,
  documentIds: string[],
): Promise<Map<string, number>> {
  if (documentIds.length === 0) return new Map();
  const query = knex<{ id: number; document_id: string }>(RECORD_TABLES[kind].records);
  whereTextIn(query, knex, 'document_id', documentIds);
  const rows = await query.select('id', 'document_id').orderBy('id');
  return new Map(rows.map(({ id, document_id }) => [document_id, id]));
}

async function resolveGroups(
  knex: Knex,
  { groups, groupsAll, groupsNone }: ContactFilter,
): Promise<Pick<ContactPredicate, 'groups' | 'groupsNone'>> {
  const ids = await findRecordIds(knex, 'group', [...groups, ...groupsAll, ...groupsNone]);
  const known = (documentIds: string[]) =>
    [...new Set(documentIds)].flatMap((documentId) => ids.get(documentId) ?? []);
  const lists = [
    ...(groups.length > 0 ? [known(groups)] : []),
    ...groupsAll.map((documentId) => known([documentId])),
  ];
  const excluded = known(groupsNone);
  // Nobody knows any more whom a group that is gone was to keep out: then there is nobody, not everybody.
  if (excluded.length < new Set(groupsNone).size) return { groups: [[]], groupsNone: [] };
  return { groups: await fewestFirst(knex, lists), groupsNone: excluded };
}

async function fewestFirst(knex: Knex, lists: number[][]): Promise<number[][]> {
  if (lists.length < 2) return lists;
  const members = await countMembers(knex, 'group', lists.flat());
  const sizeOf = (ids: number[]) =>
    ids.reduce((sum, id) => sum + sumOf(members.get(id) ?? noCounts()), 0);
  return lists.toSorted((left, right) => sizeOf(left) - sizeOf(right));
}

/** Numbers that cannot be read belong to nobody. */
async function findNumberOwners(knex: Knex, numbers: string[]): Promise<number[] | null> {
  if (numbers.length === 0) return null;
  const defaultCountry = readCountry((await loadSettings(knex)).defaultCountry);
  const phones = numbers.flatMap((number) => {
    const parsed = parsePhone(number, defaultCountry ? { defaultCountry } : {});
    return parsed.ok ? [parsed.phone] : [];
  });
  const owners = await findPhoneOwners(knex, [...new Set(phones)]);
  const ids = [...owners.values()].flat().map(({ contactId }) => contactId);
  return [...new Set(ids)].sort((left, right) => left - right);
}

async function readFieldTests(knex: Knex, conditions: FieldCondition[]): Promise<FieldTest[]> {
  if (conditions.length === 0) return [];
  const fields = new Map((await listCustomFields(knex)).map((field) => [field.key, field]));
  const problems: FieldError[] = [];
  const tests = conditions.flatMap((condition, index) => {
    const field = fields.get(condition.key);
    const test = field && readFieldCondition(field, condition);
    if (!test) {
      problems.push(fieldError(['fields', index], field ? 'request.invalid' : 'field.unknown'));
    }
    return test ?? [];
  });
  // A condition that is left out would turn "these few" into "everybody".
  if (problems.length > 0) throw new Refusal('request.invalid', problems);
  return tests;
}

async function resolveViews(knex: Knex, documentIds: string[]): Promise<ContactPredicate[] | null> {
  if (documentIds.length === 0) return null;
  const predicates: ContactPredicate[] = [];
  for (const filter of await loadGroupFilters(knex, documentIds)) {
    // As a group a view has members in every tab, and no view inside it, whoever wrote the row.
    const predicate = await resolveView(knex, { ...filter, status: undefined, views: [] });
    if (predicate) predicates.push(predicate);
  }
  return predicates;
}

/** Null for a view about a custom field that was deleted: it has no members, rather than stopping the list. */
async function resolveView(knex: Knex, filter: ContactFilter): Promise<ContactPredicate | null> {
  try {
    return await resolvePredicate(knex, filter);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const yesNo = (column: 'email' | 'secondary_contact', answer: 'yes' | 'no' | undefined) =>
  answer ? [{ column, isThere: answer === 'yes' }] : [];

/** What a filter means at this moment. Refuses conditions on custom fields that do not exist or do not fit. */
export async function resolvePredicate(
  knex: Knex,
  filter: ContactFilter,
): Promise<ContactPredicate> {
  const terms = await readSearch(knex, filter.search ?? '');
  const categories = [...(await findRecordIds(knex, 'category', filter.category)).values()];
  return {
    status: filter.status ?? null,
    terms,
    former: await findFormerOwners(knex, terms),
    categories: filter.category.length > 0 ? categories : null,
    ...(await resolveGroups(knex, filter)),
    sources: filter.source,
    created: readTimeRange(filter.createdFrom, filter.createdTo),
    statusChanged: readTimeRange(filter.statusChangedFrom, filter.statusChangedTo),
    presence: [
      ...yesNo('email', filter.hasEmail),
      ...yesNo('secondary_contact', filter.hasSecondary),
    ],
    numbers: await findNumberOwners(knex, filter.numbers),
    fields: await readFieldTests(knex, filter.fields),
    views: await resolveViews(knex, filter.views),
  };
}
