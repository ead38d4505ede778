import type { DismissBody, DuplicatesAnswer } from '../../../shared/contracts/duplicates';
import type { MergeAnswer, MergeBodyInput } from '../../../shared/contracts/merge';
import { API, CONTACTS_STALE, contactsApi, withQuery } from './base';

const duplicateEndpoints = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getDuplicates: build.query<DuplicatesAnswer, { page: number; pageSize: number }>({
      query: (page) => withQuery('/duplicates', page),
      providesTags: ['ContactDuplicates', 'Contact'],
    }),
    dismissDuplicate: build.mutation<unknown, DismissBody['contacts']>({
      query: (contacts) => ({
        url: `${API}/duplicates/dismiss`,
        method: 'POST',
        data: { contacts } satisfies DismissBody,
      }),
      invalidatesTags: ['ContactDuplicates'],
    }),
    mergeContacts: build.mutation<MergeAnswer, { documentId: string; data: MergeBodyInput }>({
      query: ({ documentId, data }) => ({
        url: `${API}/contacts/${encodeURIComponent(documentId)}/merge`,
        method: 'POST',
        data,
      }),
      // After a refusal too: the usual one is that somebody else has merged them already.
      invalidatesTags: [...CONTACTS_STALE, 'ContactDuplicates'],
    }),
  }),
});

export const { useGetDuplicatesQuery, useDismissDuplicateMutation, useMergeContactsMutation } =
  duplicateEndpoints;
