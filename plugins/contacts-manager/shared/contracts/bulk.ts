import { z } from 'zod';
import type { Permission } from '../permissions';
import { selectionSchema } from '../selection';
import { STATUS_ACTION_NAMES } from '../status';
import type { ListedContact, SkippedContact } from './operations';

export const BULK_ACTIONS = [
  ...STATUS_ACTION_NAMES,
  'add-to-groups',
  'remove-from-groups',
  'move-to-group',
  'set-category',
  'delete',
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** The right each action asks for; the route checks it and the buttons follow it. */
export const BULK_PERMISSIONS = {
  archive: 'archive',
  activate: 'archive',
  block: 'block',
  unblock: 'block',
  'add-to-groups': 'update',
  'remove-from-groups': 'update',
  'move-to-group': 'update',
  'set-category': 'update',
  delete: 'delete',
} as const satisfies Record<BulkAction, Permission>;

/** POST /contacts/bulk */
export const bulkBody = z.object({
  action: z.enum(BULK_ACTIONS),
  selection: selectionSchema,
  reason: z.string().nullish(),
  /** documentIds, for add-to-groups, remove-from-groups and, as those to be in afterwards, move-to-group */
  groups: z.array(z.string()).max(200).optional(),
  /** documentIds of the groups to leave, for move-to-group */
  fromGroups: z.array(z.string()).max(200).optional(),
  /** documentId, or null to take the category away, for set-category */
  category: z.string().nullish(),
  dryRun: z.boolean().default(false),
});
export type BulkBody = z.output<typeof bulkBody>;
export type BulkBodyInput = z.input<typeof bulkBody>;

/** `running`: the change is made off the request; GET /operations/:id tells how far it is. */
export interface BulkAnswer {
  operationId: string | null;
  state: 'running' | 'done';
  applied: number;
  skippedCount: number;
  /** The first 1,000. */
  skipped: SkippedContact[];
  /** Of an undo: those taken back, the first 1,000, whose other fields were changed since, and keep what they have. */
  newer?: ListedContact[];
  newerCount?: number;
  /** Dry run only: how many groups the contacts that would change are in, for the dialog. */
  touches?: { groups: { documentId: string; name: string; count: number }[] };
}
