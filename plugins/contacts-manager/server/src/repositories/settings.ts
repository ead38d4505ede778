import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/contracts/settings';
import { readCountry, type CountryCode } from '../../../shared/phone';
import { dialectOf } from '../database/dialect';
import type { Actor } from '../domain/actor';
import { timestamp } from './operations';
import { inTransaction } from './transaction';

interface SettingsRow {
  settings: string;
  changed_at: Date | number | null;
  changed_by: string | null;
}

export interface StoredSettings {
  settings: Settings;
  changed: { at: Date; by: string | null } | null;
}

/** A setting that a later release adds has its default until somebody saves. Only this file writes the row. */
function settingsOf(text: string): Settings {
  const stored = JSON.parse(text) as Partial<Settings>;
  return {
    ...DEFAULT_SETTINGS,
    ...stored,
    limits: { ...DEFAULT_SETTINGS.limits, ...stored.limits },
    retention: { ...DEFAULT_SETTINGS.retention, ...stored.retention },
  };
}

async function loadRow(knex: Knex, lock: boolean): Promise<StoredSettings> {
  const query = knex<SettingsRow>('contact_settings').first();
  if (lock && dialectOf(knex) === 'postgres') void query.forUpdate();
  const row = await query;
  if (!row) throw new Error('The settings of Contacts are missing. Start the server again.');
  return {
    settings: settingsOf(row.settings),
    changed: row.changed_at === null ? null : { at: new Date(row.changed_at), by: row.changed_by },
  };
}

/** The settings in force. Never cached: another server may have changed them a moment ago. */
export const loadSettings = async (knex: Knex): Promise<Settings> =>
  (await loadRow(knex, false)).settings;

export const describeStoredSettings = (knex: Knex): Promise<StoredSettings> => loadRow(knex, false);

/** The same, and nobody else changes them before this transaction ends. */
export const lockSettings = (trx: Knex): Promise<StoredSettings> => loadRow(trx, true);

export async function saveSettings(trx: Knex, settings: Settings, actor: Actor): Promise<void> {
  await trx('contact_settings')
    .where({ id: 1 })
    .update({
      settings: JSON.stringify(settings),
      changed_at: timestamp(dialectOf(trx), new Date()),
      changed_by_id: actor.id,
      changed_by: actor.name,
    });
}

/** For callers that may or may not be inside a transaction: SQLite has one connection, and it is taken then. */
export const readSettings = (strapi: Core.Strapi): Promise<Settings> =>
  strapi.db.inTransaction()
    ? inTransaction(strapi, loadSettings)
    : loadSettings(strapi.db.connection);

export const readDefaultCountry = async (strapi: Core.Strapi): Promise<CountryCode | undefined> =>
  readCountry((await readSettings(strapi)).defaultCountry);

/** Only a number that is written without `+` asks for the country: what the guard has normalised does not. */
export async function countryForNumbers(
  strapi: Core.Strapi,
  data: { primaryContact?: unknown; secondaryContact?: unknown },
): Promise<CountryCode | undefined> {
  const asks = (number: unknown) =>
    (typeof number === 'string' && !number.startsWith('+')) || typeof number === 'number';
  return asks(data.primaryContact) || asks(data.secondaryContact)
    ? readDefaultCountry(strapi)
    : undefined;
}
