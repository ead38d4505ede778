import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type {
  FieldBody,
  FieldUsageAnswer,
  NewFieldBody,
} from '../../../shared/contracts/custom-fields';
import { FIELDS_MAX, type CustomField } from '../../../shared/custom-fields';
import { fieldError, refuseFields, Refusal } from '../../../shared/errors';
import {
  checkDefinition,
  makeKey,
  type CheckedField,
  type FieldDraft,
} from '../domain/custom-fields/definition';
import { newDocumentId } from '../domain/document-id';
import {
  deleteCustomField,
  insertCustomField,
  listCustomFields,
  listKeyTypes,
  lockCustomFields,
  orderCustomFields,
  updateCustomField,
} from '../repositories/custom-fields';
import { countFieldUsage } from '../repositories/custom-field-usage';
import { inTransaction } from '../repositories/transaction';

/** Reads in whatever transaction is open, so that each write sees the fields there are at that moment. */
export const getCustomFields = (strapi: Core.Strapi): Promise<CustomField[]> =>
  inTransaction(strapi, listCustomFields);

/** One change of the definitions at a time, so that what is checked is still true when it is written. */
const changing = <Result>(
  strapi: Core.Strapi,
  change: (trx: Knex, fields: CustomField[]) => Promise<Result>,
): Promise<Result> =>
  inTransaction(strapi, async (trx) => {
    await lockCustomFields(trx);
    return change(trx, await listCustomFields(trx));
  });

function requireField(fields: readonly CustomField[], documentId: string): CustomField {
  const field = fields.find((one) => one.documentId === documentId);
  if (!field) throw new Refusal('field.not-found');
  return field;
}

function checked(draft: FieldDraft, others: readonly CustomField[]): CheckedField {
  const check = checkDefinition(draft, others);
  if (!check.ok) throw refuseFields(check.errors);
  return check.field;
}

export const createField = (strapi: Core.Strapi, body: NewFieldBody): Promise<CustomField> =>
  changing(strapi, async (trx, fields) => {
    if (fields.length >= FIELDS_MAX) throw new Refusal('field.too-many');
    const definition = checked(body, fields);
    const key = await chooseKey(trx, body, fields);
    const field = { documentId: newDocumentId(), key, ...definition, position: fields.length };
    await insertCustomField(trx, field);
    return field;
  });

/**
 * The key that was asked for, or one made from the label. The key of a deleted field comes back for a field of the
 * same type, with the values that contacts still have; for another type it is taken.
 */
async function chooseKey(
  trx: Knex,
  { key, label, type }: NewFieldBody,
  fields: readonly CustomField[],
): Promise<string> {
  const typeOf = await listKeyTypes(trx);
  const isFree = (wanted: string) =>
    fields.every((field) => field.key !== wanted) && (typeOf.get(wanted) ?? type) === type;
  if (key === undefined) return makeKey(label, isFree);
  if (!isFree(key)) throw refuseFields([fieldError(['key'], 'field.key-taken')]);
  return key;
}

export const updateField = (
  strapi: Core.Strapi,
  documentId: string,
  body: FieldBody,
): Promise<CustomField> =>
  changing(strapi, async (trx, fields) => {
    const before = requireField(fields, documentId);
    const others = fields.filter((field) => field !== before);
    const { defaultValue = before.defaultValue } = body;
    const field = { ...before, ...checked({ ...before, ...body, defaultValue }, others) };
    await updateCustomField(trx, field);
    return field;
  });

/** Values stay stored and hidden; a field of the same key and type brings them back. */
export const deleteField = (strapi: Core.Strapi, documentId: string): Promise<void> =>
  changing(strapi, async (trx, fields) => {
    await deleteCustomField(trx, requireField(fields, documentId).documentId);
  });

/** Refused when somebody added or deleted a field meanwhile. */
export const orderFields = (strapi: Core.Strapi, documentIds: string[]): Promise<CustomField[]> =>
  changing(strapi, async (trx, fields) => {
    const named = new Set(documentIds);
    const isWhole = named.size === documentIds.length && documentIds.length === fields.length;
    if (!isWhole || !fields.every((field) => named.has(field.documentId))) {
      throw new Refusal('conflict.retry');
    }
    await orderCustomFields(trx, documentIds);
    return listCustomFields(trx);
  });

/** How many contacts a deletion of the field, or of an option, touches. */
export async function getFieldUsage(
  strapi: Core.Strapi,
  documentId: string,
): Promise<FieldUsageAnswer['data']> {
  const knex = strapi.db.connection;
  const field = requireField(await listCustomFields(knex), documentId);
  const { contacts, options } = await countFieldUsage(knex, field);
  return { contacts, options: Object.fromEntries(options) };
}
