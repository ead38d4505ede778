import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import {
  importRowsQuery,
  replaceBody,
  rowPatchBody,
  type ImportRowsAnswer,
  type ReplaceAnswer,
  type RowPatchAnswer,
} from '../../../shared/contracts/import-rows';
import {
  confirmBody,
  importListQuery,
  importOptions,
  mappingBody,
  type ImportAnswer,
  type ImportListAnswer,
  type ImportView,
} from '../../../shared/contracts/imports';
import type { BulkAnswer } from '../../../shared/contracts/bulk';
import { Refusal } from '../../../shared/errors';
import { endpoint, pathParam, type RequestContext } from '../http/endpoint';
import { requireRightTo } from '../http/new-status';
import { parseInput, parseQuery } from '../http/parse';
import { actorOf } from '../http/request-actor';
import { uploadedFile } from '../http/uploads';
import {
  cancelImport,
  confirmImport,
  getImport,
  getImportRows,
  getImports,
  undoImport,
} from '../services/imports/review';
import { mapColumns } from '../services/imports/map';
import { correctRow, replaceInRows } from '../services/imports/correct';
import { makeProblemsWorkbook } from '../services/imports/problems';
import { openUploadedFile } from '../services/imports/uploaded-file';
import { breakOffOnError } from '../http/streams';
import { rowViewer, visibleImport, visibleRows } from '../http/visible-imports';
import { workRunnerOf } from '../services/work/service';
import { startImport } from '../services/imports/start';
import { makeTemplate } from '../services/imports/template';

/** Rows of a sheet, and more than any text file may have. */
const SHEET_ROWS_MAX = 2 ** 31 - 1;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The number of a row in the sheet. */
function rowParam(ctx: RequestContext): number {
  const row = Number(pathParam(ctx, 'row'));
  if (!Number.isSafeInteger(row) || row < 1 || row > SHEET_ROWS_MAX) {
    throw new Refusal('import.row-not-found');
  }
  return row;
}

export const imports = ({ strapi }: { strapi: Core.Strapi }) => {
  const runner = () => workRunnerOf(strapi);
  const shown = (ctx: RequestContext, view: Promise<ImportView>): Promise<ImportAnswer> =>
    visibleImport(strapi, ctx, view);
  return {
    template: endpoint(async (ctx): Promise<Buffer> => {
      const workbook = await makeTemplate(strapi);
      ctx.attachment('contacts-template.xlsx');
      ctx.type = XLSX;
      return workbook;
    }),

    list: endpoint(async (ctx): Promise<ImportListAnswer> => {
      const answer = await getImports(strapi, parseQuery(importListQuery, ctx.query));
      const results = answer.results.map((view) => shown(ctx, Promise.resolve(view)));
      return { ...answer, results: await Promise.all(results) };
    }),

    create: endpoint(async (ctx): Promise<ImportAnswer> => {
      const options = parseInput(importOptions, ctx.request.body ?? {});
      await requireRightTo(strapi, ctx, options.newStatus);
      const { filepath, originalFilename, size } = await uploadedFile(ctx, 'file');
      const upload = { path: filepath, name: originalFilename ?? '', size };
      const created = await startImport(strapi, runner(), { upload, options, actor: actorOf(ctx) });
      ctx.status = 201;
      return created;
    }),

    findOne: endpoint((ctx): Promise<ImportAnswer> =>
      shown(ctx, getImport(strapi, pathParam(ctx, 'id'))),
    ),

    rows: endpoint(async (ctx): Promise<ImportRowsAnswer> => {
      const query = parseQuery(importRowsQuery, ctx.query);
      return visibleRows(strapi, ctx, await getImportRows(strapi, pathParam(ctx, 'id'), query));
    }),

    map: endpoint((ctx): Promise<ImportAnswer> => {
      const body = parseInput(mappingBody, ctx.request.body);
      return shown(ctx, mapColumns(strapi, runner(), pathParam(ctx, 'id'), body));
    }),

    correct: endpoint(async (ctx): Promise<RowPatchAnswer> => {
      const patch = parseInput(rowPatchBody, ctx.request.body);
      const answer = await correctRow(strapi, pathParam(ctx, 'id'), rowParam(ctx), patch);
      const show = await rowViewer(strapi, ctx);
      return {
        row: show(answer.row),
        others: answer.others.map(show),
        import: await shown(ctx, Promise.resolve(answer.import)),
      };
    }),

    replace: endpoint(async (ctx): Promise<ReplaceAnswer> => {
      const body = parseInput(replaceBody, ctx.request.body);
      const answer = await replaceInRows(strapi, pathParam(ctx, 'id'), body);
      return { ...answer, import: await shown(ctx, Promise.resolve(answer.import)) };
    }),

    problems: endpoint(async (ctx): Promise<Readable> => {
      const show = await rowViewer(strapi, ctx);
      const workbook = await makeProblemsWorkbook(strapi, pathParam(ctx, 'id'), show);
      breakOffOnError(ctx, workbook);
      ctx.attachment('contacts-problem-rows.xlsx');
      ctx.type = XLSX;
      return workbook;
    }),

    file: endpoint(async (ctx): Promise<Readable> => {
      const { name, bytes } = await openUploadedFile(strapi, pathParam(ctx, 'id'));
      breakOffOnError(ctx, bytes);
      ctx.attachment(name);
      // Whatever it calls itself, nothing is to open it by itself.
      ctx.type = 'application/octet-stream';
      return bytes;
    }),

    undo: endpoint((ctx): Promise<BulkAnswer> =>
      undoImport(strapi, pathParam(ctx, 'id'), actorOf(ctx)),
    ),

    confirm: endpoint(async (ctx): Promise<ImportAnswer> => {
      const { id, options } = await getImport(strapi, pathParam(ctx, 'id'));
      await requireRightTo(strapi, ctx, options.newStatus);
      const expected = parseInput(confirmBody, ctx.request.body ?? {});
      return shown(ctx, confirmImport(strapi, runner(), id, { actor: actorOf(ctx), expected }));
    }),

    cancel: endpoint((ctx): Promise<ImportAnswer> =>
      cancelImport(strapi, runner(), pathParam(ctx, 'id')),
    ),
  };
};
