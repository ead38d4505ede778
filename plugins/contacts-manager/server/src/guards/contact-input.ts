import type { Core } from '@strapi/strapi';
import { readFieldValue, type CustomField } from '../../../shared/custom-fields';
import { refuseFields } from '../../../shared/errors';
import type { CountryCode } from '../../../shared/phone';
import { validateContactInput, type StoredValues } from '../domain/contact/validate';
import { findFieldValues, listCustomFields } from '../repositories/custom-fields';
import { inTransaction } from '../repositories/transaction';

interface ContactWrite {
  action: string;
  /** Of the contact that is changed or copied. */
  documentId: string | null;
  data: Record<string, unknown>;
}

/** A copy starts its own life; its numbers are taken by the original unless new ones are given. */
const AS_NEW = {
  contactStatus: 'active',
  statusReason: null,
  statusChangedAt: null,
  source: 'manual',
};

/**
 * Normalises what a caller sends for a contact before Strapi's own validation, so that our codes come first and all
 * problems come together. The hook compares with what is stored once more, under a lock. Changes `data`.
 */
export async function prepareContactInput(
  strapi: Core.Strapi,
  { action, documentId, data }: ContactWrite,
  defaultCountry: CountryCode | undefined,
): Promise<void> {
  const isNew = action === 'create';
  const { definitions, customFields } = await inTransaction(strapi, async (trx) => ({
    definitions: await listCustomFields(trx),
    customFields: isNew || documentId === null ? null : await findFieldValues(trx, documentId),
  }));
  if (action === 'clone') {
    Object.assign(data, AS_NEW, { customFields: copiedValues(definitions, customFields, data) });
  }
  // The numbers are placeholders: they only say "not new".
  const stored: StoredValues = { primaryContact: '', secondaryContact: null, customFields };
  const checked = validateContactInput(data, {
    ...{ defaultCountry, definitions },
    stored: isNew ? null : stored,
  });
  // Somebody may save other values before the hook has its lock, so those merged here are not kept.
  delete checked.values.customFields;
  Object.assign(data, checked.values);
  if (!checked.ok) throw refuseFields(checked.errors);
}

const isValues = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Values of deleted fields and options are not copied: the copy is a new contact. As JSON text, because Strapi
 * merges objects of the original with those that are sent.
 */
function copiedValues(
  definitions: readonly CustomField[],
  original: unknown,
  { customFields: sent }: Record<string, unknown>,
): unknown {
  if (sent !== undefined && !isValues(sent)) return sent;
  const kept = Object.entries(isValues(original) ? original : {}).filter(([key, value]) => {
    const definition = definitions.find((one) => one.key === key);
    return definition !== undefined && readFieldValue(definition, value).ok;
  });
  return JSON.stringify({ ...Object.fromEntries(kept), ...sent });
}
