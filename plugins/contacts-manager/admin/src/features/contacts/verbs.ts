import {
  Archive,
  ArrowClockwise,
  ArrowRight,
  Check,
  Download,
  Minus,
  MinusCircle,
  Pencil,
  Plus,
  PriceTag,
  Trash,
} from '@strapi/icons';
import type { ComponentType, SVGProps } from 'react';
import { BULK_PERMISSIONS, type BulkAction } from '../../../../shared/contracts/bulk';
import type { Permission } from '../../../../shared/permissions';
import type { ContactStatus } from '../../../../shared/status';
import type { Rights } from '../../components/usePermissions';

/** What a dialog asks about; it works on one contact and on many. */
export type DialogVerb = BulkAction | 'export';
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
  'remove-from-groups': { right: BULK_PERMISSIONS['remove-from-groups'], Icon: Minus },
  'move-to-group': { right: BULK_PERMISSIONS['move-to-group'], Icon: ArrowRight },
  'set-category': { right: BULK_PERMISSIONS['set-category'], Icon: PriceTag },
  export: { right: 'export', Icon: Download },
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

/** Behind More, in the order of the screen: rare enough to stay out of every row's menu. */
const RARE = [
  'set-category',
  'move-to-group',
  'remove-from-groups',
  'export',
  'delete',
] as const satisfies readonly DialogVerb[];

/** The toolbar over ticked rows: the verbs of the row menu, but for the one that needs a form, and those behind More. */
export const bulkVerbs = (
  status: ContactStatus,
  may: Rights,
): { shown: DialogVerb[]; more: DialogVerb[] } => ({
  shown: rowVerbs(status, may).filter((verb): verb is DialogVerb => verb !== 'edit'),
  // Active contacts cannot go to the bin.
  more: RARE.filter(
    (verb) => may[VERBS[verb].right] && !(verb === 'delete' && status === 'active'),
  ),
});
