import type { Core } from '@strapi/strapi';
import {
  batchBody,
  checkBody,
  contactBody,
  contactEditBody,
  countsQuery,
  listQuery,
  neighboursQuery,
  totalQuery,
  type BatchAnswer,
  type CheckAnswer,
  type ContactAnswer,
  type ContactCreatedAnswer,
  type ContactEditAnswer,
  type OriginAnswer,
  type StatusChangeAnswer,
} from '../../../shared/contracts/contacts';
import { mergeBody } from '../../../shared/contracts/merge';
import { numbersBody, type NumbersAnswer } from '../../../shared/contracts/numbers';
import { Refusal } from '../../../shared/errors';
import { endpoint, pathParam, type RequestContext } from '../http/endpoint';
import { parseInput, parseQuery } from '../http/parse';
import { actorOf, mayReadContacts } from '../http/request-actor';
import { deleteContact } from '../services/changes/delete-contact';
import { editContact } from '../services/contact-edit';
import { checkContacts, createContact, createContacts } from '../services/contact-form';
import {
  countContactsByStatus,
  countExactly,
  findContact,
  listContacts,
} from '../services/contact-list';
import { findNumbers } from '../services/number-list';
import { describeOrigin, findNeighbours } from '../services/contact-page';
import { mergeContacts } from '../services/merge/merge-contacts';
import { describeStatusChange } from '../services/status-history';

const CREATED = 201;

/** The list and the forms of the admin screens. */
export const contacts = ({ strapi }: { strapi: Core.Strapi }) => {
  const callerOf = async (ctx: RequestContext) => ({
    showOwners: await mayReadContacts(strapi, ctx),
  });
  return {
    list: endpoint((ctx) => listContacts(strapi, parseQuery(listQuery, ctx.query))),

    counts: endpoint((ctx) => countContactsByStatus(strapi, parseQuery(countsQuery, ctx.query))),

    total: endpoint((ctx) => countExactly(strapi, parseQuery(totalQuery, ctx.query))),

    numbers: endpoint(async (ctx): Promise<NumbersAnswer> => ({
      data: await findNumbers(strapi, parseInput(numbersBody, ctx.request.body).numbers),
    })),

    findOne: endpoint(async (ctx): Promise<ContactAnswer> => ({
      data: await findContact(strapi, pathParam(ctx, 'documentId')),
    })),

    statusChange: endpoint(async (ctx): Promise<StatusChangeAnswer> => ({
      data: await describeStatusChange(strapi, pathParam(ctx, 'documentId')),
    })),

    neighbours: endpoint((ctx) =>
      findNeighbours(strapi, pathParam(ctx, 'documentId'), parseQuery(neighboursQuery, ctx.query)),
    ),

    origin: endpoint(async (ctx): Promise<OriginAnswer> => ({
      data: await describeOrigin(strapi, pathParam(ctx, 'documentId')),
    })),

    create: endpoint(async (ctx): Promise<ContactCreatedAnswer> => {
      const body = parseInput(contactBody, ctx.request.body);
      const answer = await createContact(strapi, body, await callerOf(ctx));
      ctx.status = CREATED;
      return answer;
    }),

    update: endpoint(async (ctx): Promise<ContactEditAnswer> => {
      const body = parseInput(contactEditBody, ctx.request.body);
      const documentId = pathParam(ctx, 'documentId');
      return editContact(strapi, documentId, body, await callerOf(ctx));
    }),

    createBatch: endpoint(async (ctx): Promise<BatchAnswer> => {
      const body = parseInput(batchBody, ctx.request.body);
      const answer = await createContacts(strapi, body.contacts, await callerOf(ctx));
      ctx.status = CREATED;
      return answer;
    }),

    check: endpoint(async (ctx): Promise<CheckAnswer> => {
      const body = parseInput(checkBody, ctx.request.body);
      return { errors: await checkContacts(strapi, body, await callerOf(ctx)) };
    }),

    merge: endpoint((ctx) =>
      mergeContacts(
        strapi,
        pathParam(ctx, 'documentId'),
        parseInput(mergeBody, ctx.request.body),
        actorOf(ctx),
      ),
    ),

    delete: endpoint(async (ctx) => {
      const documentId = pathParam(ctx, 'documentId');
      const { entries } = await deleteContact(strapi, documentId, actorOf(ctx));
      if (entries.length === 0) throw new Refusal('contact.not-found');
      return { data: { documentId } };
    }),
  };
};
