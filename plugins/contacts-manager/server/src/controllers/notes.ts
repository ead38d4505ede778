import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { noteBody, type NoteAnswer } from '../../../shared/contracts/notes';
import { pageQuery } from '../../../shared/contracts/operations';
import { endpoint, pathParam } from '../http/endpoint';
import { parseInput, parseQuery } from '../http/parse';
import { actorOf } from '../http/request-actor';
import { addNote, deleteNote, listNotes } from '../services/notes';

const CREATED = 201;

/** Notes on a contact, added one by one. */
export const notes = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: endpoint((ctx) =>
    listNotes(strapi, pathParam(ctx, 'documentId'), parseQuery(pageQuery, ctx.query), actorOf(ctx)),
  ),

  create: endpoint(async (ctx): Promise<NoteAnswer> => {
    const { text } = parseInput(noteBody, ctx.request.body);
    const data = await addNote(strapi, pathParam(ctx, 'documentId'), text, actorOf(ctx));
    ctx.status = CREATED;
    return { data };
  }),

  delete: endpoint(async (ctx) => {
    const documentId = pathParam(ctx, 'noteId');
    const contact = pathParam(ctx, 'documentId');
    const outcome = await deleteNote(strapi, contact, documentId, actorOf(ctx));
    if (outcome === 'not-yours') throw new errors.ForbiddenError();
    return { data: { documentId } };
  }),
});
