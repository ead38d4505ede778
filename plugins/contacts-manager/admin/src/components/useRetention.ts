import { DEFAULT_SETTINGS, type Settings } from '../../../shared/contracts/settings';
import { useGetContactSettingsQuery } from '../api/contacts';

/** How many days what is deleted or changed can come back. Until the server has said so, the usual. */
export const useRetention = (): Settings['retention'] =>
  useGetContactSettingsQuery(undefined).data?.retention ?? DEFAULT_SETTINGS.retention;
