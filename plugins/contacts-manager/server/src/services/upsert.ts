import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { fieldError, refuseFields } from '../../../shared/errors';
import { parsePhone } from '../../../shared/phone';
import { diffAttributes } from '../domain/changes/diff';
import { explainTaken } from '../guards/document-middleware';
import { readRefusal, toStrapiError } from '../http/errors';
import { loadSnapshot } from '../repositories/contact-snapshots';
import { findPhoneOwners, type PhoneOwner } from '../repositories/phone-owners';
import { readDefaultCountry } from '../repositories/settings';
import { inTransaction } from '../repositories/transaction';

const CONTACT = 'api::contact.contact';
const POPULATE = { category: true, groups: true } as const;

export type ContactData = Record<string, unknown>;
export interface Upserted {
  contact: { documentId: string };
  result: 'created' | 'updated' | 'unchanged';
}

/** Leaves the transaction of an update that turned out to change nothing, `updatedAt` included. */
class NothingChanged extends Error {}

/** Creates or updates the contact whose primary number this is. Never changes a status. */
export async function upsertContact(strapi: Core.Strapi, data: ContactData): Promise<Upserted> {
  const existing = await findByPrimary(strapi, data);
  if (existing) return updateExisting(strapi, existing, data);
  try {
    const contact = await strapi.documents(CONTACT).create({ data, populate: POPULATE });
    return { contact, result: 'created' };
  } catch (error) {
    // Somebody created it between the look and the write: the database refused, so now it is there.
    const winner = isTaken(error) ? await findByPrimary(strapi, data) : null;
    if (!winner) throw error;
    return updateExisting(strapi, winner, data);
  }
}

const isTaken = (error: unknown): boolean => readRefusal(error)?.code === 'phone.taken';

async function findByPrimary(strapi: Core.Strapi, data: ContactData): Promise<PhoneOwner | null> {
  const { primaryContact } = data;
  if (typeof primaryContact !== 'string') {
    throw refuseFields([fieldError(['primaryContact'], 'phone.required')]);
  }
  const defaultCountry = await readDefaultCountry(strapi);
  const parsed = parsePhone(primaryContact, defaultCountry ? { defaultCountry } : {});
  if (!parsed.ok) throw refuseFields([fieldError(['primaryContact'], parsed.code)]);
  const owners = await findPhoneOwners(strapi.db.connection, [parsed.phone]);
  const [owner] = owners.get(parsed.phone) ?? [];
  // In a secondary slot it is somebody else's number: whether it may be shared, the write itself will tell.
  return owner?.slot === 'primary' ? owner : null;
}

async function updateExisting(
  strapi: Core.Strapi,
  owner: PhoneOwner,
  data: ContactData,
): Promise<Upserted> {
  const { documentId, contactId } = owner;
  try {
    const contact = await inTransaction(strapi, async (trx) => {
      const before = await loadSnapshot(trx, contactId, { lock: true });
      const updated = await strapi
        .documents(CONTACT)
        .update({ documentId, data, populate: POPULATE });
      const after = await loadSnapshot(trx, contactId);
      if (before && after && !diffAttributes(before.attributes, after.attributes)) {
        throw new NothingChanged();
      }
      return updated;
    });
    if (!contact) throw new errors.NotFoundError();
    return { contact, result: 'updated' };
  } catch (error) {
    if (isTaken(error)) throw await explainAgain(strapi, owner, data, error);
    if (!(error instanceof NothingChanged)) throw error;
    const contact = await strapi.documents(CONTACT).findOne({ documentId, populate: POPULATE });
    if (!contact) throw new errors.NotFoundError();
    return { contact, result: 'unchanged' };
  }
}

/** Inside the transaction the guard could not ask who has the number; outside it, it can. */
async function explainAgain(
  strapi: Core.Strapi,
  { documentId }: PhoneOwner,
  { secondaryContact }: ContactData,
  error: unknown,
): Promise<unknown> {
  const defaultCountry = await readDefaultCountry(strapi);
  const parsed = parsePhone(String(secondaryContact), defaultCountry ? { defaultCountry } : {});
  if (!parsed.ok) return error;
  // The primary number is the one that this contact was found by.
  const numbers = [{ field: 'secondaryContact' as const, phone: parsed.phone }];
  const taken = await explainTaken(strapi, numbers, documentId);
  return taken.length > 0 ? toStrapiError(refuseFields(taken)) : error;
}
