import type { Core } from '@strapi/strapi';
import { actionId, type Permission } from '../../../shared/permissions';

type Middleware = Exclude<
  NonNullable<NonNullable<Core.RouteInput['config']>['middlewares']>[number],
  string
>;

/**
 * The only way to make an admin route: it cannot be written without saying which rights it asks for.
 * A list means all of them. `handler` is `controller.action`.
 */
export const adminRoute = (
  method: Core.RouteInput['method'],
  path: string,
  handler: string,
  permission: Permission | readonly [Permission, ...Permission[]],
  middlewares: Middleware[] = [],
): Core.RouteInput => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [permission].flat().map(actionId) } },
    ],
    middlewares,
  },
});
