import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import type { NewStatus } from '../../../shared/contracts/imports';
import { mayArchive } from './request-actor';

/**
 * Whoever may not archive cannot do it by an import either: asked of who uploads, and of who confirms.
 * @throws ForbiddenError
 */
export async function requireRightTo(
  strapi: Core.Strapi,
  ctx: Pick<Context, 'state'>,
  newStatus: NewStatus,
): Promise<void> {
  if (newStatus === 'active' || (await mayArchive(strapi, ctx))) return;
  throw new errors.ForbiddenError('Saving new contacts as archived needs the right to archive.');
}
