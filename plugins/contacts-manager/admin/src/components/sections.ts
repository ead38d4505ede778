import { CONTACT_STATUSES } from '../../../shared/status';
import type { Permission } from '../../../shared/permissions';
import type { TextKey } from './useText';

interface Section {
  /** Below the plugin's root path. */
  path: string;
  label: TextKey;
}

/** The tabs, in the order of the screen. */
export const TABS = [
  ...CONTACT_STATUSES.map((status) => ({ path: status, label: `tab.${status}` as const })),
  { path: 'groups', label: 'tab.groups' },
] as const satisfies readonly Section[];

/** Pages under More, each with the right it takes. */
export const MORE_PAGES = [
  { path: 'categories', label: 'nav.categories', right: 'categories' },
  { path: 'imports', label: 'nav.imports', right: 'import' },
  { path: 'history', label: 'nav.history', right: 'history' },
  { path: 'duplicates', label: 'nav.duplicates', right: 'update' },
  { path: 'bin', label: 'nav.bin', right: 'delete' },
] as const satisfies readonly (Section & { right: Permission })[];
