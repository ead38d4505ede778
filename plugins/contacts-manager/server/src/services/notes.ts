import type { Core } from '@strapi/strapi';
import type { NotesAnswer, NoteView } from '../../../shared/contracts/notes';
import type { PageQuery } from '../../../shared/contracts/operations';
import { Refusal } from '../../../shared/errors';
import type { Actor } from '../domain/actor';
import * as notes from '../repositories/notes';
import { findMergedInto } from '../repositories/redirects';
import { requireContactId } from './require-contact';

const isBy = (author: Actor, actor: Actor): boolean =>
  author.id !== null && author.type === actor.type && author.id === actor.id;

const viewOf = ({ documentId, text, author, createdAt }: notes.Note, actor: Actor): NoteView => ({
  documentId,
  text,
  author,
  createdAt: createdAt.toISOString(),
  isOwn: isBy(author, actor),
});

/** GET /contacts/:documentId/notes */
export async function listNotes(
  strapi: Core.Strapi,
  documentId: string,
  { page, pageSize }: PageQuery,
  actor: Actor,
): Promise<NotesAnswer> {
  const knex = strapi.db.connection;
  const contactId = await requireContactId(knex, documentId);
  const contactIds = [contactId, ...(await findMergedInto(knex, contactId))];
  const found = await notes.listNotes(knex, contactIds, { page, pageSize });
  return {
    results: found.notes.map((note) => viewOf(note, actor)),
    pagination: { page, pageSize, total: found.total },
  };
}

/** POST /contacts/:documentId/notes */
export async function addNote(
  strapi: Core.Strapi,
  documentId: string,
  text: string,
  actor: Actor,
): Promise<NoteView> {
  const knex = strapi.db.connection;
  const contactId = await requireContactId(knex, documentId);
  return viewOf(await notes.addNote(knex, { contactId, text, author: actor }), actor);
}

/** DELETE /contacts/:documentId/notes/:noteId; `not-yours` is for the edge to refuse. */
export async function deleteNote(
  strapi: Core.Strapi,
  documentId: string,
  noteId: string,
  actor: Actor,
): Promise<'deleted' | 'not-yours'> {
  const knex = strapi.db.connection;
  const contactId = await requireContactId(knex, documentId);
  const note = await notes.findNote(knex, noteId);
  const contactIds = [contactId, ...(await findMergedInto(knex, contactId))];
  if (!note || !contactIds.includes(note.contactId)) throw new Refusal('note.not-found');
  if (!isBy(note.author, actor)) return 'not-yours';
  await notes.deleteNote(knex, noteId);
  return 'deleted';
}
