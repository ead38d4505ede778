import type { BulkAnswer } from '../../../shared/contracts/bulk';
import type { MergeRecordBody } from '../../../shared/contracts/merge';
import type {
  NamedRecordAnswer,
  NamedRecordBody,
  NamedRecordDeleted,
  NamedRecordList,
  NamedRecordPatch,
  NamedRecordView,
} from '../../../shared/contracts/named-records';
import { API, contactsApi, withQuery } from './base';

/** Groups and categories share every endpoint; the kind is the address and the prefix of the texts. */
export type NamedRecordKind = 'groups' | 'categories';

const TAGS = { groups: 'ContactGroup', categories: 'ContactCategory' } as const;

// Contacts carry the names and colours of both, and their lists can be filtered by them.
const staleAfter = (kind: NamedRecordKind) =>
  [TAGS[kind], 'Contact', 'ContactCounts', 'ContactChange'] as const;

const namedRecordsApi = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getNamedRecords: build.query<NamedRecordView[], { kind: NamedRecordKind; counts?: boolean }>({
      query: ({ kind, counts }) => withQuery(`/${kind}`, { counts: counts ? 'true' : undefined }),
      transformResponse: (answer: NamedRecordList) => answer.results,
      providesTags: (_result, _error, { kind, counts }) =>
        // Members change whenever a contact does; the names alone do not.
        counts ? [TAGS[kind], 'ContactCounts'] : [TAGS[kind]],
    }),
    createNamedRecord: build.mutation<
      NamedRecordView,
      { kind: NamedRecordKind; data: NamedRecordBody }
    >({
      query: ({ kind, data }) => ({ url: `${API}/${kind}`, method: 'POST', data }),
      transformResponse: (answer: NamedRecordAnswer) => answer.data,
      invalidatesTags: (_result, error, { kind }) => (error ? [] : [TAGS[kind]]),
    }),
    updateNamedRecord: build.mutation<
      NamedRecordView,
      { kind: NamedRecordKind; documentId: string; data: NamedRecordPatch }
    >({
      query: ({ kind, documentId, data }) => ({
        url: `${API}/${kind}/${documentId}`,
        method: 'PUT',
        data,
      }),
      transformResponse: (answer: NamedRecordAnswer) => answer.data,
      invalidatesTags: (_result, error, { kind }) => (error ? [] : [...staleAfter(kind)]),
    }),
    mergeNamedRecords: build.mutation<
      BulkAnswer,
      { kind: NamedRecordKind; documentId: string; into: string }
    >({
      query: ({ kind, documentId, into }) => ({
        url: `${API}/${kind}/${documentId}/merge`,
        method: 'POST',
        data: { into } satisfies MergeRecordBody,
      }),
      invalidatesTags: (_result, _error, { kind }) => [...staleAfter(kind)],
    }),
    deleteNamedRecord: build.mutation<
      NamedRecordDeleted,
      { kind: NamedRecordKind; documentId: string }
    >({
      query: ({ kind, documentId }) => ({ url: `${API}/${kind}/${documentId}`, method: 'DELETE' }),
      // Also after a refusal: the usual one is that somebody else has deleted it already.
      invalidatesTags: (_result, _error, { kind }) => [...staleAfter(kind)],
    }),
  }),
});

export const {
  useGetNamedRecordsQuery,
  useCreateNamedRecordMutation,
  useUpdateNamedRecordMutation,
  useDeleteNamedRecordMutation,
  useMergeNamedRecordsMutation,
} = namedRecordsApi;
