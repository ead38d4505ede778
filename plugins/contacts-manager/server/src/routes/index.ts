import { categoryRoutes } from './categories';
import { contactRoutes } from './contacts';
import { contentApiRoutes } from './content-api';
import { duplicateRoutes } from './duplicates';
import { groupRoutes } from './groups';
import { importRoutes } from './imports';
import { operationRoutes } from './operations';

/** Strapi puts `/contacts-manager` before every admin path and `/api/contacts-manager` before the others. */
export default {
  admin: {
    type: 'admin' as const,
    routes: [
      ...contactRoutes,
      ...groupRoutes,
      ...categoryRoutes,
      ...importRoutes,
      ...operationRoutes,
      ...duplicateRoutes,
    ],
  },
  'content-api': { type: 'content-api' as const, routes: contentApiRoutes },
};
