import type { Core } from '@strapi/strapi';
import type { BulkAnswer, BulkBody } from '../../../shared/contracts/bulk';
import { fieldError, refuseFields } from '../../../shared/errors';
import { isStatusAction } from '../../../shared/status';
import type { Actor } from '../domain/actor';
import type { NumberedRecord } from '../domain/bulk/plan-change';
import { findNamedRecords } from '../repositories/named-records';
import { resolveSelection } from '../repositories/selections';
import { applyChange, previewChange } from './changes/apply';
import type { ChangeOrder } from './changes/order';
import { orderStatusChange } from './status-change';

/** POST /contacts/bulk: what was asked for, checked, then made or only previewed. */
export async function changeMany(
  strapi: Core.Strapi,
  body: BulkBody,
  actor: Actor,
): Promise<BulkAnswer> {
  const order = await orderOf(strapi, body, actor);
  const selection = await resolveSelection(strapi.db.connection, body.selection);
  return body.dryRun
    ? previewChange(strapi, selection, order.change)
    : applyChange(strapi, selection, order);
}

async function orderOf(strapi: Core.Strapi, body: BulkBody, actor: Actor): Promise<ChangeOrder> {
  const { action } = body;
  // A preview is asked before the reason is typed.
  if (isStatusAction(action)) {
    return orderStatusChange(action, body.dryRun ? 'preview' : body.reason, actor);
  }
  switch (action) {
    case 'delete':
      return {
        change: { kind: action },
        kind: action,
        actor,
        reason: body.reason ?? null,
        params: {},
      };
    case 'set-category': {
      const category = await requireCategory(strapi, body.category);
      const params = { category: category && paramOf(category) };
      return { change: { kind: action, category }, kind: action, actor, reason: null, params };
    }
    case 'add-to-groups':
    case 'remove-from-groups': {
      const groups = await requireGroups(strapi, 'groups', body.groups);
      const params = { groups: groups.map(paramOf) };
      return { change: { kind: action, groups }, kind: action, actor, reason: null, params };
    }
    case 'move-to-group': {
      const fromGroups = await requireGroups(strapi, 'fromGroups', body.fromGroups);
      const groups = await requireGroups(strapi, 'groups', body.groups);
      const params = { fromGroups: fromGroups.map(paramOf), groups: groups.map(paramOf) };
      const change = { kind: action, fromGroups, groups };
      return { change, kind: action, actor, reason: null, params };
    }
  }
}

const paramOf = ({ documentId, name }: NumberedRecord) => ({ documentId, name });

async function requireCategory(
  strapi: Core.Strapi,
  documentId: string | null | undefined,
): Promise<NumberedRecord | null> {
  if (documentId === undefined) throw refuseFields([fieldError(['category'], 'request.invalid')]);
  if (documentId === null) return null;
  const [category] = await findNamedRecords(strapi.db.connection, 'category', [documentId]);
  if (!category) throw refuseFields([fieldError(['category'], 'category.not-found')]);
  return category;
}

async function requireGroups(
  strapi: Core.Strapi,
  field: 'groups' | 'fromGroups',
  documentIds: string[] = [],
): Promise<NumberedRecord[]> {
  if (documentIds.length === 0) throw refuseFields([fieldError([field], 'request.invalid')]);
  const found = await findNamedRecords(strapi.db.connection, 'group', [...new Set(documentIds)]);
  const groups = found.filter((group) => group !== null);
  const missing = found.flatMap((group, index) =>
    group ? [] : [fieldError([field, index], 'group.not-found')],
  );
  if (missing.length > 0) throw refuseFields(missing);
  return groups;
}
