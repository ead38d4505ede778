import type { Core } from '@strapi/strapi';
import { lookupBody, statusBody, upsertBody } from '../../../shared/contracts/lookup';
import type { StatusAction } from '../../../shared/status';
import { endpoint, pathParam, type RequestContext } from '../http/endpoint';
import { parseInput } from '../http/parse';
import { actorOf, mayReadContacts } from '../http/request-actor';
import { changeStatusOfOne, loadContact } from '../services/status-change';
import { lookUpPhones } from '../services/lookup';
import { upsertContact } from '../services/upsert';

const CONTACT = 'api::contact.contact';

/** Contacts as generated REST answers them: without private attributes, and relations only where allowed. */
const sanitizeContact = (strapi: Core.Strapi, ctx: RequestContext, contact: object) =>
  strapi.contentAPI.sanitize.output(contact, strapi.contentType(CONTACT), { auth: ctx.state.auth });

/** The content API's own actions on one contact; each is a permission of users-permissions and of API tokens. */
export const contact = ({ strapi }: { strapi: Core.Strapi }) => {
  const statusAction = (action: StatusAction) =>
    endpoint(async (ctx) => {
      const { reason } = parseInput(statusBody, ctx.request.body ?? {});
      const documentId = pathParam(ctx, 'documentId');
      const request = { action, reason: reason ?? null, actor: actorOf(ctx) };
      await changeStatusOfOne(strapi, documentId, request);
      const changed = await loadContact(strapi, documentId);
      return { data: await sanitizeContact(strapi, ctx, changed) };
    });

  return {
    archive: statusAction('archive'),
    activate: statusAction('activate'),
    block: statusAction('block'),
    unblock: statusAction('unblock'),

    upsert: endpoint(async (ctx) => {
      const { data } = parseInput(upsertBody, ctx.request.body);
      const schema = strapi.contentType(CONTACT);
      const { auth } = ctx.state;
      await strapi.contentAPI.validate.input(data, schema, { auth });
      const allowed = await strapi.contentAPI.sanitize.input(data, schema, { auth });
      const { contact: saved, result } = await upsertContact(
        strapi,
        upsertBody.shape.data.parse(allowed),
      );
      const mayRead = await mayReadContacts(strapi, ctx);
      // Who may not read contacts must not learn by writing nothing who has a number.
      const answer = mayRead ? saved : { documentId: saved.documentId };
      return { data: await sanitizeContact(strapi, ctx, answer), result };
    }),
  };
};

export const lookup = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: endpoint(async (ctx) => {
    const body = parseInput(lookupBody, ctx.request.body);
    const results = await lookUpPhones(strapi, body);
    return {
      data: await Promise.all(
        results.map(async (result) => ({
          ...result,
          contact: result.contact && (await sanitizeContact(strapi, ctx, result.contact)),
        })),
      ),
    };
  }),
});
