import type { Core } from '@strapi/strapi';
import type { SavedView, ViewBody } from '../../../shared/contracts/views';
import { fieldError, Refusal, refuseFields } from '../../../shared/errors';
import { isIndexedSort, writeFilter } from '../../../shared/filter';
import type { Actor } from '../domain/actor';
import { newDocumentId } from '../domain/document-id';
import { resolvePredicate } from '../repositories/resolve-predicate';
import {
  deleteView,
  findView,
  insertView,
  listViews,
  updateView,
  type StoredView,
  type ViewOwner,
} from '../repositories/saved-views';
import { resolveSortKey } from '../repositories/sort-values';

/** A person, as far as views and preferences are theirs. */
export const ownerOf = ({ type, id, name }: Actor): ViewOwner => ({
  id: `${type}:${id ?? ''}`,
  name,
});

const describe = (view: StoredView, owner: ViewOwner): SavedView => ({
  documentId: view.documentId,
  name: view.name,
  isShared: view.isShared,
  isGroup: view.isGroup,
  isMine: view.ownerId === owner.id,
  ownerName: view.ownerName,
  filter: writeFilter(view.filter),
  sort: view.sort && `${view.sort.field}:${view.sort.direction}`,
  columns: view.columns,
  timeZone: view.timeZone,
});

/** GET /views */
export async function listSavedViews(strapi: Core.Strapi, owner: ViewOwner): Promise<SavedView[]> {
  const views = await listViews(strapi.db.connection, owner.id);
  return views.map((view) => describe(view, owner));
}

/** One that this person may see. The private ones of others look as if there were none. */
async function requireView(
  strapi: Core.Strapi,
  documentId: string,
  owner: ViewOwner,
): Promise<StoredView> {
  const view = await findView(strapi.db.connection, documentId);
  if (!view || !(view.isShared || view.ownerId === owner.id)) throw new Refusal('view.not-found');
  return view;
}

/** Whether a view is shared already, so that changing it takes the right to share. */
export const isShared = async (
  strapi: Core.Strapi,
  documentId: string,
  owner: ViewOwner,
): Promise<boolean> => (await requireView(strapi, documentId, owner)).isShared;

/** A view inside a group could come to hold that group in turn. */
async function checkView(strapi: Core.Strapi, { filter, isGroup, sort }: ViewBody): Promise<void> {
  if (isGroup && filter.views.length > 0) throw new Refusal('view.nested');
  const knex = strapi.db.connection;
  await resolvePredicate(knex, filter);
  if (sort && !isIndexedSort(sort.field)) await resolveSortKey(knex, sort.field);
}

const nameTaken = () => refuseFields([fieldError(['name'], 'name.taken')]);

/** POST /views */
export async function createSavedView(
  strapi: Core.Strapi,
  body: ViewBody,
  owner: ViewOwner,
): Promise<SavedView> {
  await checkView(strapi, body);
  const documentId = newDocumentId();
  if (!(await insertView(strapi.db.connection, documentId, owner, body))) throw nameTaken();
  return describe(await requireView(strapi, documentId, owner), owner);
}

/** PUT /views/:documentId: the whole view. One that is shared no longer is its maker's again. */
export async function updateSavedView(
  strapi: Core.Strapi,
  documentId: string,
  body: ViewBody,
  owner: ViewOwner,
): Promise<SavedView> {
  const view = await requireView(strapi, documentId, owner);
  await checkView(strapi, body);
  if (!(await updateView(strapi.db.connection, view, body))) throw nameTaken();
  // Somebody else's view that is shared no longer is out of this person's sight now.
  const updated = await findView(strapi.db.connection, documentId);
  if (!updated) throw new Refusal('view.not-found');
  return describe(updated, owner);
}

/** DELETE /views/:documentId */
export async function deleteSavedView(
  strapi: Core.Strapi,
  documentId: string,
  owner: ViewOwner,
): Promise<void> {
  await requireView(strapi, documentId, owner);
  await deleteView(strapi.db.connection, documentId);
}
