import type { FieldBodyInput, NewFieldBodyInput } from '../../../../shared/contracts/custom-fields';
import {
  FIELD_KEY,
  readFieldValue,
  RESERVED_KEYS,
  type CustomField,
  type FieldType,
} from '../../../../shared/custom-fields';
import type { ErrorCode, FieldError } from '../../../../shared/errors';
import { cleanName, isName, nameKey } from '../../../../shared/text';

/** A definition as typed. */
export interface DefinitionForm {
  label: string;
  type: FieldType;
  key: string;
  /** One on each line. */
  options: string;
  required: boolean;
  help: string;
  defaultValue: unknown;
}

export const EMPTY_DEFINITION: DefinitionForm = {
  label: '',
  type: 'text',
  key: '',
  options: '',
  required: false,
  help: '',
  defaultValue: null,
};

export const formOf = (field: CustomField): DefinitionForm => ({
  label: field.label,
  type: field.type,
  key: field.key,
  options: field.options.join('\n'),
  required: field.required,
  help: field.help ?? '',
  defaultValue: field.defaultValue,
});

export const hasOptions = (type: FieldType): boolean => type === 'choice' || type === 'choices';

export const optionsIn = ({ type, options }: DefinitionForm): string[] =>
  hasOptions(type) ? options.split('\n').map(cleanName).filter(Boolean) : [];

/** What can be wrong; the key has a sentence of its own. */
export type DefinitionProblems = Partial<Record<keyof DefinitionForm, ErrorCode>>;

/** What shows before anything is sent. Whether a label or key is taken the server knows. */
export function findDefinitionProblems(form: DefinitionForm): DefinitionProblems {
  const problems: DefinitionProblems = {};
  if (!isName(cleanName(form.label))) problems.label = 'name.invalid';
  const isKey = FIELD_KEY.test(form.key) && !RESERVED_KEYS.includes(form.key);
  if (form.key !== '' && !isKey) problems.key = 'request.invalid';
  const options = optionsIn(form);
  const isDistinct = new Set(options.map(nameKey)).size === options.length;
  if (hasOptions(form.type) && (options.length === 0 || !isDistinct || !options.every(isName))) {
    problems.options = 'field.options';
  }
  const reading = readFieldValue({ type: form.type, options }, form.defaultValue);
  if (!reading.ok) problems.defaultValue = reading.code;
  return problems;
}

/** Problems that the server names, by the first part of their path; null when one of them has no place. */
export function placeDefinitionProblems(errors: readonly FieldError[]): DefinitionProblems | null {
  const problems: DefinitionProblems = {};
  for (const { path, code } of errors) {
    const place = (['label', 'key', 'options', 'defaultValue'] as const).find(
      (name) => name === path[0],
    );
    if (!place) return null;
    problems[place] ??= code;
  }
  return errors.length > 0 ? problems : null;
}

export const changeBodyOf = (form: DefinitionForm): FieldBodyInput => ({
  label: form.label,
  options: optionsIn(form),
  required: form.required,
  help: form.help.trim() || null,
  defaultValue: form.defaultValue,
});

export const newBodyOf = (form: DefinitionForm): NewFieldBodyInput => ({
  label: form.label,
  options: optionsIn(form),
  required: form.required,
  help: form.help.trim() || null,
  defaultValue: form.defaultValue,
  type: form.type,
  ...(form.key === '' ? {} : { key: form.key }),
});
