import type { OperationActor, OperationView } from '../../../../shared/contracts/operations';
import { formatPhone } from '../../../../shared/phone';
import { CONTACT_STATUSES } from '../../../../shared/status';
import { useDateTime } from '../../components/DateTime';
import { useText, type TextKey } from '../../components/useText';

/** Attributes that changes record, in the order screens name them. */
const FIELDS = {
  name: 'column.name',
  primaryContact: 'column.primaryContact',
  secondaryContact: 'column.secondaryContact',
  email: 'form.email',
  category: 'column.category',
  groups: 'column.groups',
  contactStatus: 'column.status',
  statusReason: 'reason.label',
  notes: 'form.notes',
} as const satisfies Record<string, TextKey>;

export interface ValueChange {
  label: string;
  before: string;
  after: string;
}

type Attributes = Record<string, unknown> | null;

const nameOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';

/** Before and after of one contact as lines that people read; without what no screen shows. */
export function useValueChanges(): (before: Attributes, after: Attributes) => ValueChange[] {
  const t = useText();
  const textOf = (key: string, value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (Array.isArray(value)) return value.map(nameOf).join(', ');
    if (typeof value === 'object') return nameOf(value);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (key === 'primaryContact' || key === 'secondaryContact') return formatPhone(text);
    const status = CONTACT_STATUSES.find((known) => known === text);
    return key === 'contactStatus' && status ? t(`status.${status}`) : text;
  };
  return (before, after) =>
    Object.entries(FIELDS).flatMap(([key, label]) => {
      const was = textOf(key, before?.[key]);
      const is = textOf(key, after?.[key]);
      return was === is ? [] : [{ label: t(label), before: was, after: is }];
    });
}

/** "Import of people.xlsx", "Added to groups: Choir, Band", "Undo: Archived". */
export function useChangeTitle(): (operation: OperationView) => string {
  const t = useText();
  return ({ kind, params }) => {
    const { merge, record, into } = params;
    const what = t(`change.kind.${kind}`);
    const detail = params.undoes
      ? t(`change.kind.${params.undoes.kind}`)
      : (params.fileName ??
        (merge && t('change.merged', { from: merge.gone.name, into: merge.kept.name })) ??
        (record && into && t('change.merged', { from: record.name, into: into.name })) ??
        record?.name ??
        params.category?.name ??
        [...(params.fromGroups ?? []), ...(params.groups ?? [])]
          .map(({ name }) => name)
          .join(', '));
    return detail ? t('change.title', { what, detail }) : what;
  };
}

export function useActorName(): (actor: OperationActor) => string {
  const t = useText();
  return ({ type, name }) => name ?? t(`change.actor.${type}`);
}

/** Who and when, on one line. */
export function useChangeByline(): (operation: OperationView) => string {
  const t = useText();
  const actorName = useActorName();
  const dateTime = useDateTime();
  return ({ actor, createdAt }) =>
    t('change.byline', { who: actorName(actor), when: dateTime(createdAt) });
}
