import type { Core } from '@strapi/strapi';
import type { FoundNumber, NumberOwner } from '../../../shared/contracts/numbers';
import { parsePhone } from '../../../shared/phone';
import { findFormerOwnersOf } from '../repositories/former-phones';
import { findPhoneOwners } from '../repositories/phone-owners';
import { readDefaultCountry } from '../repositories/settings';

/** POST /contacts/numbers: who has these numbers, or had them, in the order asked. */
export async function findNumbers(strapi: Core.Strapi, texts: string[]): Promise<FoundNumber[]> {
  const defaultCountry = await readDefaultCountry(strapi);
  const read = texts.map((text) => {
    const parsed = parsePhone(text, defaultCountry ? { defaultCountry } : {});
    return { text, phone: parsed.ok ? parsed.phone : null };
  });
  const knex = strapi.db.connection;
  const phones = [...new Set(read.flatMap(({ phone }) => phone ?? []))];
  const owners = await findPhoneOwners(knex, phones);
  const formerOwners = await findFormerOwnersOf(
    knex,
    phones.filter((phone) => !owners.has(phone)),
  );
  return read.map(({ text, phone }) => {
    const owner = phone === null ? undefined : owners.get(phone)?.[0];
    const contact: NumberOwner | null = owner
      ? { documentId: owner.documentId, name: owner.name, contactStatus: owner.contactStatus }
      : null;
    return {
      text,
      phone,
      contact,
      formerOwner: (phone === null ? undefined : formerOwners.get(phone)) ?? null,
    };
  });
}
