import type { Core } from '@strapi/strapi';
import { Refusal } from '../../../../shared/errors';
import type { Actor } from '../../domain/actor';
import { findImport } from '../../repositories/imports/records';

/** Imports of others are not found: that they exist is nobody's business. */
export async function requireOwnImport(
  strapi: Core.Strapi,
  documentId: string,
  { type, id }: Actor,
): Promise<void> {
  const record = await findImport(strapi.db.connection, { document_id: documentId });
  const isOwn = record?.actor.type === type && record.actor.id === id;
  if (!isOwn || id === null) throw new Refusal('import.not-found');
}
