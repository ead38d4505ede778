import type { Knex } from 'knex';
import type { CustomField } from '../../../shared/custom-fields';
import { fieldError, Refusal } from '../../../shared/errors';
import { FIELD_PREFIX, type CollectedSort } from '../../../shared/filter';
import { readFieldValues } from '../database/field-value';
import { whereIdIn } from '../database/id-list';
import { fieldSortValue, SORTED_LENGTH, textSortValue } from '../domain/list/sort-value';
import { RECORD_TABLES, type RecordKind } from './contact-predicate';
import type { PageRow } from './contact-sorting';
import { listCustomFields } from './custom-fields';

/** What a column without an index is sorted by. */
export type SortKey =
  | { kind: 'record'; record: RecordKind }
  | { kind: 'column'; column: 'source' | 'notes' | 'last_interaction_at' }
  | { kind: 'field'; field: CustomField };

const KEYS = {
  category: { kind: 'record', record: 'category' },
  groups: { kind: 'record', record: 'group' },
  source: { kind: 'column', column: 'source' },
  notes: { kind: 'column', column: 'notes' },
  lastInteractionAt: { kind: 'column', column: 'last_interaction_at' },
} as const satisfies Partial<Record<CollectedSort, SortKey>>;

const isKnown = (sort: CollectedSort): sort is keyof typeof KEYS => Object.hasOwn(KEYS, sort);

/** Refuses a custom field that does not exist. */
export async function resolveSortKey(knex: Knex, sort: CollectedSort): Promise<SortKey> {
  if (isKnown(sort)) return KEYS[sort];
  const key = sort.slice(FIELD_PREFIX.length);
  const field = (await listCustomFields(knex)).find((one) => one.key === key);
  if (!field) throw new Refusal('request.invalid', [fieldError(['sort'], 'field.unknown')]);
  return { kind: 'field', field };
}

/** The contacts with what they are sorted by; those that are gone are left out. */
export async function readSortValues(
  knex: Knex,
  key: SortKey,
  contactIds: number[],
): Promise<PageRow[]> {
  if (key.kind === 'record') return readFirstNames(knex, key.record, contactIds);
  const query = knex('contacts as c');
  whereIdIn(query, knex, 'c.id', contactIds);
  if (key.kind === 'field') {
    const rows = await readFieldValues(query, knex, key.field, SORTED_LENGTH);
    return rows.map(({ id, value }) => ({ id, value: fieldSortValue(key.field, value) }));
  }
  const isTime = key.column === 'last_interaction_at';
  const value = isTime ? '??' : `substr(??, 1, ${SORTED_LENGTH})`;
  const rows = await query.select<{ id: number; value: unknown }[]>(
    'c.id',
    knex.raw(`${value} as value`, [`c.${key.column}`]),
  );
  const sortValue = isTime ? timeSortValue : textSortValue;
  return rows.map(({ id, value }) => ({ id, value: sortValue(value) }));
}

const timeSortValue = (stored: unknown): number | null =>
  stored instanceof Date || typeof stored === 'number' ? new Date(stored).getTime() : null;

/** By the name that the cell shows first. */
async function readFirstNames(
  knex: Knex,
  kind: RecordKind,
  contactIds: number[],
): Promise<PageRow[]> {
  const { links, records, column } = RECORD_TABLES[kind];
  const query = knex(`${links} as l`)
    .join(`${records} as r`, 'r.id', `l.${column}`)
    .select<{ id: number; value: string }[]>(
      { id: 'l.contact_id' },
      knex.raw('min(r.name_key) as value'),
    )
    .groupBy('l.contact_id');
  whereIdIn(query, knex, 'l.contact_id', contactIds);
  const nameOf = new Map((await query).map(({ id, value }) => [id, textSortValue(value)]));
  return contactIds.map((id) => ({ id, value: nameOf.get(id) ?? null }));
}
