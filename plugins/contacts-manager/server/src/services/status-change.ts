import type { Core } from '@strapi/strapi';
import type { BulkAnswer } from '../../../shared/contracts/bulk';
import { fieldError, refuseFields, Refusal } from '../../../shared/errors';
import { readReason, type StatusAction } from '../../../shared/status';
import type { Actor } from '../domain/actor';
import { resolveDocumentIds } from '../repositories/selections';
import { applyChange } from './changes/apply';
import type { ChangeOrder } from './changes/order';

/** The order for a status change; refuses a missing or too long reason. */
export function orderStatusChange(
  action: StatusAction,
  input: string | null | undefined,
  actor: Actor,
): ChangeOrder {
  const given = readReason(action, input);
  if (!given.ok) throw refuseFields([fieldError(['reason'], given.code)]);
  const { reason } = given;
  const change = { kind: 'status', action, reason, at: new Date() } as const;
  return { change, kind: action, actor, reason, params: {} };
}

export interface StatusRequest {
  action: StatusAction;
  reason: string | null;
  actor: Actor;
}

/** Changes the status of these contacts; those that cannot make the change are listed as skipped. */
export async function changeStatus(
  strapi: Core.Strapi,
  documentIds: string[],
  { action, reason, actor }: StatusRequest,
): Promise<BulkAnswer> {
  const order = orderStatusChange(action, reason, actor);
  const selection = await resolveDocumentIds(strapi.db.connection, documentIds);
  return applyChange(strapi, selection, order);
}

/** The same for one contact; what cannot be done is refused. */
export async function changeStatusOfOne(
  strapi: Core.Strapi,
  documentId: string,
  request: StatusRequest,
): Promise<void> {
  const { skipped } = await changeStatus(strapi, [documentId], request);
  const [problem] = skipped;
  if (problem) throw new Refusal(problem.code === 'unchanged' ? 'status.transition' : problem.code);
}

/** The contact with category and groups, as the content API answers it before sanitising. */
export async function loadContact(strapi: Core.Strapi, documentId: string): Promise<object> {
  const contact = await strapi
    .documents('api::contact.contact')
    .findOne({ documentId, populate: { category: true, groups: true } });
  if (!contact) throw new Refusal('contact.not-found');
  return contact;
}
