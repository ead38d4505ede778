import type { ReachableReason } from '../../../shared/contracts/lookup';
import type { ContactStatus } from '../../../shared/status';

type Purpose = 'reply' | 'broadcast';

const BY_STATUS = {
  active: { reply: 'ok', broadcast: 'ok' },
  archived: { reply: 'ok', broadcast: 'archived' },
  blocked: { reply: 'blocked', broadcast: 'blocked' },
} as const satisfies Record<ContactStatus, Record<Purpose, ReachableReason>>;

/**
 * Whether an application may write to a number. `statuses` are those of everybody who has it, the one who
 * answers for it first. A message reaches all of them: a number that a blocked person shares is blocked.
 */
export function decideReachable(
  statuses: readonly ContactStatus[],
  purpose: Purpose,
): { allowed: boolean; reason: ReachableReason } {
  const status = statuses.includes('blocked') ? 'blocked' : statuses[0];
  const reason = status === undefined ? 'unknown-number' : BY_STATUS[status][purpose];
  return { allowed: reason === 'ok', reason };
}
