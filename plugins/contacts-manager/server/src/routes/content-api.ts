import type { Core } from '@strapi/strapi';
import { STATUS_ACTION_NAMES } from '../../../shared/status';

/**
 * For applications, under `/api/contacts-manager`. Strapi makes each handler an action of
 * users-permissions and a scope of API tokens; a fresh installation grants none of them. The handler of
 * the look-up is called `find`, because read-only tokens reach only such scopes.
 */
const post = (path: string, handler: string): Core.RouteInput => ({
  method: 'POST',
  path,
  handler,
  config: {},
});

export const contentApiRoutes = [
  ...STATUS_ACTION_NAMES.map((action) =>
    post(`/contacts/:documentId/${action}`, `contact.${action}`),
  ),
  post('/contacts/upsert', 'contact.upsert'),
  post('/lookup', 'lookup.find'),
];
