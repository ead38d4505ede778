import type { Core } from '@strapi/strapi';
import {
  fieldBody,
  fieldOrderBody,
  newFieldBody,
  type FieldAnswer,
  type FieldsAnswer,
  type FieldUsageAnswer,
} from '../../../shared/contracts/custom-fields';
import { endpoint, pathParam } from '../http/endpoint';
import { parseInput } from '../http/parse';
import {
  createField,
  deleteField,
  getCustomFields,
  getFieldUsage,
  orderFields,
  updateField,
} from '../services/custom-fields';

const CREATED = 201;

export const customFields = ({ strapi }: { strapi: Core.Strapi }) => {
  const list = endpoint(async (): Promise<FieldsAnswer> => ({
    results: await getCustomFields(strapi),
  }));
  return {
    list,
    /** The same for applications: read-only tokens reach only what is called so. */
    find: list,

    create: endpoint(async (ctx): Promise<FieldAnswer> => {
      const data = await createField(strapi, parseInput(newFieldBody, ctx.request.body));
      ctx.status = CREATED;
      return { data };
    }),

    update: endpoint(async (ctx): Promise<FieldAnswer> => {
      const body = parseInput(fieldBody, ctx.request.body);
      return { data: await updateField(strapi, pathParam(ctx, 'documentId'), body) };
    }),

    delete: endpoint(async (ctx) => {
      const documentId = pathParam(ctx, 'documentId');
      await deleteField(strapi, documentId);
      return { data: { documentId } };
    }),

    order: endpoint(async (ctx): Promise<FieldsAnswer> => {
      const { documentIds } = parseInput(fieldOrderBody, ctx.request.body);
      return { results: await orderFields(strapi, documentIds) };
    }),

    usage: endpoint(async (ctx): Promise<FieldUsageAnswer> => ({
      data: await getFieldUsage(strapi, pathParam(ctx, 'documentId')),
    })),
  };
};
