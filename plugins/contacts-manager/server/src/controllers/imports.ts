import type { Core } from '@strapi/strapi';
import {
  importListQuery,
  importOptions,
  importRowsQuery,
  mappingBody,
  type ImportAnswer,
  type ImportListAnswer,
  type ImportRowsAnswer,
} from '../../../shared/contracts/imports';
import { endpoint, pathParam } from '../http/endpoint';
import { parseInput, parseQuery } from '../http/parse';
import { actorOf } from '../http/request-actor';
import { uploadedFile } from '../http/uploads';
import {
  cancelImport,
  confirmImport,
  getImport,
  getImportRows,
  getImports,
  mapColumns,
} from '../services/imports/review';
import { workRunnerOf } from '../services/work/service';
import { startImport } from '../services/imports/start';
import { makeTemplate } from '../services/imports/template';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const imports = ({ strapi }: { strapi: Core.Strapi }) => {
  const runner = () => workRunnerOf(strapi);
  return {
    template: endpoint(async (ctx): Promise<Buffer> => {
      const workbook = await makeTemplate(strapi);
      ctx.attachment('contacts-template.xlsx');
      ctx.type = XLSX;
      return workbook;
    }),

    list: endpoint((ctx): Promise<ImportListAnswer> =>
      getImports(strapi, parseQuery(importListQuery, ctx.query)),
    ),

    create: endpoint(async (ctx): Promise<ImportAnswer> => {
      const options = parseInput(importOptions, ctx.request.body ?? {});
      const { filepath, originalFilename, size } = uploadedFile(ctx, 'file');
      const upload = { path: filepath, name: originalFilename ?? '', size };
      const created = await startImport(strapi, runner(), { upload, options, actor: actorOf(ctx) });
      ctx.status = 201;
      return created;
    }),

    findOne: endpoint((ctx): Promise<ImportAnswer> => getImport(strapi, pathParam(ctx, 'id'))),

    rows: endpoint((ctx): Promise<ImportRowsAnswer> =>
      getImportRows(strapi, pathParam(ctx, 'id'), parseQuery(importRowsQuery, ctx.query)),
    ),

    map: endpoint((ctx): Promise<ImportAnswer> => {
      const { mapping } = parseInput(mappingBody, ctx.request.body);
      return mapColumns(strapi, runner(), pathParam(ctx, 'id'), mapping);
    }),

    confirm: endpoint((ctx): Promise<ImportAnswer> =>
      confirmImport(strapi, runner(), pathParam(ctx, 'id'), actorOf(ctx)),
    ),

    cancel: endpoint((ctx): Promise<ImportAnswer> =>
      cancelImport(strapi, runner(), pathParam(ctx, 'id')),
    ),
  };
};
