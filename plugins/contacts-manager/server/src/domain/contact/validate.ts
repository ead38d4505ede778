import {
  customFieldsSchema,
  emailSchema,
  nameSchema,
  notesSchema,
} from '../../../../shared/contact';
import type { CustomField } from '../../../../shared/custom-fields';
import { ERRORS, fieldError, type ErrorCode, type FieldError } from '../../../../shared/errors';
import { parsePhone, type CountryCode, type E164 } from '../../../../shared/phone';
import { mergeFieldValues, type StoredFieldValues } from '../custom-fields/merge-values';

/** The guarded scalars of a contact as a caller sent them; absent means "not mentioned". */
export interface ContactInput {
  name?: unknown;
  primaryContact?: unknown;
  secondaryContact?: unknown;
  email?: unknown;
  notes?: unknown;
  customFields?: unknown;
}

/** The same, normalised. Only mentioned attributes are present. */
export interface ContactValues {
  name?: string;
  primaryContact?: E164;
  secondaryContact?: E164 | null;
  email?: string | null;
  notes?: string | null;
  /** All values after the write. */
  customFields?: StoredFieldValues | null;
}

/** What the database holds already, for partial updates. */
export interface StoredValues {
  primaryContact: string;
  secondaryContact: string | null;
  customFields: unknown;
}

export interface ValidationContext {
  defaultCountry: CountryCode | undefined;
  definitions: readonly CustomField[];
  /** Null, or nothing, for a new contact. */
  stored?: StoredValues | null;
}

export type ContactValidation =
  { ok: true; values: ContactValues } | { ok: false; errors: FieldError[]; values: ContactValues };

const SCHEMAS = {
  name: nameSchema,
  email: emailSchema,
  notes: notesSchema,
};

const isCode = (text: string): text is ErrorCode => Object.hasOwn(ERRORS, text);

const isBlank = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

const isValues = (value: unknown): value is StoredFieldValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of a new contact even when they are not mentioned: it gets the defaults. */
function readCustomFields(
  sent: unknown,
  { definitions, stored = null }: ValidationContext,
): { values: Pick<ContactValues, 'customFields'>; errors: FieldError[] } {
  if (sent === undefined && stored) return { values: {}, errors: [] };
  const parsed = customFieldsSchema.safeParse(sent);
  if (!parsed.success)
    return { values: {}, errors: [fieldError(['customFields'], 'value.invalid')] };
  const known = stored && (isValues(stored.customFields) ? stored.customFields : {});
  const { values, errors } = mergeFieldValues(parsed.data, { definitions, stored: known });
  return { values: { customFields: values }, errors };
}

/**
 * Checks and normalises the scalars of a contact. For a new contact (`stored` null) name and primary
 * number must be there; for an existing one absent attributes keep their value. Every problem is listed.
 */
export function validateContactInput(
  input: ContactInput,
  context: ValidationContext,
): ContactValidation {
  const errors: FieldError[] = [];
  const values: ContactValues = {};
  const mentions = (field: keyof ContactInput) => input[field] !== undefined;
  const isNew = !context.stored;

  const readValue = (field: keyof typeof SCHEMAS) => {
    if (!mentions(field) && !(isNew && field === 'name')) return;
    const parsed = SCHEMAS[field].safeParse(input[field]);
    if (parsed.success) Object.assign(values, { [field]: parsed.data });
    else {
      const code = parsed.error.issues[0]?.message ?? '';
      errors.push(fieldError([field], isCode(code) ? code : 'value.invalid'));
    }
  };
  const readPhone = (field: 'primaryContact' | 'secondaryContact'): E164 | null => {
    const value = input[field];
    const parsed = parsePhone(typeof value === 'string' ? value : String(value), {
      ...(context.defaultCountry ? { defaultCountry: context.defaultCountry } : {}),
    });
    if (parsed.ok) return parsed.phone;
    errors.push(fieldError([field], parsed.code));
    return null;
  };

  readValue('name');
  if (mentions('primaryContact') || isNew) {
    if (isBlank(input.primaryContact))
      errors.push(fieldError(['primaryContact'], 'phone.required'));
    else {
      const phone = readPhone('primaryContact');
      if (phone) values.primaryContact = phone;
    }
  }
  if (mentions('secondaryContact')) {
    if (isBlank(input.secondaryContact)) values.secondaryContact = null;
    else {
      const phone = readPhone('secondaryContact');
      if (phone) values.secondaryContact = phone;
    }
  }
  readValue('email');
  readValue('notes');
  const customFields = readCustomFields(input.customFields, context);
  Object.assign(values, customFields.values);
  errors.push(...customFields.errors);

  const primary = values.primaryContact ?? context.stored?.primaryContact;
  const secondary =
    values.secondaryContact === undefined
      ? context.stored?.secondaryContact
      : values.secondaryContact;
  if (primary && primary === secondary) {
    const path = values.secondaryContact === undefined ? 'primaryContact' : 'secondaryContact';
    errors.push(fieldError([path], 'phone.same-as-primary'));
  }
  return errors.length === 0 ? { ok: true, values } : { ok: false, errors, values };
}
