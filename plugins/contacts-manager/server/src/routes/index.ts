import { categoryRoutes } from './categories';
import { contactRoutes } from './contacts';
import { contentApiRoutes } from './content-api';
import { customFieldRoutes } from './custom-fields';
import { exportRoutes } from './exports';
import { duplicateRoutes } from './duplicates';
import { groupRoutes } from './groups';
import { importRoutes } from './imports';
import { operationRoutes } from './operations';
import { settingsRoutes } from './settings';
import { viewRoutes } from './views';

/** Strapi puts `/contacts-manager` before every admin path and `/api/contacts-manager` before the others. */
export default {
  admin: {
    type: 'admin' as const,
    routes: [
      ...contactRoutes,
      ...groupRoutes,
      ...categoryRoutes,
      ...customFieldRoutes,
      ...importRoutes,
      ...operationRoutes,
      ...viewRoutes,
      ...settingsRoutes,
      ...exportRoutes,
      ...duplicateRoutes,
    ],
  },
  'content-api': { type: 'content-api' as const, routes: contentApiRoutes },
};
