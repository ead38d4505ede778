import type { Core } from '@strapi/strapi';
import type { LookupBody, ReachableReason } from '../../../shared/contracts/lookup';
import { parsePhone } from '../../../shared/phone';
import { decideReachable } from '../domain/reachability';
import { findPhoneOwners } from '../repositories/phone-owners';
import { readDefaultCountry } from '../repositories/settings';

const CONTACT = 'api::contact.contact';

interface StoredContact {
  id: number | string;
}

export interface LookupResult {
  phone: string;
  contact: object | null;
  reachable: { allowed: boolean; reason: ReachableReason };
}

/**
 * Who has these numbers, in any spelling, and whether they may be written to; in the order asked. Of those
 * who share a number, the one whose primary number it is answers for it, else the one who had it first.
 */
export async function lookUpPhones(
  strapi: Core.Strapi,
  { phones, purpose }: LookupBody,
): Promise<LookupResult[]> {
  const defaultCountry = await readDefaultCountry(strapi);
  const numbers = phones.map((phone) => {
    const parsed = parsePhone(phone, defaultCountry ? { defaultCountry } : {});
    return parsed.ok ? parsed.phone : null;
  });
  const known = [...new Set(numbers.filter((number) => number !== null))];
  const owners = await findPhoneOwners(strapi.db.connection, known);
  const ids = [...new Set([...owners.values()].flatMap(([owner]) => owner?.contactId ?? []))];
  const contacts = (await strapi.db.query(CONTACT).findMany({
    where: { id: { $in: ids } },
    populate: ['category', 'groups'],
  })) as StoredContact[];
  const byId = new Map<number, object>(contacts.map((contact) => [Number(contact.id), contact]));
  return phones.map((phone, index) => {
    const number = numbers[index];
    const sharing = number === null || number === undefined ? [] : (owners.get(number) ?? []);
    const [owner] = sharing;
    return {
      phone,
      contact: (owner && byId.get(owner.contactId)) ?? null,
      reachable: decideReachable(
        sharing.map(({ contactStatus }) => contactStatus),
        purpose,
      ),
    };
  });
}
