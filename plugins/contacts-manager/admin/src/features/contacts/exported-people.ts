import type { CountsAnswer } from '../../../../shared/contracts/contacts';
import type { SelectionInput } from '../../../../shared/selection';
import { CONTACT_STATUSES } from '../../../../shared/status';
import type { ChosenGroups } from './GroupLists';
import type { Chosen } from './ticks';

/** Whom an export is for. */
export type ExportedPeople = Pick<Chosen, 'selection' | 'count' | 'isExact'>;

/** The selection of everybody in these groups and views, in every tab; null for none of them, which would be everybody. */
export function selectGroups({ groups, views }: ChosenGroups): SelectionInput | null {
  if (groups.length === 0 && views.length === 0) return null;
  const filter = { ...(groups.length > 0 && { groups }), ...(views.length > 0 && { views }) };
  return { kind: 'filter', filter, except: [] };
}

export function totalOf(counts: CountsAnswer): Pick<ExportedPeople, 'count' | 'isExact'> {
  const all = CONTACT_STATUSES.map((status) => counts[status]);
  return {
    count: all.reduce((sum, { total }) => sum + total, 0),
    isExact: all.every(({ totalIsExact }) => totalIsExact),
  };
}
