import { STATUS_ACTION_NAMES } from '../status';

/** What one change did. Screens say "Change". */
export const OPERATION_KINDS = [
  'create',
  'update',
  ...STATUS_ACTION_NAMES,
  'add-to-groups',
  'remove-from-groups',
  'set-category',
  'delete-group',
  'delete-category',
  'import',
] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

export const OPERATION_STATES = ['running', 'done', 'cancelled'] as const;
export type OperationState = (typeof OPERATION_STATES)[number];
