import type { ReachableReason } from '../../../shared/contracts/lookup';
import type { ContactStatus } from '../../../shared/status';

type Purpose = 'reply' | 'broadcast';

const BY_STATUS = {
  active: { reply: 'ok', broadcast: 'ok' },
  archived: { reply: 'ok', broadcast: 'archived' },
  blocked: { reply: 'blocked', broadcast: 'blocked' },
} as const satisfies Record<ContactStatus, Record<Purpose, ReachableReason>>;

/** Whether an application may write to this person; `status` is null for a number nobody has. */
export function decideReachable(
  status: ContactStatus | null,
  purpose: Purpose,
): { allowed: boolean; reason: ReachableReason } {
  const reason = status === null ? 'unknown-number' : BY_STATUS[status][purpose];
  return { allowed: reason === 'ok', reason };
}
