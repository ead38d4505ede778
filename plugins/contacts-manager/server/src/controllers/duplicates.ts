import type { Core } from '@strapi/strapi';
import { dismissBody, duplicatesQuery } from '../../../shared/contracts/duplicates';
import { endpoint } from '../http/endpoint';
import { parseInput, parseQuery } from '../http/parse';
import { actorOf } from '../http/request-actor';
import { dismissDuplicate, listDuplicates } from '../services/duplicates/queue';

/** Contacts that are likely one person. */
export const duplicates = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: endpoint((ctx) => listDuplicates(strapi, parseQuery(duplicatesQuery, ctx.query))),
  dismiss: endpoint(async (ctx) => {
    const body = parseInput(dismissBody, ctx.request.body);
    await dismissDuplicate(strapi, body, actorOf(ctx));
    return { data: body };
  }),
});
