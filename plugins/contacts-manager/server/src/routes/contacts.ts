import { STATUS_ACTION_NAMES } from '../../../shared/status';
import { BULK_PERMISSIONS } from '../../../shared/contracts/bulk';
import { adminRoute } from './admin-route';
import { requireBulkPermission } from './bulk-permission';

export const contactRoutes = [
  adminRoute('GET', '/contacts', 'contacts.list', 'read'),
  adminRoute('GET', '/contacts/counts', 'contacts.counts', 'read'),
  adminRoute('GET', '/contacts/total', 'contacts.total', 'read'),
  adminRoute('POST', '/contacts', 'contacts.create', 'create'),
  adminRoute('POST', '/contacts/batch', 'contacts.createBatch', 'create'),
  adminRoute('POST', '/contacts/numbers', 'contacts.numbers', 'read'),
  adminRoute('POST', '/contacts/check', 'contacts.check', 'read'),
  adminRoute('POST', '/contacts/bulk', 'bulk.apply', 'read', [requireBulkPermission]),
  adminRoute('GET', '/contacts/:documentId', 'contacts.findOne', 'read'),
  adminRoute('PUT', '/contacts/:documentId', 'contacts.update', 'update'),
  adminRoute('DELETE', '/contacts/:documentId', 'contacts.delete', 'delete'),
  adminRoute('POST', '/contacts/:documentId/merge', 'contacts.merge', ['update', 'delete']),
  adminRoute('GET', '/contacts/:documentId/status-change', 'contacts.statusChange', 'read'),
  adminRoute('GET', '/contacts/:documentId/neighbours', 'contacts.neighbours', 'read'),
  adminRoute('GET', '/contacts/:documentId/origin', 'contacts.origin', 'read'),
  adminRoute('GET', '/contacts/:documentId/notes', 'notes.list', 'read'),
  adminRoute('POST', '/contacts/:documentId/notes', 'notes.create', 'update'),
  // Besides this right, only the author may.
  adminRoute('DELETE', '/contacts/:documentId/notes/:noteId', 'notes.delete', 'update'),
  ...STATUS_ACTION_NAMES.map((action) =>
    adminRoute(
      'POST',
      `/contacts/:documentId/${action}`,
      `bulk.${action}`,
      BULK_PERMISSIONS[action],
    ),
  ),
];
