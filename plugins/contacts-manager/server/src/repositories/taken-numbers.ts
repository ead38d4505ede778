import type { Knex } from 'knex';
import { slotsConflict, type PhoneSlot, type Uniqueness } from '../../../shared/uniqueness';
import { whereTextIn } from '../database/id-list';
import { loadSettings } from './settings';

export interface WantedNumber {
  contactId: number;
  phone: string;
  slot: PhoneSlot;
}

/**
 * The contacts that cannot have the numbers they want, because some other contact has one of them by now,
 * or wants it before them in this list. Contacts that are `leaving` give theirs up.
 */
export async function findTaken(
  trx: Knex,
  wanted: WantedNumber[],
  leaving: ReadonlySet<number> = new Set(),
): Promise<Set<number>> {
  const { uniqueness } = await loadSettings(trx);
  const holders = await loadHolders(
    trx,
    wanted.map(({ phone }) => phone),
  );
  const taken = new Set<number>();
  for (const number of wanted) {
    const holding = holders.get(number.phone) ?? [];
    const others = holding.filter(({ contactId }) => !leaving.has(contactId));
    if (excludes(uniqueness, others, number)) taken.add(number.contactId);
    else holders.set(number.phone, [...others, number]);
  }
  return taken;
}

const excludes = (uniqueness: Uniqueness, others: WantedNumber[], wanted: WantedNumber): boolean =>
  others.some(
    ({ contactId, slot }) =>
      contactId !== wanted.contactId && slotsConflict(uniqueness, slot, wanted.slot),
  );

async function loadHolders(trx: Knex, phones: string[]): Promise<Map<string, WantedNumber[]>> {
  const query = trx('contact_phones').select<
    { phone: string; contact_id: number; slot: PhoneSlot }[]
  >(...['phone', 'contact_id', 'slot']);
  whereTextIn(query, trx, 'phone', phones);
  const holders = new Map<string, WantedNumber[]>();
  for (const { phone, contact_id, slot } of await query) {
    holders.set(phone, [...(holders.get(phone) ?? []), { contactId: contact_id, phone, slot }]);
  }
  return holders;
}
