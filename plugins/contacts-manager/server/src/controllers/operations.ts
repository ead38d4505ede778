import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { BulkAnswer } from '../../../shared/contracts/bulk';
import {
  operationsQuery,
  pageQuery,
  type OperationAnswer,
} from '../../../shared/contracts/operations';
import { actionId, type Permission } from '../../../shared/permissions';
import { endpoint, pathParam, type RequestContext } from '../http/endpoint';
import { parseQuery } from '../http/parse';
import { actorOf, isAbility } from '../http/request-actor';
import { stopOperation } from '../services/changes/cancel';
import {
  describeOperation,
  describeTimeline,
  listChangedContacts,
  listHistory,
  listPeople,
} from '../services/changes/history';
import { permissionsOf, requireOperation, undoOperation } from '../services/changes/undo';

const may = (ctx: RequestContext, permission: Permission): boolean => {
  const ability: unknown = ctx.state.userAbility;
  return isAbility(ability) && ability.can(actionId(permission));
};

/** History: what was changed by whom, and taking it back. */
export const operations = ({ strapi }: { strapi: Core.Strapi }) => {
  /** One's own changes are always open: the progress of a change is read by whoever asked for it. */
  const readable = async (ctx: RequestContext) => {
    const operation = await requireOperation(strapi, pathParam(ctx, 'id'));
    const actor = actorOf(ctx);
    const isOwn = operation.actor.type === actor.type && operation.actor.id === actor.id;
    if (!isOwn && !may(ctx, 'history')) throw new errors.ForbiddenError();
    return operation;
  };
  /** Taking a change back, or stopping it, takes the right to make it. */
  const changeable = async (ctx: RequestContext) => {
    const operation = await readable(ctx);
    if (!permissionsOf(operation).every((right) => may(ctx, right)))
      throw new errors.ForbiddenError();
    return operation;
  };

  return {
    list: endpoint((ctx) => listHistory(strapi, parseQuery(operationsQuery, ctx.query))),
    people: endpoint(() => listPeople(strapi)),
    findOne: endpoint(async (ctx): Promise<OperationAnswer> =>
      describeOperation(strapi, await readable(ctx)),
    ),
    contacts: endpoint(async (ctx) =>
      listChangedContacts(strapi, await readable(ctx), parseQuery(pageQuery, ctx.query)),
    ),
    undo: endpoint(async (ctx): Promise<BulkAnswer> =>
      undoOperation(strapi, await changeable(ctx), actorOf(ctx)),
    ),
    cancel: endpoint(async (ctx): Promise<OperationAnswer> => {
      const operation = await changeable(ctx);
      await stopOperation(strapi, operation);
      return describeOperation(strapi, await requireOperation(strapi, operation.documentId));
    }),
    timeline: endpoint((ctx) =>
      describeTimeline(strapi, pathParam(ctx, 'documentId'), parseQuery(pageQuery, ctx.query), {
        // The last change of a contact that went holds all that it was.
        seesBin: may(ctx, 'delete') || may(ctx, 'history'),
      }),
    ),
  };
};
