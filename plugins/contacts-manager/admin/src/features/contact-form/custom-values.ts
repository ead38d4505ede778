import { readFieldValue, type CustomField } from '../../../../shared/custom-fields';
import { customColumn } from '../../../../shared/import-fields';
import type { Uniqueness } from '../../../../shared/uniqueness';
import { isSameValue, type Entry } from './entries';
import type { EntryProblems } from './validate-entries';

type Values = Entry['customFields'];

export interface FieldRules {
  fields: CustomField[];
  /** What the edited contact holds; null for new contacts. */
  stored: Values | null;
  /** `any` unless said otherwise. */
  uniqueness?: Uniqueness | undefined;
}
export const NO_RULES: FieldRules = { fields: [], stored: null };

/** What the form shows: a new contact starts with the defaults, which the server fills in as well. */
export const shownValue = (
  { key, defaultValue }: CustomField,
  values: Values,
  { stored }: FieldRules,
): unknown => (key in values || stored ? values[key] : defaultValue);

/** What the server would refuse. A value that was there before is left as it is, even if its option is gone. */
export function findFieldProblems(values: Values, rules: FieldRules): EntryProblems {
  const problems: EntryProblems = {};
  for (const field of rules.fields) {
    const { key, required } = field;
    if (rules.stored && isSameValue(rules.stored[key], values[key])) continue;
    const reading = readFieldValue(field, shownValue(field, values, rules));
    if (!reading.ok) problems[customColumn(key)] = { code: reading.code };
    else if (reading.value === null && required) {
      problems[customColumn(key)] = { code: 'field.required' };
    }
  }
  return problems;
}
