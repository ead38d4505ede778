import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../../../../shared/errors';
import { readFile } from '../../repositories/imports/files';
import { requireImport } from './review';

/**
 * The file as it was uploaded, for as long as it is kept.
 * @throws Refusal `import.not-found`, `import.file-gone`
 */
export async function openUploadedFile(
  strapi: Core.Strapi,
  documentId: string,
): Promise<{ name: string; bytes: Readable }> {
  const { id, fileName, hasFile } = await requireImport(strapi, documentId);
  if (!hasFile) throw new Refusal('import.file-gone');
  return { name: fileName, bytes: Readable.from(readFile(strapi.db.connection, id)) };
}
