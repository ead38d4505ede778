import type { Context } from 'koa';
import type { ContactSource } from '../../../shared/contact';
import { actorOf } from '../http/request-actor';

/** The path a contact comes in by, as `source` keeps it. Imports write their own. */
export const sourceOf = (ctx: Pick<Context, 'state'> | undefined): ContactSource => {
  const { type } = actorOf(ctx);
  return type === 'user' || type === 'api-token' ? 'api' : 'manual';
};
