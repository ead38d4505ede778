import type { Core } from '@strapi/strapi';
import type { LookupBody, ReachableReason } from '../../../shared/contracts/lookup';
import { parsePhone, type CountryCode } from '../../../shared/phone';
import { decideReachable } from '../domain/reachability';
import { findPhoneOwners } from '../repositories/phone-owners';

const CONTACT = 'api::contact.contact';

interface StoredContact {
  id: number | string;
}

export interface LookupResult {
  phone: string;
  contact: object | null;
  reachable: { allowed: boolean; reason: ReachableReason };
}

/** Who has these numbers, in any spelling, and whether they may be written to; in the order asked. */
export async function lookUpPhones(
  strapi: Core.Strapi,
  { phones, purpose }: LookupBody,
  defaultCountry: CountryCode | undefined,
): Promise<LookupResult[]> {
  const numbers = phones.map((phone) => {
    const parsed = parsePhone(phone, defaultCountry ? { defaultCountry } : {});
    return parsed.ok ? parsed.phone : null;
  });
  const known = [...new Set(numbers.filter((number) => number !== null))];
  const owners = await findPhoneOwners(strapi.db.connection, known);
  const ids = [...new Set([...owners.values()].map(({ contactId }) => contactId))];
  const contacts = (await strapi.db.query(CONTACT).findMany({
    where: { id: { $in: ids } },
    populate: ['category', 'groups'],
  })) as StoredContact[];
  const byId = new Map<number, object>(contacts.map((contact) => [Number(contact.id), contact]));
  return phones.map((phone, index) => {
    const number = numbers[index];
    const owner = number ? owners.get(number) : undefined;
    return {
      phone,
      contact: (owner && byId.get(owner.contactId)) ?? null,
      reachable: decideReachable(owner?.contactStatus ?? null, purpose),
    };
  });
}
