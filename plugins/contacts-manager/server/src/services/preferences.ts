import type { Core } from '@strapi/strapi';
import type { Preferences } from '../../../shared/contracts/views';
import { loadPreferences, savePreferences } from '../repositories/preferences';

/** GET /preferences */
export const describePreferences = (strapi: Core.Strapi, ownerId: string): Promise<Preferences> =>
  loadPreferences(strapi.db.connection, ownerId);

/** PUT /preferences */
export async function keepPreferences(
  strapi: Core.Strapi,
  ownerId: string,
  preferences: Preferences,
): Promise<Preferences> {
  await savePreferences(strapi.db.connection, ownerId, preferences);
  return preferences;
}
