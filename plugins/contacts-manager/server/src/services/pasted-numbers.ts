import type { Core } from '@strapi/strapi';
import type {
  PastedNumbersAnswer,
  PastedNumbersBody,
} from '../../../shared/contracts/pasted-numbers';
import { parsePhone, type CountryCode } from '../../../shared/phone';
import { findPhoneOwners } from '../repositories/phone-owners';

/** Who has these numbers, and which of them nobody has. */
export async function findPastedNumbers(
  strapi: Core.Strapi,
  { numbers }: PastedNumbersBody,
  defaultCountry: CountryCode | undefined,
): Promise<PastedNumbersAnswer> {
  const read = [...new Set(numbers)].map((number) => ({
    number,
    parsed: parsePhone(number, defaultCountry ? { defaultCountry } : {}),
  }));
  const phones = read.flatMap(({ parsed }) => (parsed.ok ? [parsed.phone] : []));
  const owners = await findPhoneOwners(strapi.db.connection, [...new Set(phones)]);
  const found = new Map<string, PastedNumbersAnswer['found'][number]>();
  const notFound: PastedNumbersAnswer['notFound'] = [];
  for (const { number, parsed } of read) {
    const owner = parsed.ok ? owners.get(parsed.phone) : undefined;
    if (owner) {
      const { documentId, name, contactStatus } = owner;
      if (!found.has(documentId))
        found.set(documentId, { documentId, name, contactStatus, number });
    } else notFound.push({ number, code: parsed.ok ? 'contact.not-found' : parsed.code });
  }
  return { found: [...found.values()], notFound };
}
