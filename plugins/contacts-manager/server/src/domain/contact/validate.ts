import {
  customFieldsSchema,
  emailSchema,
  nameSchema,
  notesSchema,
} from '../../../../shared/contact';
import { ERRORS, fieldError, type ErrorCode, type FieldError } from '../../../../shared/errors';
import { parsePhone, type CountryCode, type E164 } from '../../../../shared/phone';

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
  customFields?: Record<string, unknown> | null;
}

/** What the database holds already, for partial updates. */
export interface StoredNumbers {
  primaryContact: string;
  secondaryContact: string | null;
}

export type ContactValidation =
  { ok: true; values: ContactValues } | { ok: false; errors: FieldError[]; values: ContactValues };

const SCHEMAS = {
  name: nameSchema,
  email: emailSchema,
  notes: notesSchema,
  customFields: customFieldsSchema,
};

const isCode = (text: string): text is ErrorCode => Object.hasOwn(ERRORS, text);

const isBlank = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/**
 * Checks and normalises the scalars of a contact. For a new contact (`stored` null) name and primary
 * number must be there; for an existing one absent attributes keep their value. Every problem is listed.
 */
export function validateContactInput(
  input: ContactInput,
  context: { defaultCountry: CountryCode | undefined; stored?: StoredNumbers | null },
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
  readValue('customFields');

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
