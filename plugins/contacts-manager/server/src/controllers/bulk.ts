import type { Core } from '@strapi/strapi';
import { bulkBody } from '../../../shared/contracts/bulk';
import type { ContactAnswer } from '../../../shared/contracts/contacts';
import { statusBody } from '../../../shared/contracts/lookup';
import type { StatusAction } from '../../../shared/status';
import { endpoint, pathParam } from '../http/endpoint';
import { parseInput } from '../http/parse';
import { actorOf } from '../http/request-actor';
import { changeMany } from '../services/bulk-request';
import { findContact } from '../services/contact-list';
import { changeStatusOfOne } from '../services/status-change';

/** Changes of many contacts, and the status changes of one, for the admin screens. */
export const bulk = ({ strapi }: { strapi: Core.Strapi }) => {
  const statusAction = (action: StatusAction) =>
    endpoint(async (ctx): Promise<ContactAnswer> => {
      const { reason } = parseInput(statusBody, ctx.request.body ?? {});
      const documentId = pathParam(ctx, 'documentId');
      const request = { action, reason: reason ?? null, actor: actorOf(ctx) };
      await changeStatusOfOne(strapi, documentId, request);
      return { data: await findContact(strapi, documentId) };
    });

  return {
    apply: endpoint((ctx) =>
      changeMany(strapi, parseInput(bulkBody, ctx.request.body), actorOf(ctx)),
    ),
    archive: statusAction('archive'),
    activate: statusAction('activate'),
    block: statusAction('block'),
    unblock: statusAction('unblock'),
  };
};
