import type { Core } from '@strapi/strapi';
import type {
  InstallationAnswer,
  SettingsAnswer,
  SettingsUpdateBody,
} from '../../../shared/contracts/settings';
import { fieldError, Refusal, type FieldError } from '../../../shared/errors';
import type { Actor } from '../domain/actor';
import type { PhoneOwner } from '../repositories/phone-owners';
import {
  describeStoredSettings,
  lockSettings,
  readSettings,
  saveSettings,
  type StoredSettings,
} from '../repositories/settings';
import { inTransaction } from '../repositories/transaction';
import { changeUniqueness } from '../repositories/uniqueness';

export async function describeSettings(strapi: Core.Strapi): Promise<SettingsAnswer> {
  const stored = await describeStoredSettings(strapi.db.connection);
  const at = changedAt(stored);
  return {
    data: stored.settings,
    changed: at === null ? null : { at, by: stored.changed?.by ?? null },
  };
}

const changedAt = ({ changed }: StoredSettings): string | null => changed?.at.toISOString() ?? null;

export async function describeInstallation(strapi: Core.Strapi): Promise<InstallationAnswer> {
  const { defaultCountry, uniqueness, limits, retention } = await readSettings(strapi);
  return { data: { defaultCountry, uniqueness, limits, retention } };
}

/**
 * Changes the settings for every server at once. What numbers may be shared is the database's own rule, so
 * that it changes in the same transaction, and is refused while contacts break the new one.
 */
export async function changeSettings(
  strapi: Core.Strapi,
  { base, ...settings }: SettingsUpdateBody,
  caller: { actor: Actor; showOwners: boolean },
): Promise<SettingsAnswer> {
  await inTransaction(strapi, async (trx) => {
    const before = await lockSettings(trx);
    if (base !== undefined && base !== changedAt(before)) {
      throw new Refusal('settings.changed-meanwhile');
    }
    if (before.settings.uniqueness !== settings.uniqueness) {
      const conflicts = await changeUniqueness(trx, settings.uniqueness);
      if (conflicts.length > 0) throw refuseConflicts(conflicts, caller.showOwners);
    }
    await saveSettings(trx, settings, caller.actor);
  });
  return describeSettings(strapi);
}

/** Every contact of every shared number, number by number. */
const refuseConflicts = (conflicts: PhoneOwner[][], showOwners: boolean): Refusal =>
  new Refusal(
    'settings.number-conflicts',
    conflicts.flat().map(({ phone, documentId, name, contactStatus }): FieldError => ({
      ...fieldError(['uniqueness'], 'settings.number-conflicts'),
      phone,
      ...(showOwners && { owner: { documentId, name, contactStatus } }),
    })),
  );
