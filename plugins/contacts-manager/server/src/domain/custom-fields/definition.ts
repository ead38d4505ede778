import {
  FIELD_KEY,
  readFieldValue,
  RESERVED_KEYS,
  type CustomField,
} from '../../../../shared/custom-fields';
import { fieldError, type FieldError } from '../../../../shared/errors';
import { fold, nameKey } from '../../../../shared/text';
import { headerKey, isOwnHeader } from '../../../../shared/header-words';

/** A definition as somebody asks for it; its default is not read yet. */
export type FieldDraft = Pick<CustomField, 'label' | 'type' | 'options' | 'required' | 'help'> & {
  defaultValue?: unknown;
};
export type CheckedField = Omit<CustomField, 'documentId' | 'key' | 'position'>;

export type DefinitionCheck =
  { ok: true; field: CheckedField } | { ok: false; errors: FieldError[] };

const MAX_KEY = 50;

/** `others` are the fields beside this one. */
export function checkDefinition(
  draft: FieldDraft,
  others: readonly Pick<CustomField, 'label'>[],
): DefinitionCheck {
  const errors: FieldError[] = [];
  const { label, type, required, help } = draft;
  const options = hasOptions(type) ? draft.options : [];
  // Labels are headers of workbooks, so they have to differ as headers do.
  const isTaken = others.some((other) => headerKey(other.label) === headerKey(label));
  if (isTaken || isOwnHeader(label)) errors.push(fieldError(['label'], 'field.label-taken'));
  const distinct = new Set(options.map(nameKey));
  if (hasOptions(type) && (options.length === 0 || distinct.size < options.length)) {
    errors.push(fieldError(['options'], 'field.options'));
  }
  const reading = readFieldValue({ type, options }, draft.defaultValue);
  if (!reading.ok) errors.push(fieldError(['defaultValue'], reading.code));
  if (!reading.ok || errors.length > 0) return { ok: false, errors };
  return { ok: true, field: { label, type, options, required, help, defaultValue: reading.value } };
}

const hasOptions = (type: CustomField['type']): boolean => type === 'choice' || type === 'choices';

/**
 * A key out of a label: "Größe (cm)" becomes `grosseCm`. Labels in other scripts become `field`. `isFree` says
 * whether a key can be used; a number behind it makes it another one.
 */
export function makeKey(label: string, isFree: (key: string) => boolean): string {
  const words = fold(label).match(/[a-z0-9]+/g) ?? [];
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const base = FIELD_KEY.test(joined.charAt(0)) ? joined : `field${joined}`;
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : String(number);
    const key = base.slice(0, MAX_KEY - suffix.length) + suffix;
    if (!RESERVED_KEYS.includes(key) && isFree(key)) return key;
  }
}
