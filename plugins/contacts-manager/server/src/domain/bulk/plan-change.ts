import type { RecordRef, SkipCode } from '../../../../shared/contracts/operations';
import { transition, type ContactStatus, type StatusAction } from '../../../../shared/status';

export interface NumberedRecord extends RecordRef {
  id: number;
}

/** What a bulk change has to know of a contact; relations only as far as `RELATIONS_READ` names them. */
export interface BulkSubject {
  id: number;
  documentId: string;
  name: string;
  contactStatus: ContactStatus;
  statusReason: string | null;
  statusChangedAt: string | null;
  category: NumberedRecord | null;
  groups: NumberedRecord[];
}

export type BulkChange =
  | { kind: 'status'; action: StatusAction; reason: string | null; at: Date }
  | { kind: 'add-to-groups'; groups: NumberedRecord[] }
  | { kind: 'remove-from-groups'; groups: NumberedRecord[] }
  | { kind: 'move-to-group'; fromGroups: NumberedRecord[]; groups: NumberedRecord[] }
  | { kind: 'set-category'; category: NumberedRecord | null }
  | { kind: 'delete' };

/** What a change has to know of contacts besides their own columns. */
export const RELATIONS_READ = {
  status: [],
  'add-to-groups': ['group'],
  'remove-from-groups': ['group'],
  'move-to-group': ['group'],
  'set-category': ['category'],
  delete: [],
} as const satisfies Record<BulkChange['kind'], readonly ('category' | 'group')[]>;

type Attributes = Record<string, unknown>;

/** What happens to one contact: the values before and after, only of what changes, or why nothing does. */
export type PlannedChange =
  { ok: true; before: Attributes; after: Attributes } | { ok: false; code: SkipCode };

const refOf = ({ documentId, name }: NumberedRecord): RecordRef => ({ documentId, name });

/** The order of `loadSnapshot`, so that histories of single and bulk changes compare. */
export const byName = (left: RecordRef, right: RecordRef): number =>
  compare(left.name, right.name) || compare(left.documentId, right.documentId);
const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

export function planChange(subject: BulkSubject, change: BulkChange): PlannedChange {
  switch (change.kind) {
    case 'status':
      return planStatus(subject, change);
    case 'add-to-groups':
      return planGroups(subject, [
        ...subject.groups,
        ...change.groups.filter((group) => !isIn(subject.groups, group)),
      ]);
    case 'remove-from-groups':
      return planGroups(
        subject,
        subject.groups.filter((group) => !isIn(change.groups, group)),
      );
    case 'move-to-group': {
      const kept = subject.groups.filter((group) => !isIn(change.fromGroups, group));
      return planGroups(subject, [...kept, ...change.groups.filter((group) => !isIn(kept, group))]);
    }
    case 'set-category':
      return planCategory(subject, change.category);
    case 'delete':
      return planDeletion(subject);
  }
}

/** What a deletion leaves of a contact is kept whole by the bin. */
const planDeletion = ({ contactStatus }: BulkSubject): PlannedChange =>
  contactStatus === 'active'
    ? { ok: false, code: 'contact.delete-active' }
    : { ok: true, before: {}, after: {} };

const isIn = (groups: readonly NumberedRecord[], group: NumberedRecord) =>
  groups.some(({ id }) => id === group.id);

function planStatus(
  subject: BulkSubject,
  { action, reason, at }: Extract<BulkChange, { kind: 'status' }>,
): PlannedChange {
  const outcome = transition(subject.contactStatus, action);
  if (!outcome.ok) return outcome;
  const { contactStatus, statusReason, statusChangedAt } = subject;
  return {
    ok: true,
    before: { contactStatus, statusReason, statusChangedAt },
    after: { contactStatus: outcome.to, statusReason: reason, statusChangedAt: at.toISOString() },
  };
}

function planGroups(subject: BulkSubject, groups: NumberedRecord[]): PlannedChange {
  const isSame =
    groups.length === subject.groups.length && groups.every((group) => isIn(subject.groups, group));
  if (isSame) return { ok: false, code: 'unchanged' };
  const listed = (some: NumberedRecord[]) => some.map(refOf).sort(byName);
  return {
    ok: true,
    before: { groups: listed(subject.groups) },
    after: { groups: listed(groups) },
  };
}

function planCategory(subject: BulkSubject, category: NumberedRecord | null): PlannedChange {
  if (subject.category?.id === category?.id) return { ok: false, code: 'unchanged' };
  return {
    ok: true,
    before: { category: subject.category && refOf(subject.category) },
    after: { category: category && refOf(category) },
  };
}
