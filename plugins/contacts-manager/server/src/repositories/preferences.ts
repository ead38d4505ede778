import type { Knex } from 'knex';
import { preferencesBody, type Preferences } from '../../../shared/contracts/views';

const NONE: Preferences = { columns: null, sort: null, pageSize: null };

/** How a person wants the list; what a newer or older release has written and this one cannot read counts as not said. */
export async function loadPreferences(knex: Knex, ownerId: string): Promise<Preferences> {
  const row = await knex<{ owner_id: string; settings: string }>('contact_preferences')
    .where({ owner_id: ownerId })
    .first();
  const kept = row ? preferencesBody.safeParse(JSON.parse(row.settings)).data : undefined;
  return { ...NONE, ...kept };
}

export async function savePreferences(
  knex: Knex,
  ownerId: string,
  preferences: Preferences,
): Promise<void> {
  await knex('contact_preferences')
    .insert({ owner_id: ownerId, settings: JSON.stringify(preferences) })
    .onConflict('owner_id')
    .merge();
}
