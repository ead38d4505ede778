import type { Core } from '@strapi/strapi';
import { listCustomFields } from '../../repositories/custom-fields';
import { loadNames } from '../../repositories/imports/names';
import { writeTemplate } from '../../writers/template';

/** The workbook people fill in, with the categories, groups and custom fields there are now. */
export async function makeTemplate(strapi: Core.Strapi): Promise<Buffer> {
  const sorted = async (kind: 'categories' | 'groups') =>
    [...(await loadNames(strapi.db.connection, kind)).values()].sort((one, other) =>
      one.localeCompare(other),
    );
  return writeTemplate({
    categories: await sorted('categories'),
    groups: await sorted('groups'),
    customFields: await listCustomFields(strapi.db.connection),
  });
}
