import type { Core } from '@strapi/strapi';
import { PERMISSION_NAMES, PERMISSIONS } from '../../shared/permissions';
import { workRunnerOf } from './services/work/service';
import { replaceQuickSearch } from './services/quick-search';

/** What the plugin uses of Strapi's own service. */
interface PermissionService {
  actionProvider: { registerMany(actions: object[]): Promise<void> };
}

export default async ({ strapi }: { strapi: Core.Strapi }) => {
  const permissions = strapi.service('admin::permission') as PermissionService;
  await permissions.actionProvider.registerMany(
    PERMISSION_NAMES.map((uid) => ({
      section: 'plugins',
      pluginName: 'contacts-manager',
      uid,
      ...PERMISSIONS[uid],
    })),
  );
  replaceQuickSearch(strapi);
  workRunnerOf(strapi).start();
};
