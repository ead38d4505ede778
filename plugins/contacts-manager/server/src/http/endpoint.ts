import type { Context } from 'koa';
import { Refusal } from '../../../shared/errors';
import { refusalOfDatabase } from '../guards/database-refusal';
import { toStrapiError } from './errors';

/** Koa's context with the parsed body that Strapi's body middleware leaves on the request. */
export type RequestContext = Context & { params: Record<string, string> };

/**
 * A controller action that answers with what it returns. Refusals leave through the one table; anything
 * else is a fault, which Strapi logs and answers with a bare 500.
 */
export const endpoint =
  <T>(handle: (ctx: RequestContext) => Promise<T> | T) =>
  async (ctx: RequestContext): Promise<T> => {
    try {
      return await handle(ctx);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : refusalOfDatabase(error);
      throw refusal ? toStrapiError(refusal) : error;
    }
  };

/** A part of the address; the router only calls an action with all of them present. */
export const pathParam = (ctx: RequestContext, name: string): string => ctx.params[name] ?? '';
