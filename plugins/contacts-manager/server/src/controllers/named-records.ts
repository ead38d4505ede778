import type { Core } from '@strapi/strapi';
import {
  namedRecordBody,
  namedRecordListQuery,
  namedRecordPatch,
  type NamedRecordAnswer,
  type NamedRecordList,
} from '../../../shared/contracts/named-records';
import { endpoint, pathParam } from '../http/endpoint';
import { parseInput, parseQuery } from '../http/parse';
import { createRecord, deleteRecord, listRecords, updateRecord } from '../services/named-records';

const CREATED = 201;

/** Categories and groups have the same actions. */
const namedRecords =
  (kind: 'category' | 'group') =>
  ({ strapi }: { strapi: Core.Strapi }) => ({
    list: endpoint(async (ctx): Promise<NamedRecordList> => {
      const { search, counts } = parseQuery(namedRecordListQuery, ctx.query);
      const results = await listRecords(strapi, kind, { search, counts: counts === 'true' });
      return { results };
    }),

    create: endpoint(async (ctx): Promise<NamedRecordAnswer> => {
      const data = await createRecord(strapi, kind, parseInput(namedRecordBody, ctx.request.body));
      ctx.status = CREATED;
      return { data };
    }),

    update: endpoint(async (ctx): Promise<NamedRecordAnswer> => {
      const patch = parseInput(namedRecordPatch, ctx.request.body);
      return { data: await updateRecord(strapi, kind, pathParam(ctx, 'documentId'), patch) };
    }),

    delete: endpoint((ctx) => deleteRecord(strapi, kind, pathParam(ctx, 'documentId'))),
  });

export const categories = namedRecords('category');
export const groups = namedRecords('group');
