import { z } from 'zod';
import { notesSchema } from '../contact';
import type { ErrorCode } from '../errors';
import type { OperationActor } from './operations';

/** Remarks about a contact, added one by one: beside its own `notes`, which is one text that anybody rewrites. */
export interface NoteView {
  documentId: string;
  text: string;
  author: OperationActor;
  /** ISO 8601 */
  createdAt: string;
  /** Whether whoever asks wrote it, and so may delete it. */
  isOwn: boolean;
}

const EMPTY: ErrorCode = 'note.empty';

/** POST /contacts/:documentId/notes */
export const noteBody = z.object({ text: notesSchema.pipe(z.string({ error: EMPTY })) });
export type NoteBody = z.output<typeof noteBody>;

export interface NoteAnswer {
  data: NoteView;
}

/** GET /contacts/:documentId/notes: newest first. */
export interface NotesAnswer {
  results: NoteView[];
  pagination: { page: number; pageSize: number; total: number };
}
