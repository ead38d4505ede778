import { z } from 'zod';
import { CONTACT_SOURCES } from '../contact';
import type { FieldError } from '../errors';
import { DEFAULT_PAGE_SIZE, filterSchema, sortSchema } from '../filter';
import { CONTACT_STATUSES } from '../status';
import { operationActor, type OperationActor, type OperationKind } from './operations';

/** What the list and the forms know of a contact. Dates are ISO 8601 in UTC. */
export const contactView = z.object({
  documentId: z.string(),
  name: z.string(),
  primaryContact: z.string(),
  secondaryContact: z.string().nullable(),
  email: z.string().nullable(),
  category: z
    .object({ documentId: z.string(), name: z.string(), color: z.string().nullable() })
    .nullable(),
  groups: z.array(
    z.object({ documentId: z.string(), name: z.string(), color: z.string().nullable() }),
  ),
  contactStatus: z.enum(CONTACT_STATUSES),
  statusReason: z.string().nullable(),
  statusChangedAt: z.string().nullable(),
  notes: z.string().nullable(),
  source: z.enum(CONTACT_SOURCES),
  customFields: z.record(z.string(), z.unknown()).nullable(),
  lastInteractionAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ContactView = z.output<typeof contactView>;

/**
 * GET /contacts. `cursor` comes from `pagination.nextCursor` / `previousCursor` and replaces `page`. A `sort` without an
 * index is refused (`sort.too-many`) when more than `SORTABLE_ROWS` contacts match.
 */
export const listQuery = filterSchema.extend({
  sort: sortSchema.optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(DEFAULT_PAGE_SIZE),
  cursor: z.string().max(2_000).optional(),
});
export type ListQuery = z.output<typeof listQuery>;
export type ListQueryInput = z.input<typeof listQuery>;

export interface Pagination {
  page: number | null;
  pageSize: number;
  pageCount: number;
  /** Exact up to 10,000 hits of a search; beyond, `totalIsExact` is false and total is the bound. */
  total: number;
  totalIsExact: boolean;
  nextCursor: string | null;
  previousCursor: string | null;
}
/** A contact that was found by a number it no longer has says which. */
export type ListedContact = ContactView & { formerNumber?: string };
export interface ListAnswer {
  results: ListedContact[];
  pagination: Pagination;
}

/** GET /contacts/total: how many match, exactly, however many they are. */
export const totalQuery = filterSchema;
export interface TotalAnswer {
  total: number;
}

/** GET /contacts/counts: hits of the same search and filters in every tab, each bounded like `total`. */
export const countsQuery = filterSchema.omit({ status: true });
export type CountsQuery = z.output<typeof countsQuery>;
export type CountsAnswer = Record<
  (typeof CONTACT_STATUSES)[number],
  { total: number; totalIsExact: boolean }
>;

export const GROUPS_MAX = 500;

/** Flat fields of the form. Values are checked field by field by the write path, so that every problem is reported. */
export const contactBody = z.object({
  name: z.string().optional(),
  primaryContact: z.string().optional(),
  secondaryContact: z.string().nullish(),
  email: z.string().nullish(),
  /** documentId */
  category: z.string().nullish(),
  /** documentIds; the complete list */
  groups: z.array(z.string()).max(GROUPS_MAX).optional(),
  notes: z.string().nullish(),
  /** By key. A key that is absent keeps its value, null takes it away. */
  customFields: z.record(z.string(), z.unknown()).nullish(),
});
export type ContactBody = z.output<typeof contactBody>;

/**
 * PUT /contacts/:documentId. `base` holds the values the editor saw. Where somebody has changed a field since
 * that is sent, and to something else, nothing is saved (`contact.changed-meanwhile`, with `editConflict` in the
 * details). Groups are added and taken away against `base` instead of replaced. Fields of `base` that are not
 * sent are only compared: the answer says which of them somebody has changed. Without `base` what is sent is
 * what is saved.
 */
export const contactEditBody = contactBody.extend({ base: contactBody.optional() });
export type ContactEditBody = z.output<typeof contactEditBody>;

/** The last change of one field; nobody and never where history does not know. */
export const fieldChange = z.object({
  /** As in field errors; `['customFields', key]` for a custom field. */
  path: z.array(z.string()),
  by: operationActor.nullable(),
  /** ISO 8601 */
  at: z.string().nullable(),
});
export type FieldChange = z.output<typeof fieldChange>;

/** What `details` of `contact.changed-meanwhile` carry beside the fields: enough to choose without asking again. */
export const editConflict = z.object({
  current: contactView,
  /** Of every field that somebody changed since, whether it is in conflict or not. */
  changes: z.array(fieldChange),
});
export type EditConflict = z.output<typeof editConflict>;

export const BATCH_MAX = 100;
/** POST /contacts/batch: all or nothing, and one change. Error paths start with `contacts, <index>`. */
export const batchBody = z.object({ contacts: z.array(contactBody).min(1).max(BATCH_MAX) });
export type BatchBody = z.output<typeof batchBody>;
export interface BatchAnswer {
  data: ContactView[];
  operationId: string;
}
export interface ContactAnswer {
  data: ContactView;
}
/** POST /contacts */
export interface ContactCreatedAnswer extends ContactAnswer {
  operationId: string;
}
export interface ContactEditAnswer extends ContactAnswer {
  /** What others changed since `base`; it is kept. */
  meanwhile: FieldChange[];
  /** null when everything was so already */
  operationId: string | null;
}

/**
 * GET /contacts/:documentId/neighbours: who stands before and behind this contact in a list; in its default order,
 * where it cannot be sorted as asked.
 */
export const neighboursQuery = filterSchema.extend({ sort: sortSchema.optional() });
export type NeighboursQuery = z.output<typeof neighboursQuery>;
export interface Neighbour {
  documentId: string;
  name: string;
}
export interface NeighboursAnswer {
  previous: Neighbour | null;
  next: Neighbour | null;
}

/** GET /contacts/:documentId/origin: what made this contact; null when history does not say. */
export interface OriginAnswer {
  data: {
    kind: OperationKind;
    by: OperationActor;
    at: string;
    /** Of an import. */
    importId: string | null;
    fileName: string | null;
  } | null;
}

/** GET /contacts/:documentId/status-change: who made the last status change; null when there was none. */
export interface StatusChangeAnswer {
  data: { by: string | null; at: string; reason: string | null; action: string } | null;
}

/** POST /contacts/check: what the form asks while one types; answers with problems only, saves nothing. */
export const checkBody = batchBody.extend({
  /** documentId of the contact being edited, whose own numbers are free to it. */
  editing: z.string().optional(),
});
export type CheckBody = z.output<typeof checkBody>;
/** Always 200: problems are what was asked for. Paths start with `contacts, <index>`, as in the batch. */
export interface CheckAnswer {
  errors: FieldError[];
}
