import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { importRowsQuery, type ImportRowsAnswer } from '../../../shared/contracts/import-rows';
import {
  confirmBody,
  importOptions,
  mappingBody,
  type ImportAnswer,
  type ImportView,
} from '../../../shared/contracts/imports';
import type { Actor } from '../domain/actor';
import { endpoint, pathParam, type RequestContext } from '../http/endpoint';
import { requireRightTo } from '../http/new-status';
import { parseInput, parseQuery } from '../http/parse';
import { actorOf } from '../http/request-actor';
import { uploadedFile } from '../http/uploads';
import { visibleImport, visibleRows } from '../http/visible-imports';
import { mapColumns } from '../services/imports/map';
import { requireOwnImport } from '../services/imports/own';
import { cancelImport, confirmImport, getImport, getImportRows } from '../services/imports/review';
import { startImport } from '../services/imports/start';
import { workRunnerOf } from '../services/work/service';

/** Whoever cannot be told from others has nothing of their own: the public role may be given these actions, too. */
function callerOf(ctx: RequestContext): Actor {
  const actor = actorOf(ctx);
  if (actor.id === null) throw new errors.ForbiddenError('Imports need a token or a user.');
  return actor;
}

/** The id in the address, of an import that the caller started. */
async function ownId(strapi: Core.Strapi, ctx: RequestContext): Promise<string> {
  const id = pathParam(ctx, 'id');
  await requireOwnImport(strapi, id, callerOf(ctx));
  return id;
}

/** Imports as the screens make them, for applications: each sees its own. */
export const applicationImport = ({ strapi }: { strapi: Core.Strapi }) => {
  const runner = () => workRunnerOf(strapi);
  const shown = (ctx: RequestContext, view: Promise<ImportView>): Promise<ImportAnswer> =>
    visibleImport(strapi, ctx, view);
  return {
    create: endpoint(async (ctx): Promise<ImportAnswer> => {
      const actor = callerOf(ctx);
      const options = parseInput(importOptions, ctx.request.body ?? {});
      await requireRightTo(strapi, ctx, options.newStatus);
      const { filepath, originalFilename, size } = await uploadedFile(ctx, 'file');
      const upload = { path: filepath, name: originalFilename ?? '', size };
      const created = await startImport(strapi, runner(), { upload, options, actor });
      ctx.status = 201;
      return created;
    }),

    findOne: endpoint(async (ctx): Promise<ImportAnswer> =>
      shown(ctx, getImport(strapi, await ownId(strapi, ctx))),
    ),

    map: endpoint(async (ctx): Promise<ImportAnswer> => {
      const id = await ownId(strapi, ctx);
      const body = parseInput(mappingBody, ctx.request.body);
      return shown(ctx, mapColumns(strapi, runner(), id, body));
    }),

    confirm: endpoint(async (ctx): Promise<ImportAnswer> => {
      const { id, options } = await getImport(strapi, await ownId(strapi, ctx));
      await requireRightTo(strapi, ctx, options.newStatus);
      const expected = parseInput(confirmBody, ctx.request.body ?? {});
      return shown(ctx, confirmImport(strapi, runner(), id, { actor: callerOf(ctx), expected }));
    }),

    cancel: endpoint(async (ctx): Promise<ImportAnswer> =>
      shown(ctx, cancelImport(strapi, runner(), await ownId(strapi, ctx))),
    ),
  };
};

export const applicationImportRows = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: endpoint(async (ctx): Promise<ImportRowsAnswer> => {
    const id = await ownId(strapi, ctx);
    const answer = await getImportRows(strapi, id, parseQuery(importRowsQuery, ctx.query));
    return visibleRows(strapi, ctx, answer);
  }),
});
