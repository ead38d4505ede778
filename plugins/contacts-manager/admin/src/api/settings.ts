import type { Settings, SettingsAnswer } from '../../../shared/contracts/settings';
import { API, contactsApi } from './base';

const SETTINGS = `${API}/settings`;

const settingsEndpoints = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getSettingsOfContacts: build.query<SettingsAnswer, undefined>({
      query: () => SETTINGS,
      // A form must never start from what somebody else has changed since.
      keepUnusedDataFor: 0,
      providesTags: ['ContactSettings'],
    }),
    changeSettingsOfContacts: build.mutation<SettingsAnswer, Settings>({
      query: (data) => ({ url: SETTINGS, method: 'PUT', data }),
      // How long changes can be undone and the bin keeps is part of what these tell.
      invalidatesTags: (_result, error) =>
        error ? [] : ['ContactSettings', 'ContactChange', 'ContactBin'],
    }),
  }),
});

export const { useGetSettingsOfContactsQuery, useChangeSettingsOfContactsMutation } =
  settingsEndpoints;
