import { adminRoute } from './admin-route';

/** Besides these rights, undo and cancel ask for the one that the change itself took. */
export const operationRoutes = [
  adminRoute('GET', '/operations', 'operations.list', 'history'),
  adminRoute('GET', '/operations/people', 'operations.people', 'history'),
  adminRoute('GET', '/operations/:id', 'operations.findOne', 'read'),
  adminRoute('GET', '/operations/:id/contacts', 'operations.contacts', 'read'),
  adminRoute('POST', '/operations/:id/undo', 'operations.undo', 'read'),
  adminRoute('POST', '/operations/:id/cancel', 'operations.cancel', 'read'),
  adminRoute('GET', '/contacts/:documentId/timeline', 'operations.timeline', 'read'),
  adminRoute('GET', '/bin', 'bin.list', 'delete'),
  adminRoute('POST', '/bin/restore', 'bin.restore', 'delete'),
];
