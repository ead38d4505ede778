import { z } from 'zod';
import type { ErrorCode } from '../errors';
import type { Permission } from '../permissions';
import { STATUS_ACTION_NAMES } from '../status';
import { BULK_PERMISSIONS } from './bulk';

/** What one change did. Screens say "Change". */
export const OPERATION_KINDS = [
  'create',
  'update',
  ...STATUS_ACTION_NAMES,
  'add-to-groups',
  'remove-from-groups',
  'move-to-group',
  'set-category',
  'delete',
  'restore',
  'delete-group',
  'delete-category',
  'merge',
  'merge-groups',
  'merge-categories',
  'import',
  'undo',
] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** The rights a change took; undoing it takes the same. An undo counts as what it undid. */
export const OPERATION_PERMISSIONS = {
  ...BULK_PERMISSIONS,
  create: 'create',
  update: 'update',
  restore: 'delete',
  'delete-group': 'groups',
  'delete-category': 'categories',
  // One of two contacts goes.
  merge: ['update', 'delete'],
  'merge-groups': 'groups',
  'merge-categories': 'categories',
  import: 'import',
} as const satisfies Record<
  Exclude<OperationKind, 'undo'>,
  Permission | readonly [Permission, ...Permission[]]
>;

export const OPERATION_STATES = ['running', 'done', 'cancelled'] as const;
export type OperationState = (typeof OPERATION_STATES)[number];

/** Why a contact was left out of a change. */
export type SkipCode = ErrorCode | 'unchanged';
export interface ListedContact {
  documentId: string;
  name: string;
}
export interface SkippedContact extends ListedContact {
  code: SkipCode;
}

/** Answers name at most this many skipped contacts, of those with newer values as many, and History keeps them. */
export const SKIPPED_LISTED = 1_000;

/** A category or group as changes keep it. */
const recordRef = z.object({ documentId: z.string(), name: z.string() });
export type RecordRef = z.output<typeof recordRef>;

/** What a change was asked for, so that screens can say it. Every part is there only where it has a meaning. */
export const operationParams = z.object({
  groups: z.array(recordRef).optional(),
  fromGroups: z.array(recordRef).optional(),
  category: recordRef.nullish(),
  /** A deleted category or group: all that it takes to make it again. */
  record: recordRef
    .extend({
      description: z.string().nullable(),
      color: z.string().nullable(),
      createdAt: z.string().optional(),
    })
    .optional(),
  /** Of a merge of two categories or groups: the one that stays. */
  into: recordRef.optional(),
  /** Of a merge of two contacts, and of what undid it: who stays and who goes. */
  merge: z.object({ kept: recordRef, gone: recordRef }).optional(),
  importId: z.string().optional(),
  fileName: z.string().optional(),
  /** Of an undo: what it undoes. */
  undoes: z.object({ operationId: z.string(), kind: z.enum(OPERATION_KINDS) }).optional(),
});
export type OperationParams = z.output<typeof operationParams>;

export const operationActor = z.object({
  type: z.enum(['admin', 'api-token', 'user', 'system']),
  id: z.string().nullable(),
  name: z.string().nullable(),
});
export type OperationActor = z.output<typeof operationActor>;

/** Whether a change can be taken back, and if not, why. `until`: ISO 8601. */
export type UndoView =
  | { state: 'possible'; until: string }
  | { state: 'undone'; operationId: string }
  | { state: 'running' | 'expired' | 'nothing' };

/** GET /operations, one line of it. */
export interface OperationView {
  operationId: string;
  kind: OperationKind;
  state: OperationState;
  /** 0 to 1 */
  progress: number;
  applied: number;
  skippedCount: number;
  /** Of an undo: how many were taken back, and keep newer values of other fields. */
  newerCount: number;
  actor: OperationActor;
  reason: string | null;
  params: OperationParams;
  createdAt: string;
  finishedAt: string | null;
  undo: UndoView;
}

/** GET /operations/:id */
export interface OperationAnswer extends OperationView {
  /** The first 1,000. */
  skipped: SkippedContact[];
  /** Of an undo, the first 1,000 that keep newer values of other fields than it took back. */
  newer: ListedContact[];
}

const isoDate = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** GET /operations: newest first. Both ends are inclusive; a day counts whole (UTC). `actor` is an admin's id. */
export const operationsQuery = z.object({
  kind: z
    .union([z.enum(OPERATION_KINDS), z.array(z.enum(OPERATION_KINDS))])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat())),
  actor: z.string().max(64).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  /** documentId */
  contact: z.string().max(64).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
export type OperationsQuery = z.output<typeof operationsQuery>;
export type OperationsQueryInput = z.input<typeof operationsQuery>;

export interface OperationsAnswer {
  results: OperationView[];
  pagination: { page: number; pageSize: number; total: number };
}

/** Attributes of a contact before and after, only those that changed; null before it existed or after it went. */
export interface ChangedContact {
  documentId: string | null;
  name: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
export type PageQuery = z.output<typeof pageQuery>;

/** GET /operations/:id/contacts: who was changed, and how. */
export interface ChangedContactsAnswer {
  results: ChangedContact[];
  pagination: { page: number; pageSize: number; total: number };
}

/** GET /contacts/:documentId/timeline: every change of one contact, newest first. */
export interface TimelineEntry {
  operation: OperationView;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** Name of the contact it happened to, when that one was merged into this one; null for this one's own. */
  mergedFrom: string | null;
}
export interface TimelineAnswer {
  results: TimelineEntry[];
  pagination: { page: number; pageSize: number; total: number };
}

/** GET /operations/people: who has changed something, for the filter. */
export interface OperationPeopleAnswer {
  results: { id: string; name: string }[];
}
