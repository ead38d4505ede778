import { adminRoute } from './admin-route';

export const customFieldRoutes = [
  adminRoute('GET', '/custom-fields', 'customFields.list', 'read'),
  adminRoute('POST', '/custom-fields', 'customFields.create', 'settings'),
  adminRoute('POST', '/custom-fields/order', 'customFields.order', 'settings'),
  adminRoute('PUT', '/custom-fields/:documentId', 'customFields.update', 'settings'),
  adminRoute('DELETE', '/custom-fields/:documentId', 'customFields.delete', 'settings'),
  adminRoute('GET', '/custom-fields/:documentId/usage', 'customFields.usage', 'settings'),
];
