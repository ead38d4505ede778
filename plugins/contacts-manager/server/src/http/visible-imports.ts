import type { Core } from '@strapi/strapi';
import type { ImportRowsAnswer, ImportRowView } from '../../../shared/contracts/import-rows';
import type { ImportView } from '../../../shared/contracts/imports';
import { withoutKnownNames, withoutOthers } from '../domain/import/without-others';
import type { RequestContext } from './endpoint';
import { mayReadContacts } from './request-actor';

/** Imports as whoever asks may see them: without the right to read contacts, without what is others'. */
export async function visibleImport(
  strapi: Core.Strapi,
  ctx: RequestContext,
  view: Promise<ImportView>,
): Promise<ImportView> {
  return (await mayReadContacts(strapi, ctx)) ? view : withoutKnownNames(await view);
}

export async function visibleRows(
  strapi: Core.Strapi,
  ctx: RequestContext,
  answer: ImportRowsAnswer,
): Promise<ImportRowsAnswer> {
  const show = await rowViewer(strapi, ctx);
  return { ...answer, results: answer.results.map(show) };
}

/** How rows are shown to whoever asks. */
export const rowViewer = async (
  strapi: Core.Strapi,
  ctx: RequestContext,
): Promise<(row: ImportRowView) => ImportRowView> =>
  (await mayReadContacts(strapi, ctx)) ? (row) => row : withoutOthers;
