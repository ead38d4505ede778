import type { Core } from '@strapi/strapi';
import { binQuery, restoreBody } from '../../../shared/contracts/bin';
import { endpoint } from '../http/endpoint';
import { parseInput, parseQuery } from '../http/parse';
import { actorOf } from '../http/request-actor';
import { describeBin, restoreContacts } from '../services/bin';

/** Deleted contacts, which can come back for 30 days. */
export const bin = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: endpoint((ctx) => describeBin(strapi, parseQuery(binQuery, ctx.query))),
  restore: endpoint((ctx) =>
    restoreContacts(strapi, parseInput(restoreBody, ctx.request.body).ids, actorOf(ctx)),
  ),
});
