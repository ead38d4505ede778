import type { NoteAnswer, NotesAnswer, NoteView } from '../../../shared/contracts/notes';
import { API, contactsApi, withQuery } from './base';

export const NOTES_PER_PAGE = 10;

interface NotesQuery {
  documentId: string;
  page: number;
}

const pathOf = (documentId: string) => `/contacts/${encodeURIComponent(documentId)}/notes`;

/**
 * Notes are shown, and gone, before the server has answered: nobody else's work hangs on them. What the server may
 * refuse for a reason that the page does not know, a status, a number, a change of many, waits for its answer.
 *
 * Strapi's store may have the middleware of its API twice, which then starts each of these twice: the second time must
 * change nothing.
 */
const noteEndpoints = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getNotes: build.query<NotesAnswer, NotesQuery>({
      query: ({ documentId, page }) =>
        withQuery(pathOf(documentId), { page, pageSize: NOTES_PER_PAGE }),
      providesTags: ['ContactNote'],
    }),
    /** `shown` stands in the list until the answer is there. */
    addNote: build.mutation<NoteAnswer, { documentId: string; shown: NoteView }>({
      query: ({ documentId, shown }) => ({
        url: `${API}${pathOf(documentId)}`,
        method: 'POST',
        data: { text: shown.text },
      }),
      onQueryStarted: ({ documentId, shown }, { dispatch, queryFulfilled }) => {
        const patch = dispatch(
          noteEndpoints.util.updateQueryData('getNotes', { documentId, page: 1 }, (known) => {
            if (known.results[0]?.documentId === shown.documentId) return;
            known.results.unshift(shown);
            known.pagination.total += 1;
          }),
        );
        queryFulfilled.catch(() => patch.undo());
      },
      invalidatesTags: (_result, error) => (error ? [] : ['ContactNote']),
    }),
    deleteNote: build.mutation<unknown, NotesQuery & { noteId: string }>({
      query: ({ documentId, noteId }) => ({
        url: `${API}${pathOf(documentId)}/${encodeURIComponent(noteId)}`,
        method: 'DELETE',
      }),
      onQueryStarted: ({ documentId, page, noteId }, { dispatch, queryFulfilled }) => {
        const patch = dispatch(
          noteEndpoints.util.updateQueryData('getNotes', { documentId, page }, (known) => {
            const index = known.results.findIndex((note) => note.documentId === noteId);
            if (index === -1) return;
            known.results.splice(index, 1);
            known.pagination.total -= 1;
          }),
        );
        queryFulfilled.catch(() => patch.undo());
      },
      invalidatesTags: ['ContactNote'],
    }),
  }),
});

export const { useGetNotesQuery, useAddNoteMutation, useDeleteNoteMutation } = noteEndpoints;
