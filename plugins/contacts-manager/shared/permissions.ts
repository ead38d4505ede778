/**
 * Every right of the product, once: the action provider, the routes, the menu and the buttons read this list.
 * `subCategory` and `displayName` appear in Settings → Roles.
 */
export const PERMISSIONS = {
  read: { displayName: 'Read contacts', subCategory: 'contacts' },
  create: { displayName: 'Add contacts', subCategory: 'contacts' },
  update: { displayName: 'Edit contacts, assign category and groups', subCategory: 'contacts' },
  archive: { displayName: 'Archive and activate', subCategory: 'contacts' },
  block: { displayName: 'Block and unblock', subCategory: 'contacts' },
  // Merging takes this right and `update`: one of the two contacts goes.
  delete: { displayName: 'Move to bin, restore and merge', subCategory: 'contacts' },
  import: { displayName: 'Import from Excel and CSV', subCategory: 'contacts' },
  export: { displayName: 'Export', subCategory: 'contacts' },
  groups: { displayName: 'Manage groups', subCategory: 'organisation' },
  categories: { displayName: 'Manage categories', subCategory: 'organisation' },
  history: { displayName: 'See all changes', subCategory: 'oversight' },
  insights: { displayName: 'See insights', subCategory: 'oversight' },
  privacy: { displayName: 'Privacy requests', subCategory: 'oversight' },
  settings: { displayName: 'Change settings', subCategory: 'oversight' },
} as const;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

/** The action id Strapi stores, such as `plugin::contacts-manager.read`. */
export const actionId = (permission: Permission) =>
  `plugin::contacts-manager.${permission}` as const;

export const ROLES = {
  'contacts-manager': {
    name: 'Contacts Manager',
    description: 'Keeps the contact directory: everything but privacy and settings.',
    permissions: PERMISSION_NAMES.filter((name) => name !== 'privacy' && name !== 'settings'),
  },
  'contacts-agent': {
    name: 'Contacts Agent',
    description: 'Finds, adds and corrects contacts and puts them in groups.',
    permissions: ['read', 'create', 'update'],
  },
} as const satisfies Record<
  string,
  { name: string; description: string; permissions: readonly Permission[] }
>;
