import { adminRoute } from './admin-route';

export const groupRoutes = [
  adminRoute('GET', '/groups', 'groups.list', 'read'),
  adminRoute('POST', '/groups', 'groups.create', 'groups'),
  adminRoute('PUT', '/groups/:documentId', 'groups.update', 'groups'),
  adminRoute('POST', '/groups/:documentId/merge', 'groups.merge', 'groups'),
  adminRoute('DELETE', '/groups/:documentId', 'groups.delete', 'groups'),
];
