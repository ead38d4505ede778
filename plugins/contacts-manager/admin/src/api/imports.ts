import type {
  ImportRowsAnswer,
  ImportRowView,
  ReplaceAnswer,
  ReplaceBody,
  RowDecision,
  RowPatch,
  RowPatchAnswer,
  RowState,
} from '../../../shared/contracts/import-rows';
import type {
  ConfirmBody,
  ImportAnswer,
  ImportListAnswer,
  MappingBody,
} from '../../../shared/contracts/imports';
import { API, contactsApi, withQuery } from './base';

interface RowsQuery {
  id: string;
  decision?: RowDecision;
  state?: RowState;
  page: number;
  pageSize: number;
  /** Rows that were of this kind when they were shown, by commas: see the contract. */
  keep?: string;
  /** Not sent: rows that are asked for in another round are asked for anew. */
  round?: number;
}

/** What an import can have changed, for the moment when it ends. */
const tellContactsChanged = () =>
  contactsApi.util.invalidateTags(['Contact', 'ContactCounts', 'ContactGroup', 'ContactCategory']);

/** A corrected row stays where it is on the screen, whatever it has become. */
const replaceRows = (rows: ImportRowView[], corrected: ImportRowView[]): ImportRowView[] =>
  rows.map((row) => corrected.find((one) => one.row === row.row) ?? row);

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
      query: ({ id, round: _round, ...query }) => withQuery(`/imports/${id}/rows`, query),
      providesTags: (_result, _error, { id }) => [{ type: 'ContactImportRows', id }],
      // A row that is corrected is no reason to ask again for those that are there.
      serializeQueryArgs: ({ queryArgs: { keep: _keep, ...args } }) => args,
      // Rows change while the screen that shows them is closed: parsing and saving both rewrite them.
      keepUnusedDataFor: 0,
    }),
    correctImportRow: build.mutation<RowPatchAnswer, { id: string; row: number; patch: RowPatch }>({
      query: ({ id, row, patch }) => ({
        url: `${API}/imports/${id}/rows/${row}`,
        method: 'PUT',
        data: patch,
      }),
      onQueryStarted: async ({ id }, { dispatch, getState, queryFulfilled }) => {
        const answer = await queryFulfilled.then(
          ({ data }) => data,
          // The cell that was typed into shows the failure.
          () => null,
        );
        if (!answer) return;
        const { row, others, import: view } = answer;
        void dispatch(importsApi.util.upsertQueryData('getImport', id, view));
        const shown = importsApi.util.selectInvalidatedBy(getState(), [
          { type: 'ContactImportRows', id },
        ]);
        for (const { originalArgs } of shown) {
          dispatch(
            importsApi.util.updateQueryData('getImportRows', originalArgs as RowsQuery, (draft) => {
              draft.results = replaceRows(draft.results, [row, ...others]);
            }),
          );
        }
      },
    }),
    replaceInImport: build.mutation<ReplaceAnswer, { id: string; body: ReplaceBody }>({
      query: ({ id, body }) => ({
        url: `${API}/imports/${id}/replace`,
        method: 'POST',
        data: body,
      }),
      onQueryStarted: async ({ id }, { dispatch, queryFulfilled }) => {
        const answer = await queryFulfilled.then(
          ({ data }) => data,
          () => null,
        );
        if (answer) void dispatch(importsApi.util.upsertQueryData('getImport', id, answer.import));
      },
    }),
    mapImportColumns: build.mutation<ImportAnswer, { id: string; body: MappingBody }>({
      query: ({ id, body }) => ({
        url: `${API}/imports/${id}/mapping`,
        method: 'POST',
        data: body,
      }),
      onQueryStarted: async ({ id }, { dispatch, queryFulfilled }) => {
        const answer = await queryFulfilled.then(
          ({ data }) => data,
          // The screen that asked shows the failure.
          () => null,
        );
        if (answer) void dispatch(importsApi.util.upsertQueryData('getImport', id, answer));
      },
      invalidatesTags: ['ContactImport'],
    }),
    confirmImport: build.mutation<ImportAnswer, { id: string; body: ConfirmBody }>({
      query: ({ id, body }) => ({
        url: `${API}/imports/${id}/confirm`,
        method: 'POST',
        data: body,
      }),
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
  useCorrectImportRowMutation,
  useReplaceInImportMutation,
  useMapImportColumnsMutation,
  useConfirmImportMutation,
  useCancelImportMutation,
} = importsApi;
