import { filterSchema, type FieldCondition, type FieldOperator } from '../../../../shared/filter';
import type { CustomField, FieldType } from '../../../../shared/custom-fields';

/** Reads what the address says; null for what is no condition. */
export const readCondition = (text: string): FieldCondition | null =>
  filterSchema.shape.fields.safeParse(text).data?.[0] ?? null;

/** The options that a condition names. */
export function optionsIn({ operator, value }: FieldCondition): string[] {
  if (operator !== 'in') return value ? [value] : [];
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    // Somebody has typed the address: there is no option in it.
    return [];
  }
}

/** The value of a condition as a value of its field, for its text. */
export function valueIn(field: Pick<CustomField, 'type'>, condition: FieldCondition): unknown {
  const { value } = condition;
  const kinds: Partial<Record<FieldType, () => unknown>> = {
    number: () => Number(value),
    'yes-no': () => value === 'yes' || value === 'true',
    choice: () => optionsIn(condition),
    choices: () => optionsIn(condition),
  };
  return (kinds[field.type] ?? (() => value))();
}

export const hasValue = (operator: FieldOperator): boolean =>
  operator !== 'filled' && operator !== 'empty';
