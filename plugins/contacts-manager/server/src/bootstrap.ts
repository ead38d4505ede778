import type { Core } from '@strapi/strapi';
import { PERMISSION_NAMES, PERMISSIONS } from '../../shared/permissions';
import { importRunnerOf } from './services/imports/service';
import { replaceQuickSearch } from './services/quick-search';

export default async ({ strapi }: { strapi: Core.Strapi }) => {
  await strapi.service('admin::permission').actionProvider.registerMany(
    PERMISSION_NAMES.map((uid) => ({
      section: 'plugins',
      pluginName: 'contacts-manager',
      uid,
      ...PERMISSIONS[uid],
    })),
  );
  replaceQuickSearch(strapi);
  importRunnerOf(strapi).start();
};
