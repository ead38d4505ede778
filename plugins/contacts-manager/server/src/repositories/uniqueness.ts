import type { Knex } from 'knex';
import type { Uniqueness } from '../../../shared/uniqueness';
import { enforceUniqueness, lockPhoneTable } from '../database/phone-table';
import { findPhoneOwners, type PhoneOwner } from './phone-owners';

export const LISTED_CONFLICTS = 100;

/**
 * Makes the database enforce the other rule, and keeps everybody from writing numbers until the transaction
 * ends. Answers with the owners of the first hundred numbers that forbid it; then nothing was changed.
 */
export async function changeUniqueness(trx: Knex, uniqueness: Uniqueness): Promise<PhoneOwner[][]> {
  await lockPhoneTable(trx);
  const conflicts = uniqueness === 'any' ? await findSharedNumbers(trx) : [];
  if (conflicts.length === 0) await enforceUniqueness(trx, uniqueness);
  return conflicts;
}

async function findSharedNumbers(trx: Knex): Promise<PhoneOwner[][]> {
  const phones = await trx('contact_phones')
    .groupBy('phone')
    .havingRaw('count(*) > 1')
    .orderBy('phone')
    .limit(LISTED_CONFLICTS)
    .pluck<string[]>('phone');
  const owners = await findPhoneOwners(trx, phones);
  return phones.map((phone) => owners.get(phone) ?? []);
}
