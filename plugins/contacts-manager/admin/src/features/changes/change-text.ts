import type {
  OperationActor,
  OperationKind,
  OperationView,
} from '../../../../shared/contracts/operations';
import { formatPhone } from '../../../../shared/phone';
import { CONTACT_STATUSES } from '../../../../shared/status';
import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { useDateTime } from '../../components/DateTime';
import { useFieldValueText } from '../../components/useFieldValueText';
import { useText, type TextKey } from '../../components/useText';
import { isolate } from '../named-records/isolate';

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
  const customChanges = useCustomChanges();
  return (before, after) => [
    ...Object.entries(FIELDS).flatMap(([key, label]) =>
      changeOf(t(label), textOf(key, before?.[key]), textOf(key, after?.[key])),
    ),
    ...customChanges(before?.customFields, after?.customFields),
  ];
}

const changeOf = (label: string, before: string, after: string): ValueChange[] =>
  before === after ? [] : [{ label, before, after }];

const valuesIn = (value: unknown): Map<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);

/** Custom fields one by one, in the order of the form; deleted ones last, by their key. */
function useCustomChanges(): (before: unknown, after: unknown) => ValueChange[] {
  const { data: fields = [] } = useGetCustomFieldsQuery(undefined);
  const textOf = useFieldValueText();
  return (before, after) => {
    const [was, is] = [valuesIn(before), valuesIn(after)];
    const gone = [...new Set([...was.keys(), ...is.keys()])]
      .filter((key) => fields.every((field) => field.key !== key))
      .map((key) => ({ key, label: key, type: 'text' as const }));
    return [...fields, ...gone].flatMap((field) =>
      changeOf(field.label, textOf(field, was.get(field.key)), textOf(field, is.get(field.key))),
    );
  };
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

const DELETED = {
  'delete-group': 'groups.deleted',
  'delete-category': 'categories.deleted',
} as const;
const BACK = {
  'delete-group': 'result.undo.delete-group',
  'delete-category': 'result.undo.delete-category',
} as const;

const isDeletion = (kind: OperationKind | undefined): kind is keyof typeof DELETED =>
  kind !== undefined && kind in DELETED;

/** What came of a change, in numbers. */
export function useResultText(): (operation: OperationView) => string {
  const t = useText();
  return ({ kind, state, applied: count, skippedCount, params: { record, undoes } }) => {
    if (isDeletion(kind) && record && state === 'done') {
      return t(DELETED[kind], { name: isolate(record.name), count });
    }
    if (isDeletion(undoes?.kind) && count + skippedCount === 0) return t(BACK[undoes.kind]);
    return t(`result.${kind}`, { count });
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
