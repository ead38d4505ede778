import { Archive, ArrowClockwise, Check, MinusCircle, Pencil, Plus, Trash } from '@strapi/icons';
import type { ComponentType, SVGProps } from 'react';
import { BULK_PERMISSIONS, type BulkAction } from '../../../../shared/contracts/bulk';
import type { Permission } from '../../../../shared/permissions';
import type { ContactStatus, StatusAction } from '../../../../shared/status';
import type { Rights } from '../../components/usePermissions';

/** What a dialog asks about; it works on one contact and on many. */
export type DialogVerb = StatusAction | Extract<BulkAction, 'add-to-groups' | 'delete'>;
export type Verb = 'edit' | DialogVerb;

interface VerbLook {
  right: Permission;
  Icon: ComponentType<SVGProps<SVGSVGElement>>;
}

export const VERBS = {
  edit: { right: 'update', Icon: Pencil },
  archive: { right: BULK_PERMISSIONS.archive, Icon: Archive },
  activate: { right: BULK_PERMISSIONS.activate, Icon: ArrowClockwise },
  block: { right: BULK_PERMISSIONS.block, Icon: MinusCircle },
  unblock: { right: BULK_PERMISSIONS.unblock, Icon: Check },
  'add-to-groups': { right: BULK_PERMISSIONS['add-to-groups'], Icon: Plus },
  delete: { right: BULK_PERMISSIONS.delete, Icon: Trash },
} as const satisfies Record<Verb, VerbLook>;

/** The row menu of each tab, in the order of the screen. */
const MENUS = {
  active: ['edit', 'archive', 'block', 'add-to-groups'],
  archived: ['edit', 'activate', 'block', 'add-to-groups'],
  blocked: ['edit', 'unblock', 'add-to-groups'],
} as const satisfies Record<ContactStatus, readonly Verb[]>;

export const rowVerbs = (status: ContactStatus, may: Rights): Verb[] =>
  MENUS[status].filter((verb) => may[VERBS[verb].right]);

/**
 * The toolbar over ticked rows has the same verbs, but for the one that needs a form, and the bin for those
 * that may go there: rare enough to stay out of every row's menu.
 */
export const bulkVerbs = (status: ContactStatus, may: Rights): DialogVerb[] => [
  ...rowVerbs(status, may).filter((verb): verb is DialogVerb => verb !== 'edit'),
  ...(status !== 'active' && may[VERBS.delete.right] ? ['delete' as const] : []),
];
