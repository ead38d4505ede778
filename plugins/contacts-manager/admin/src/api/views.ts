import type {
  Preferences,
  PreferencesAnswer,
  PreferencesBody,
  SavedView,
  ViewAnswer,
  ViewBodyInput,
  ViewsAnswer,
} from '../../../shared/contracts/views';
import { API, contactsApi } from './base';

const VIEWS = `${API}/views`;
const PREFERENCES = `${API}/preferences`;

const viewEndpoints = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getViews: build.query<SavedView[], undefined>({
      query: () => VIEWS,
      transformResponse: (answer: ViewsAnswer) => answer.results,
      providesTags: ['ContactView'],
    }),
    createView: build.mutation<SavedView, ViewBodyInput>({
      query: (data) => ({ url: VIEWS, method: 'POST', data }),
      transformResponse: (answer: ViewAnswer) => answer.data,
      invalidatesTags: (_result, error) => (error ? [] : ['ContactView']),
    }),
    updateView: build.mutation<SavedView, { documentId: string; data: ViewBodyInput }>({
      query: ({ documentId, data }) => ({ url: `${VIEWS}/${documentId}`, method: 'PUT', data }),
      transformResponse: (answer: ViewAnswer) => answer.data,
      // Lists may be narrowed by it. After a refusal too: the usual one is that somebody has deleted it.
      invalidatesTags: ['ContactView', 'Contact', 'ContactCounts'],
    }),
    deleteView: build.mutation<unknown, string>({
      query: (documentId) => ({ url: `${VIEWS}/${documentId}`, method: 'DELETE' }),
      invalidatesTags: ['ContactView', 'Contact', 'ContactCounts'],
    }),
    getPreferences: build.query<Preferences, undefined>({
      query: () => PREFERENCES,
      transformResponse: (answer: PreferencesAnswer) => answer.data,
      providesTags: ['ContactPreferences'],
    }),
    savePreferences: build.mutation<PreferencesAnswer, PreferencesBody>({
      query: (data) => ({ url: PREFERENCES, method: 'PUT', data }),
      onQueryStarted: async ({ columns, ...order }, { dispatch, queryFulfilled }) => {
        const keep = (wanted: PreferencesBody) =>
          dispatch(
            viewEndpoints.util.updateQueryData('getPreferences', undefined, (known) => {
              Object.assign(known, wanted);
            }),
          );
        // The list must not wait for the answer to show other columns; an order is in its address already.
        const patch = columns === undefined ? null : keep({ columns });
        await queryFulfilled.then(
          () => keep(order),
          () => patch?.undo(),
        );
      },
    }),
  }),
});

export const {
  useGetViewsQuery,
  useCreateViewMutation,
  useUpdateViewMutation,
  useDeleteViewMutation,
  useGetPreferencesQuery,
  useSavePreferencesMutation,
} = viewEndpoints;
