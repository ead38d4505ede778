import type { Core } from '@strapi/strapi';
import type { BulkAnswer } from '../../../shared/contracts/bulk';
import { fieldError, refuseFields } from '../../../shared/errors';
import { readReason, type StatusAction } from '../../../shared/status';
import type { Actor } from '../domain/actor';
import { resolveDocumentIds } from '../repositories/selections';
import { applyChange, type BulkOrder } from './bulk';

/** The order for a status change; refuses a missing or too long reason. */
export function orderStatusChange(
  action: StatusAction,
  input: string | null | undefined,
  actor: Actor,
): BulkOrder {
  const given = readReason(action, input);
  if (!given.ok) throw refuseFields([fieldError(['reason'], given.code)]);
  const { reason } = given;
  const change = { kind: 'status', action, reason, at: new Date() } as const;
  return { change, kind: action, actor, reason, params: {} };
}

/** Changes the status of these contacts; those that cannot make the change are listed as skipped. */
export async function changeStatus(
  strapi: Core.Strapi,
  request: {
    documentIds: string[];
    action: StatusAction;
    reason: string | null;
    actor: Actor;
  },
): Promise<BulkAnswer> {
  const { documentIds, action, reason, actor } = request;
  const order = orderStatusChange(action, reason, actor);
  const selection = await resolveDocumentIds(strapi.db.connection, documentIds);
  return applyChange(strapi, selection, order);
}
