import type { Core } from '@strapi/strapi';
import type { Preferences, PreferencesBody } from '../../../shared/contracts/views';
import { loadPreferences, savePreferences } from '../repositories/preferences';
import { inTransaction } from '../repositories/transaction';

/** GET /preferences */
export const describePreferences = (strapi: Core.Strapi, ownerId: string): Promise<Preferences> =>
  loadPreferences(strapi.db.connection, ownerId);

/** PUT /preferences */
export async function keepPreferences(
  strapi: Core.Strapi,
  ownerId: string,
  wanted: PreferencesBody,
): Promise<Preferences> {
  return inTransaction(strapi, async (trx) => {
    const preferences = { ...(await loadPreferences(trx, ownerId)), ...wanted };
    await savePreferences(trx, ownerId, preferences);
    return preferences;
  });
}
