import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  preferencesBody,
  viewBody,
  type PreferencesAnswer,
  type ViewAnswer,
  type ViewsAnswer,
} from '../../../shared/contracts/views';
import { endpoint, pathParam, type RequestContext } from '../http/endpoint';
import { parseInput } from '../http/parse';
import { actorOf, hasRight } from '../http/request-actor';
import { describePreferences, keepPreferences } from '../services/preferences';
import {
  createSavedView,
  deleteSavedView,
  isShared,
  listSavedViews,
  ownerOf,
  updateSavedView,
} from '../services/saved-views';

const CREATED = 201;

/** What concerns everybody's list takes the right to manage groups. */
function requireSharing(ctx: RequestContext, isAsked: boolean): void {
  if (isAsked && !hasRight(ctx, 'groups')) throw new errors.ForbiddenError();
}

/** Saved views, and how each person wants the list. */
export const views = ({ strapi }: { strapi: Core.Strapi }) => {
  const personOf = (ctx: RequestContext) => ownerOf(actorOf(ctx));
  const requireChanging = async (ctx: RequestContext) =>
    requireSharing(ctx, await isShared(strapi, pathParam(ctx, 'documentId'), personOf(ctx)));
  return {
    list: endpoint(async (ctx): Promise<ViewsAnswer> => ({
      results: await listSavedViews(strapi, personOf(ctx)),
    })),

    create: endpoint(async (ctx): Promise<ViewAnswer> => {
      const body = parseInput(viewBody, ctx.request.body);
      requireSharing(ctx, body.isShared);
      const data = await createSavedView(strapi, body, personOf(ctx));
      ctx.status = CREATED;
      return { data };
    }),

    update: endpoint(async (ctx): Promise<ViewAnswer> => {
      const body = parseInput(viewBody, ctx.request.body);
      await requireChanging(ctx);
      requireSharing(ctx, body.isShared);
      const documentId = pathParam(ctx, 'documentId');
      return { data: await updateSavedView(strapi, documentId, body, personOf(ctx)) };
    }),

    delete: endpoint(async (ctx) => {
      await requireChanging(ctx);
      const documentId = pathParam(ctx, 'documentId');
      await deleteSavedView(strapi, documentId, personOf(ctx));
      return { data: { documentId } };
    }),

    preferences: endpoint(async (ctx): Promise<PreferencesAnswer> => ({
      data: await describePreferences(strapi, personOf(ctx).id),
    })),

    setPreferences: endpoint(async (ctx): Promise<PreferencesAnswer> => {
      const body = parseInput(preferencesBody, ctx.request.body);
      return { data: await keepPreferences(strapi, personOf(ctx).id, body) };
    }),
  };
};
