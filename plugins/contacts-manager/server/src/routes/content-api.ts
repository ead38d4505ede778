import type { Core } from '@strapi/strapi';
import { STATUS_ACTION_NAMES } from '../../../shared/status';

/**
 * For applications, under `/api/contacts-manager`. Strapi makes each handler an action of
 * users-permissions and a scope of API tokens; a fresh installation grants none of them. Handlers
 * that only read are called `find` or `findOne`, because read-only tokens reach only such scopes.
 */
const route =
  (method: 'GET' | 'POST') =>
  (path: string, handler: string): Core.RouteInput => ({ method, path, handler, config: {} });
const get = route('GET');
const post = route('POST');

export const contentApiRoutes = [
  ...STATUS_ACTION_NAMES.map((action) =>
    post(`/contacts/:documentId/${action}`, `contact.${action}`),
  ),
  post('/contacts/upsert', 'contact.upsert'),
  post('/lookup', 'lookup.find'),
  get('/custom-fields', 'customFields.find'),
  post('/imports', 'import.create'),
  get('/imports/:id', 'import.findOne'),
  get('/imports/:id/rows', 'importRows.find'),
  post('/imports/:id/mapping', 'import.map'),
  post('/imports/:id/confirm', 'import.confirm'),
  post('/imports/:id/cancel', 'import.cancel'),
];
