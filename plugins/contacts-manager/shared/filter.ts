import { z } from 'zod';
import { CONTACT_SOURCES } from './contact';
import { FIELD_KEY } from './custom-fields';
import { CONTACT_STATUSES } from './status';

/** Characters that are searched by; a name may be longer. */
export const SEARCH_MAX = 200;

const listOf = <T extends z.ZodType<string | FieldCondition>>(one: T, max = 200) =>
  z
    .union([one, z.array(one).min(1).max(max)])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat()));

const oneOrMany = listOf(z.string().min(1));

/**
 * How a custom field is compared. `is` (text without regard to case and accents), `contains` (texts), `from` and `to`
 * (numbers and dates, both inclusive), `in` (any of these options, a JSON array), `filled`, `empty` (no value).
 */
export const FIELD_OPERATORS = ['is', 'contains', 'from', 'to', 'in', 'filled', 'empty'] as const;
export type FieldOperator = (typeof FIELD_OPERATORS)[number];
export interface FieldCondition {
  key: string;
  operator: FieldOperator;
  value: string;
}

/** Written `key:operator:value`, in addresses and in JSON alike; the value may hold colons. */
const fieldCondition = z.string().transform((text, context): FieldCondition => {
  const [key = '', operator, ...value] = text.split(':');
  const known = FIELD_OPERATORS.find((name) => name === operator);
  if (FIELD_KEY.test(key) && known && text.length <= 2_000) {
    return { key, operator: known, value: value.join(':') };
  }
  context.addIssue({ code: 'custom', message: 'request.invalid' });
  return z.NEVER;
});
export const writeFieldCondition = ({ key, operator, value }: FieldCondition): string =>
  `${key}:${operator}:${value}`;

/** A day counts whole (UTC), an instant is exact. The screens ask by instants, for the days of their reader. */
const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional();
const yesNo = z.enum(['yes', 'no']).optional();

/** Which contacts. The same value drives list, count, bulk actions, export and audience. */
export const filterSchema = z.object({
  status: z.enum(CONTACT_STATUSES).optional(),
  search: z.string().max(SEARCH_MAX).optional(),
  /** documentIds; a list means any of them. */
  category: oneOrMany,
  groups: oneOrMany,
  /** documentIds of groups a contact must all be in. */
  groupsAll: oneOrMany,
  /** documentIds of groups a contact must not be in. */
  groupsNone: oneOrMany,
  source: listOf(z.enum(CONTACT_SOURCES)),
  /** Both ends inclusive. */
  createdFrom: moment,
  createdTo: moment,
  statusChangedFrom: moment,
  statusChangedTo: moment,
  hasEmail: yesNo,
  hasSecondary: yesNo,
  /** Phone numbers in any spelling that a form takes; contacts that have any of them, in either slot. */
  numbers: listOf(z.string().min(1).max(50), 1_000),
  /** Custom fields; every condition must hold. */
  fields: listOf(fieldCondition, 20),
  /** documentIds of saved views that are used as groups; contacts that match any of them. */
  views: listOf(z.string().min(1), 20),
});
export type ContactFilter = z.output<typeof filterSchema>;
export type ContactFilterInput = z.input<typeof filterSchema>;

/** A filter as it is asked for again: what narrows nothing is left out. */
export function writeFilter({ fields, ...filter }: Partial<ContactFilter>): ContactFilterInput {
  const given = Object.entries(filter).filter(([, value]: [string, unknown]) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '',
  );
  return {
    ...Object.fromEntries(given),
    ...(fields?.length && { fields: fields.map(writeFieldCondition) }),
  };
}

/** Columns that an index keeps in order, however large the directory is. */
export const INDEXED_SORTS = [
  'createdAt',
  'name',
  'primaryContact',
  'secondaryContact',
  'email',
  'contactStatus',
  'statusChangedAt',
  'updatedAt',
] as const;
/** Columns that have to be collected and sorted, as custom fields have to be. */
const COLLECTED_SORTS = ['category', 'groups', 'source', 'lastInteractionAt', 'notes'] as const;
/** So many contacts, and no more, are collected and sorted. */
export const SORTABLE_ROWS = 50_000;

export const FIELD_PREFIX = 'customFields.';
export type IndexedSort = (typeof INDEXED_SORTS)[number];
export type FieldSort = `${typeof FIELD_PREFIX}${string}`;
export type CollectedSort = (typeof COLLECTED_SORTS)[number] | FieldSort;
export type SortField = IndexedSort | CollectedSort;
export interface ContactSort<Field extends SortField = SortField> {
  field: Field;
  direction: 'asc' | 'desc';
}
export const DEFAULT_SORT: ContactSort<IndexedSort> = { field: 'createdAt', direction: 'desc' };

export const isIndexedSort = (field: SortField): field is IndexedSort =>
  INDEXED_SORTS.some((indexed) => indexed === field);

/** `customFields.<key>` names a custom field, as in the columns of the list. */
export const sortFieldSchema = z.union([
  z.enum([...INDEXED_SORTS, ...COLLECTED_SORTS]),
  z.templateLiteral([FIELD_PREFIX, z.string().regex(FIELD_KEY)]),
]);
export const sortDirectionSchema = z.enum(['asc', 'desc']);

/** `field:direction` */
export const sortTextSchema = z.templateLiteral([sortFieldSchema, ':', sortDirectionSchema]);
export const sortSchema = sortTextSchema.transform((value): ContactSort => {
  const [field, direction] = value.split(':') as [SortField, ContactSort['direction']];
  return { field, direction };
});

export const PAGE_SIZES = [10, 25, 50, 100] as const;
export type PageSize = (typeof PAGE_SIZES)[number];
export const DEFAULT_PAGE_SIZE = 25;
