import { adminRoute } from './admin-route';

export const categoryRoutes = [
  adminRoute('GET', '/categories', 'categories.list', 'read'),
  adminRoute('POST', '/categories', 'categories.create', 'categories'),
  adminRoute('PUT', '/categories/:documentId', 'categories.update', 'categories'),
  adminRoute('POST', '/categories/:documentId/merge', 'categories.merge', 'categories'),
  adminRoute('DELETE', '/categories/:documentId', 'categories.delete', 'categories'),
];
