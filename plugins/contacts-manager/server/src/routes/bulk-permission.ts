import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { BULK_ACTIONS, BULK_PERMISSIONS, type BulkAction } from '../../../shared/contracts/bulk';
import { actionId } from '../../../shared/permissions';
import { isAbility } from '../http/request-actor';

const actionIn = (body: unknown): BulkAction | undefined =>
  typeof body === 'object' && body !== null && 'action' in body
    ? BULK_ACTIONS.find((action) => action === body.action)
    : undefined;

/** One address carries all bulk actions, so the right it asks for depends on the body. */
export async function requireBulkPermission(ctx: Context, next: Next): Promise<void> {
  const action = actionIn(ctx.request.body);
  // An unknown action does nothing: the controller refuses it by name.
  if (action) {
    const ability: unknown = ctx.state.userAbility;
    const allowed = isAbility(ability) && ability.can(actionId(BULK_PERMISSIONS[action]));
    if (!allowed) throw new errors.ForbiddenError();
  }
  await next();
}
