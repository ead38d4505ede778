import type { Knex } from 'knex';
import { dialectOf } from '../database/dialect';
import { whereIdIn } from '../database/id-list';
import type { Actor } from '../domain/actor';
import { newDocumentId } from '../domain/document-id';
import { timestamp } from './operations';
import { findMergedInto } from './redirects';

export interface Note {
  documentId: string;
  contactId: number;
  text: string;
  author: Actor;
  createdAt: Date;
}

interface Row {
  document_id: string;
  contact_id: number;
  text: string;
  author_type: Actor['type'];
  author_id: string | null;
  author_name: string | null;
  created_at: Date | number;
}

const noteOf = (row: Row): Note => ({
  documentId: row.document_id,
  contactId: row.contact_id,
  text: row.text,
  author: { type: row.author_type, id: row.author_id, name: row.author_name },
  createdAt: new Date(row.created_at),
});

export async function addNote(
  knex: Knex,
  { contactId, text, author }: Pick<Note, 'contactId' | 'text' | 'author'>,
): Promise<Note> {
  const note = { documentId: newDocumentId(), contactId, text, author, createdAt: new Date() };
  await knex('contact_notes').insert({
    document_id: note.documentId,
    contact_id: contactId,
    text,
    author_type: author.type,
    author_id: author.id,
    author_name: author.name,
    created_at: timestamp(dialectOf(knex), note.createdAt),
  });
  return note;
}

/** Of any of these contacts, newest first. */
export async function listNotes(
  knex: Knex,
  contactIds: readonly number[],
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ notes: Note[]; total: number }> {
  const rows = await knex('contact_notes')
    .whereIn('contact_id', contactIds)
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select<Row[]>('*');
  const counted = await knex('contact_notes')
    .whereIn('contact_id', contactIds)
    .count<{ total: number | string }[]>('* as total');
  return { notes: rows.map(noteOf), total: Number(counted[0]?.total ?? 0) };
}

export async function findNote(knex: Knex, documentId: string): Promise<Note | null> {
  const row = await knex<Row>('contact_notes').where({ document_id: documentId }).first();
  return row ? noteOf(row) : null;
}

export const deleteNote = (knex: Knex, documentId: string): Promise<number> =>
  knex('contact_notes').where({ document_id: documentId }).delete();

/**
 * What nobody is to read any more once its contact is gone for good. Those of a merged one stay with the other,
 * and with them those of whoever had been merged into it before.
 */
export async function deleteNotesOf(knex: Knex, contactIds: readonly number[]): Promise<void> {
  const kept = new Set(await pluckMerged(knex, 'from_id', contactIds));
  const survivors = (await pluckMerged(knex, 'contact_id', contactIds)).filter(
    (id) => !kept.has(id),
  );
  const merged = await Promise.all(survivors.map((id) => findMergedInto(knex, id)));
  const ids = [...contactIds.filter((id) => !kept.has(id)), ...merged.flat()];
  const query = knex('contact_notes');
  whereIdIn(query, knex, 'contact_id', ids);
  await query.delete();
}

async function pluckMerged(
  knex: Knex,
  column: 'from_id' | 'contact_id',
  contactIds: readonly number[],
): Promise<number[]> {
  const query = knex('contact_redirects').distinct(column);
  whereIdIn(query, knex, column, contactIds);
  return query.pluck<number[]>(column);
}
