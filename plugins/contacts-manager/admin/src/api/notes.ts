import type { NoteAnswer, NotesAnswer } from '../../../shared/contracts/notes';
import { API, contactsApi, withQuery } from './base';

const pathOf = (documentId: string) => `/contacts/${encodeURIComponent(documentId)}/notes`;

const noteEndpoints = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getNotes: build.query<NotesAnswer, { documentId: string; page: number; pageSize: number }>({
      query: ({ documentId, page, pageSize }) => withQuery(pathOf(documentId), { page, pageSize }),
      providesTags: ['ContactNote'],
    }),
    addNote: build.mutation<NoteAnswer, { documentId: string; text: string }>({
      query: ({ documentId, text }) => ({
        url: `${API}${pathOf(documentId)}`,
        method: 'POST',
        data: { text },
      }),
      invalidatesTags: (_result, error) => (error ? [] : ['ContactNote']),
    }),
    deleteNote: build.mutation<unknown, { documentId: string; noteId: string }>({
      query: ({ documentId, noteId }) => ({
        url: `${API}${pathOf(documentId)}/${encodeURIComponent(noteId)}`,
        method: 'DELETE',
      }),
      invalidatesTags: ['ContactNote'],
    }),
  }),
});

export const { useGetNotesQuery, useAddNoteMutation, useDeleteNoteMutation } = noteEndpoints;
