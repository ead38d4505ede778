import type { ErrorCode } from './errors';
import { storableText } from './text';

export const CONTACT_STATUSES = ['active', 'archived', 'blocked'] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

interface StatusActionRule {
  from: readonly ContactStatus[];
  to: ContactStatus;
  reason: 'required' | 'optional';
}

/** The only ways a status changes. */
export const STATUS_ACTIONS = {
  archive: { from: ['active'], to: 'archived', reason: 'optional' },
  activate: { from: ['archived'], to: 'active', reason: 'optional' },
  block: { from: ['active', 'archived'], to: 'blocked', reason: 'required' },
  unblock: { from: ['blocked'], to: 'active', reason: 'optional' },
} as const satisfies Record<string, StatusActionRule>;

export type StatusAction = keyof typeof STATUS_ACTIONS;
export const STATUS_ACTION_NAMES = Object.keys(STATUS_ACTIONS) as StatusAction[];
export const isStatusAction = (value: string): value is StatusAction => value in STATUS_ACTIONS;

/** Whether a contact of status `from` may make the change, and the status it would then have. */
export function transition(
  from: ContactStatus,
  action: StatusAction,
): { ok: true; to: ContactStatus } | { ok: false; code: ErrorCode } {
  const rule: StatusActionRule = STATUS_ACTIONS[action];
  return rule.from.includes(from)
    ? { ok: true, to: rule.to }
    : { ok: false, code: 'status.transition' };
}

export const REASON_MAX = 1000;

/** Trimmed reason, or null when none was given; an error code when the change needs one or it is too long. */
export function readReason(
  action: StatusAction,
  input: string | null | undefined,
): { ok: true; reason: string | null } | { ok: false; code: ErrorCode } {
  const reason = storableText(input ?? '').trim() || null;
  if (!reason && STATUS_ACTIONS[action].reason === 'required') {
    return { ok: false, code: 'status.reason-required' };
  }
  if (reason && [...reason].length > REASON_MAX)
    return { ok: false, code: 'status.reason-invalid' };
  return { ok: true, reason };
}
