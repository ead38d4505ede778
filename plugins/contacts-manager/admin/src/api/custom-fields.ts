import type {
  FieldAnswer,
  FieldBodyInput,
  FieldsAnswer,
  FieldUsageAnswer,
  NewFieldBodyInput,
} from '../../../shared/contracts/custom-fields';
import { API, contactsApi } from './base';

const ADDRESS = `${API}/custom-fields`;

const customFieldEndpoints = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getCustomFields: build.query<FieldsAnswer['results'], undefined>({
      query: () => ADDRESS,
      transformResponse: (answer: FieldsAnswer) => answer.results,
      providesTags: ['ContactField'],
    }),
    getFieldUsage: build.query<FieldUsageAnswer['data'], string>({
      query: (documentId) => `${ADDRESS}/${documentId}/usage`,
      transformResponse: (answer: FieldUsageAnswer) => answer.data,
      // Contacts change all the time, and the question is asked right before something is deleted.
      keepUnusedDataFor: 0,
    }),
    createField: build.mutation<FieldAnswer['data'], NewFieldBodyInput>({
      query: (data) => ({ url: ADDRESS, method: 'POST', data }),
      transformResponse: (answer: FieldAnswer) => answer.data,
      invalidatesTags: (_result, error) => (error ? [] : ['ContactField']),
    }),
    updateField: build.mutation<FieldAnswer['data'], { documentId: string; data: FieldBodyInput }>({
      query: ({ documentId, data }) => ({ url: `${ADDRESS}/${documentId}`, method: 'PUT', data }),
      transformResponse: (answer: FieldAnswer) => answer.data,
      invalidatesTags: (_result, error) => (error ? [] : ['ContactField']),
    }),
    deleteField: build.mutation<unknown, string>({
      query: (documentId) => ({ url: `${ADDRESS}/${documentId}`, method: 'DELETE' }),
      // Also after a refusal: the usual one is that somebody else has deleted it already.
      invalidatesTags: ['ContactField'],
    }),
    orderFields: build.mutation<FieldsAnswer, string[]>({
      query: (documentIds) => ({ url: `${ADDRESS}/order`, method: 'POST', data: { documentIds } }),
      invalidatesTags: ['ContactField'],
    }),
  }),
});

export const {
  useGetCustomFieldsQuery,
  useGetFieldUsageQuery,
  useCreateFieldMutation,
  useUpdateFieldMutation,
  useDeleteFieldMutation,
  useOrderFieldsMutation,
} = customFieldEndpoints;
