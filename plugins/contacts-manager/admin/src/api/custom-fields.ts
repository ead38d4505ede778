import type { FieldsAnswer } from '../../../shared/contracts/custom-fields';
import { API, contactsApi } from './base';

const customFieldEndpoints = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getCustomFields: build.query<FieldsAnswer['results'], undefined>({
      query: () => `${API}/custom-fields`,
      transformResponse: (answer: FieldsAnswer) => answer.results,
      providesTags: ['ContactField'],
    }),
  }),
});

export const { useGetCustomFieldsQuery } = customFieldEndpoints;
