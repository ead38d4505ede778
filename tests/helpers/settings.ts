import type { Settings } from '../../plugins/contacts-manager/shared/contracts/settings';
import type { Client } from './client';
import { ROOT } from './directory';

export const SETTINGS = `${ROOT}/settings`;

/** The settings as somebody with their right reads and writes them. */
export function settingsOf(caller: () => Client) {
  const inForce = async (): Promise<Settings> =>
    (await caller().get(SETTINGS).expect(200)).body.data;
  return {
    inForce,
    /** Writes them all, as the screen does; what is not mentioned stays. */
    change: async (changes: Partial<Settings>) =>
      caller().put(SETTINGS, { ...(await inForce()), ...changes }),
  };
}
