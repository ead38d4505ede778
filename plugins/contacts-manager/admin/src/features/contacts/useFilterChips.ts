import { useIntl } from 'react-intl';
import { useFieldValueText } from '../../components/useFieldValueText';
import { useText } from '../../components/useText';
import { hasValue, readCondition, valueIn } from './condition-text';
import type { ListAddress, ListFilter } from './list-address';
import { useFilterNames, type NamedFilter } from './useFilterNames';

/** One thing that narrows the list, and what the address is without it. */
export interface FilterChip {
  key: string;
  text: string;
  without: Partial<ListFilter>;
}

const NAMED: readonly NamedFilter[] = ['category', 'groups', 'groupsAll', 'groupsNone', 'views'];

/** "2026-03-01" as a day in the reader's language, whatever the time zone. */
export function useDayText(): (day: string) => string {
  const { formatDate } = useIntl();
  return (day) => formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** What narrows the list beside the search and the pasted numbers, which have their own places. */
export function useFilterChips(address: ListAddress): FilterChip[] {
  const t = useText();
  const { formatList } = useIntl();
  const dayText = useDayText();
  const conditionText = useConditionText();
  const { namesOf } = useFilterNames();

  const chips: FilterChip[] = [];
  for (const kind of NAMED) {
    const names = address[kind].length > 0 ? namesOf(kind, address) : null;
    if (!names) continue;
    const type = kind === 'groupsAll' || kind === 'groupsNone' ? 'conjunction' : 'disjunction';
    const text = t(`chip.${kind}`, { names: formatList(names, { type }) });
    chips.push({ key: kind, text, without: { [kind]: [] } });
  }
  if (address.source.length > 0) {
    const names = address.source.map((source) => t(`source.${source}`));
    const text = t('chip.source', { names: formatList(names, { type: 'disjunction' }) });
    chips.push({ key: 'source', text, without: { source: [] } });
  }
  for (const kind of ['created', 'statusChanged'] as const) {
    for (const end of ['From', 'To'] as const) {
      const day = address[`${kind}${end}`];
      if (!day) continue;
      const text = t(`chip.${kind}${end}`, { day: dayText(day) });
      chips.push({ key: `${kind}${end}`, text, without: { [`${kind}${end}`]: '' } });
    }
  }
  for (const kind of ['hasEmail', 'hasSecondary'] as const) {
    const answer = address[kind];
    if (answer) {
      chips.push({ key: kind, text: t(`chip.${kind}.${answer}`), without: { [kind]: '' } });
    }
  }
  for (const text of address.fields) {
    const fields = address.fields.filter((other) => other !== text);
    chips.push({ key: text, text: conditionText(text), without: { fields } });
  }
  return chips;
}

/** A condition on a custom field in words. */
export function useConditionText(): (text: string) => string {
  const t = useText();
  const { fieldOf } = useFilterNames();
  const valueText = useFieldValueText();
  return (text) => {
    const condition = readCondition(text);
    const field = condition && fieldOf(condition.key);
    if (!condition || !field) return t('filter.gone.field');
    const { operator } = condition;
    const value = hasValue(operator) ? valueText(field, valueIn(field, condition)) : '';
    return t(`condition.${operator}.text`, { field: field.label, value });
  };
}
