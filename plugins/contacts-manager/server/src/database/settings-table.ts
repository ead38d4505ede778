import type { Knex } from 'knex';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/contracts/settings';
import { readCountry } from '../../../shared/phone';
import type { Uniqueness } from '../../../shared/uniqueness';
import { dialectOf } from './dialect';

/**
 * One row, which every server reads when it needs it. `initialCountry` is what the environment says; it
 * counts for a new installation only, and from then on the settings screen does. Answers with what the
 * phone table has to enforce.
 */
export async function ensureSettings(trx: Knex, initialCountry: string): Promise<Uniqueness> {
  await trx.raw(`create table if not exists contact_settings (
    id integer not null primary key check (id = 1),
    settings text not null,
    changed_at ${dialectOf(trx) === 'sqlite' ? 'integer' : 'timestamp(6)'},
    changed_by_id text,
    changed_by text
  )`);
  const initial: Settings = {
    ...DEFAULT_SETTINGS,
    defaultCountry: readCountry(initialCountry) ?? null,
  };
  await trx('contact_settings')
    .insert({ id: 1, settings: JSON.stringify(initial) })
    .onConflict('id')
    .ignore();
  const row = await trx<{ settings: string }>('contact_settings').first('settings');
  const stored = JSON.parse(row?.settings ?? '{}') as Partial<Settings>;
  return stored.uniqueness ?? DEFAULT_SETTINGS.uniqueness;
}
