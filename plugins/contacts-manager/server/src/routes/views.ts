import { adminRoute } from './admin-route';

/** Besides `read`, whatever is shared with others asks for `groups`; the controller knows which it is. */
export const viewRoutes = [
  adminRoute('GET', '/views', 'views.list', 'read'),
  adminRoute('POST', '/views', 'views.create', 'read'),
  adminRoute('PUT', '/views/:documentId', 'views.update', 'read'),
  adminRoute('DELETE', '/views/:documentId', 'views.delete', 'read'),
  adminRoute('GET', '/preferences', 'views.preferences', 'read'),
  adminRoute('PUT', '/preferences', 'views.setPreferences', 'read'),
];
