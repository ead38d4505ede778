import type { SettingsAnswer, SettingsUpdateBody } from '../../../shared/contracts/settings';
import { API, contactsApi } from './base';
import { readFailure } from './errors';

const SETTINGS = `${API}/settings`;

/** Whether somebody else has saved since the form was opened. */
function isOutdated(error: unknown): boolean {
  const failure = readFailure(error);
  return failure.kind === 'refused' && failure.code === 'settings.changed-meanwhile';
}

const settingsEndpoints = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getSettingsOfContacts: build.query<SettingsAnswer, undefined>({
      query: () => SETTINGS,
      // A form must never start from what somebody else has changed since.
      keepUnusedDataFor: 0,
      providesTags: ['ContactSettings'],
    }),
    changeSettingsOfContacts: build.mutation<SettingsAnswer, SettingsUpdateBody>({
      query: (data) => ({ url: SETTINGS, method: 'PUT', data }),
      // A form that is saved twice starts the second time from what the first answered.
      onQueryStarted: async (_settings, { dispatch, queryFulfilled }) => {
        // A refusal is shown by the form.
        const answer = await queryFulfilled.catch(() => null);
        if (!answer) return;
        dispatch(
          settingsEndpoints.util.updateQueryData(
            'getSettingsOfContacts',
            undefined,
            () => answer.data,
          ),
        );
      },
      // How long changes can be undone and the bin keeps is part of what these tell.
      invalidatesTags: (_result, error) => {
        if (!error) return ['ContactSettings', 'ContactChange', 'ContactBin'];
        return isOutdated(error) ? ['ContactSettings'] : [];
      },
    }),
  }),
});

export const { useGetSettingsOfContactsQuery, useChangeSettingsOfContactsMutation } =
  settingsEndpoints;
