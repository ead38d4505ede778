import type { BinAnswer, BinQueryInput, RestoreBody } from '../../../shared/contracts/bin';
import type { BulkAnswer } from '../../../shared/contracts/bulk';
import type {
  ChangedContactsAnswer,
  OperationAnswer,
  OperationKind,
  OperationPeopleAnswer,
  OperationsAnswer,
  TimelineAnswer,
} from '../../../shared/contracts/operations';
import { CONTACTS_STALE, contactsApi, API, withQuery } from './base';

/** What History can be narrowed to; empty texts narrow nothing. */
export interface HistoryQuery {
  kind: OperationKind[];
  actor: string;
  contact: string;
  from: string;
  to: string;
  page: number;
  pageSize: number;
}
interface PageOf {
  id: string;
  page: number;
  pageSize: number;
}

const pathOf = (id: string, part = '') => `/operations/${encodeURIComponent(id)}${part}`;

/** Whether the answer, once it is there, says that the change is over. */
const endOf = (answer: Promise<{ data: OperationAnswer }>): Promise<boolean> =>
  answer.then(
    ({ data }) => data.state !== 'running',
    // The screen shows why; there is nothing to refresh.
    () => false,
  );

const operationEndpoints = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getOperations: build.query<OperationsAnswer, HistoryQuery>({
      query: (query) => withQuery('/operations', { ...query }),
      providesTags: ['ContactChange'],
    }),
    getOperationPeople: build.query<OperationPeopleAnswer['results'], undefined>({
      query: () => `${API}/operations/people`,
      transformResponse: (answer: OperationPeopleAnswer) => answer.results,
      providesTags: ['ContactChange'],
    }),
    getOperation: build.query<OperationAnswer, string>({
      query: (id) => `${API}${pathOf(id)}`,
      providesTags: ['ContactChange'],
      onQueryStarted: async (_id, { dispatch, getCacheEntry, queryFulfilled }) => {
        const wasRunning = getCacheEntry().data?.state === 'running';
        const isOver = await endOf(queryFulfilled);
        if (wasRunning && isOver) dispatch(contactsApi.util.invalidateTags([...CONTACTS_STALE]));
      },
    }),
    /** The same, asked again and again while a change is being made: lists are stale once it is over. */
    followOperation: build.query<OperationAnswer, string>({
      query: (id) => `${API}${pathOf(id)}`,
      keepUnusedDataFor: 0,
      onQueryStarted: async (_id, { dispatch, queryFulfilled }) => {
        if (await endOf(queryFulfilled))
          dispatch(contactsApi.util.invalidateTags([...CONTACTS_STALE]));
      },
    }),
    getOperationContacts: build.query<ChangedContactsAnswer, PageOf>({
      query: ({ id, page, pageSize }) => withQuery(pathOf(id, '/contacts'), { page, pageSize }),
      providesTags: ['ContactChange'],
    }),
    getTimeline: build.query<TimelineAnswer, PageOf>({
      query: ({ id, page, pageSize }) =>
        withQuery(`/contacts/${encodeURIComponent(id)}/timeline`, { page, pageSize }),
      providesTags: ['ContactChange', 'Contact'],
    }),
    undoOperation: build.mutation<BulkAnswer, string>({
      query: (id) => ({ url: `${API}${pathOf(id, '/undo')}`, method: 'POST' }),
      // After a refusal too: the usual one is that somebody else has undone it already.
      invalidatesTags: [...CONTACTS_STALE, 'ContactImport'],
    }),
    cancelOperation: build.mutation<OperationAnswer, string>({
      query: (id) => ({ url: `${API}${pathOf(id, '/cancel')}`, method: 'POST' }),
      invalidatesTags: [...CONTACTS_STALE],
    }),
    getBin: build.query<BinAnswer, Pick<BinQueryInput, 'search'> & Omit<PageOf, 'id'>>({
      query: ({ search, page, pageSize }) => withQuery('/bin', { search, page, pageSize }),
      providesTags: ['ContactBin'],
    }),
    restoreContacts: build.mutation<BulkAnswer, string[]>({
      query: (ids) => ({
        url: `${API}/bin/restore`,
        method: 'POST',
        data: { ids } satisfies RestoreBody,
      }),
      invalidatesTags: [...CONTACTS_STALE],
    }),
  }),
});

export const {
  useGetOperationsQuery,
  useGetOperationPeopleQuery,
  useGetOperationQuery,
  useFollowOperationQuery,
  useGetOperationContactsQuery,
  useGetTimelineQuery,
  useUndoOperationMutation,
  useCancelOperationMutation,
  useGetBinQuery,
  useRestoreContactsMutation,
} = operationEndpoints;
