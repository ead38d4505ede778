import type { Core } from '@strapi/strapi';
import {
  namedRecordBody,
  namedRecordListQuery,
  namedRecordPatch,
  type NamedRecordAnswer,
  type NamedRecordDeleted,
  type NamedRecordList,
} from '../../../shared/contracts/named-records';
import type { BulkAnswer } from '../../../shared/contracts/bulk';
import { mergeRecordBody } from '../../../shared/contracts/merge';
import { endpoint, pathParam } from '../http/endpoint';
import { parseInput, parseQuery } from '../http/parse';
import { actorOf } from '../http/request-actor';
import { mergeRecords } from '../services/merge/merge-records';
import { deleteNamedRecord } from '../services/named-record-deletion';
import { createRecord, listRecords, updateRecord } from '../services/named-records';

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

    merge: endpoint((ctx): Promise<BulkAnswer> => {
      const { into } = parseInput(mergeRecordBody, ctx.request.body);
      const documentId = pathParam(ctx, 'documentId');
      return mergeRecords(strapi, kind, { documentId, into, actor: actorOf(ctx) });
    }),

    delete: endpoint((ctx): Promise<NamedRecordDeleted> => {
      const documentId = pathParam(ctx, 'documentId');
      return deleteNamedRecord(strapi, kind, { documentId, actor: actorOf(ctx) });
    }),
  });

export const categories = namedRecords('category');
export const groups = namedRecords('group');
