import type {
  ImportAnswer,
  ImportListAnswer,
  ImportRowsAnswer,
  MappingBody,
  RowDecision,
  RowState,
} from '../../../shared/contracts/imports';
import { API, contactsApi, withQuery } from './base';

interface RowsQuery {
  id: string;
  decision?: RowDecision;
  state?: RowState;
  page: number;
  pageSize: number;
}

/** What an import can have changed, for the moment when it ends. */
const tellContactsChanged = () =>
  contactsApi.util.invalidateTags(['Contact', 'ContactCounts', 'ContactGroup', 'ContactCategory']);

const importsApi = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getImports: build.query<ImportListAnswer, { page: number; pageSize: number }>({
      query: (query) => withQuery('/imports', query),
      providesTags: ['ContactImport'],
    }),
    getImport: build.query<ImportAnswer, string>({
      query: (id) => withQuery(`/imports/${id}`, {}),
      providesTags: (_result, _error, id) => [{ type: 'ContactImport', id }],
      onQueryStarted: async (_id, { dispatch, getCacheEntry, queryFulfilled }) => {
        const before = getCacheEntry().data?.state;
        const after = await queryFulfilled.then(
          ({ data }) => data.state,
          // The screen that asked shows the failure; here there is only nothing to tell.
          () => before,
        );
        if (before === 'committing' && after !== 'committing') dispatch(tellContactsChanged());
      },
    }),
    getImportRows: build.query<ImportRowsAnswer, RowsQuery>({
      query: ({ id, ...query }) => withQuery(`/imports/${id}/rows`, query),
      // Rows change while the screen that shows them is closed: parsing and saving both rewrite them.
      keepUnusedDataFor: 0,
    }),
    mapImportColumns: build.mutation<ImportAnswer, { id: string } & MappingBody>({
      query: ({ id, mapping }) => ({
        url: `${API}/imports/${id}/mapping`,
        method: 'POST',
        data: { mapping },
      }),
      invalidatesTags: ['ContactImport'],
    }),
    confirmImport: build.mutation<ImportAnswer, string>({
      query: (id) => ({ url: `${API}/imports/${id}/confirm`, method: 'POST', data: {} }),
      // After a refusal too: it means that the import has moved on in another tab.
      invalidatesTags: ['ContactImport'],
    }),
    cancelImport: build.mutation<ImportAnswer, string>({
      query: (id) => ({ url: `${API}/imports/${id}/cancel`, method: 'POST', data: {} }),
      invalidatesTags: ['ContactImport'],
    }),
  }),
});

export const {
  useGetImportsQuery,
  useGetImportQuery,
  useGetImportRowsQuery,
  useMapImportColumnsMutation,
  useConfirmImportMutation,
  useCancelImportMutation,
} = importsApi;
