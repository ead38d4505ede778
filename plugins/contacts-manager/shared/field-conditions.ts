import { readFieldValue, type CustomField, type FieldType, type FieldValue } from './custom-fields';
import type { FieldCondition, FieldOperator } from './filter';
import { fold } from './text';

/** Which comparisons make sense for a type: what screens offer, and all that a filter may ask. */
export const OPERATORS_OF = {
  text: ['is', 'contains', 'filled', 'empty'],
  'long-text': ['is', 'contains', 'filled', 'empty'],
  email: ['is', 'contains', 'filled', 'empty'],
  link: ['is', 'contains', 'filled', 'empty'],
  number: ['is', 'from', 'to', 'filled', 'empty'],
  date: ['is', 'from', 'to', 'filled', 'empty'],
  'yes-no': ['is', 'filled', 'empty'],
  choice: ['is', 'in', 'filled', 'empty'],
  choices: ['is', 'in', 'filled', 'empty'],
} as const satisfies Record<FieldType, readonly FieldOperator[]>;

/** A condition read by the definition of its field. */
export type FieldTest = { key: string } & (
  | { kind: 'filled' | 'empty' }
  /** Texts, folded. */
  | { kind: 'text-is' | 'text-contains'; text: string }
  /** One of these is the value, or for several choices among the values. */
  | { kind: 'equals' | 'has'; values: FieldValue[] }
  | { kind: 'from' | 'to'; bound: number | string }
);

type Definition = Pick<CustomField, 'key' | 'type' | 'options'>;

const YES_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  no: false,
  false: false,
};

function readOptions(text: string, isList: boolean): string[] {
  if (!isList) return [text];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  } catch {
    // No JSON: no option, and so a refusal.
    return [];
  }
}

function readChoice(
  { key, type }: Definition,
  { operator, value }: FieldCondition,
): FieldTest | null {
  const values = readOptions(value, operator === 'in');
  if (values.length === 0 || values.includes('')) return null;
  return { key, kind: type === 'choices' ? 'has' : 'equals', values };
}

/** Numbers, dates, yes and no. */
function readExact(field: Definition, { operator, value }: FieldCondition): FieldTest | null {
  const { key, type } = field;
  const reading = readFieldValue(field, type === 'yes-no' ? YES_NO[value] : value);
  if (!reading.ok || reading.value === null || Array.isArray(reading.value)) return null;
  if (operator === 'is') return { key, kind: 'equals', values: [reading.value] };
  if (operator !== 'from' && operator !== 'to') return null;
  return typeof reading.value === 'boolean' ? null : { key, kind: operator, bound: reading.value };
}

function readText({ key }: Definition, { operator, value }: FieldCondition): FieldTest | null {
  const text = fold(value.replaceAll('\u0000', '')).trim();
  if (!text) return null;
  return { key, kind: operator === 'contains' ? 'text-contains' : 'text-is', text };
}

/** Null where the operator does not fit the type, or the value says nothing of that type. */
export function readFieldCondition(field: Definition, condition: FieldCondition): FieldTest | null {
  const { key, type } = field;
  const { operator } = condition;
  const fitting: readonly FieldOperator[] = OPERATORS_OF[type];
  if (!fitting.includes(operator)) return null;
  if (operator === 'filled' || operator === 'empty') return { key, kind: operator };
  switch (type) {
    case 'choice':
    case 'choices':
      return readChoice(field, condition);
    case 'number':
    case 'date':
    case 'yes-no':
      return readExact(field, condition);
    default:
      return readText(field, condition);
  }
}
