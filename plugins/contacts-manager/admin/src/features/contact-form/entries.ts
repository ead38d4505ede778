import { CONTACT_FIELDS, type ContactField } from '../../../../shared/contact';
import type { ContactBody, ContactView } from '../../../../shared/contracts/contacts';
import type { CustomColumn } from '../../../../shared/import-fields';
import { formatPhone, parsePhone } from '../../../../shared/phone';

/** One contact of the form, as typed. `key` keeps an entry itself while others come and go. */
export interface Entry {
  key: string;
  name: string;
  primaryContact: string;
  /** documentId */
  category: string | null;
  email: string;
  secondaryContact: string;
  /** documentIds */
  groups: string[];
  notes: string;
  /** As typed or chosen, by key; what is not there was not touched. */
  customFields: Record<string, unknown>;
}

/** A field of the form, as problems name it. */
export type EntryField = ContactField | CustomColumn;
export type TextField = Exclude<ContactField, 'category' | 'groups'>;

export const emptyEntry = (key: string): Entry => ({
  key,
  name: '',
  primaryContact: '',
  category: null,
  email: '',
  secondaryContact: '',
  groups: [],
  notes: '',
  customFields: {},
});

export const entryOf = (contact: ContactView): Entry => ({
  key: contact.documentId,
  name: contact.name,
  primaryContact: formatPhone(contact.primaryContact),
  category: contact.category?.documentId ?? null,
  email: contact.email ?? '',
  secondaryContact: contact.secondaryContact ? formatPhone(contact.secondaryContact) : '',
  groups: contact.groups.map(({ documentId }) => documentId),
  notes: contact.notes ?? '',
  customFields: { ...contact.customFields },
});

/** Everything on the form, for a contact that does not exist yet. */
export const bodyOf = (entry: Entry): ContactBody => ({
  name: entry.name,
  primaryContact: entry.primaryContact,
  secondaryContact: entry.secondaryContact.trim() || null,
  email: entry.email.trim() || null,
  category: entry.category,
  groups: entry.groups,
  notes: entry.notes.trim() || null,
  ...(Object.keys(entry.customFields).length > 0 ? { customFields: entry.customFields } : {}),
});

/** One number has many spellings, and only another number is a change. */
const phoneOf = (text: string): string => {
  const parsed = parsePhone(text);
  return parsed.ok ? parsed.phone : text.trim();
};

/** Equal exactly when the field holds the same, however it was typed or in whatever order it was ticked. */
const meaningOf = (entry: Entry): Record<ContactField, string | null> => ({
  name: entry.name.trim(),
  primaryContact: phoneOf(entry.primaryContact),
  secondaryContact: phoneOf(entry.secondaryContact),
  email: entry.email.trim(),
  category: entry.category,
  groups: JSON.stringify([...entry.groups].sort()),
  notes: entry.notes.trim(),
});

/**
 * What the person changed since the form was opened, and nothing else: a field that is sent is written, so
 * one that was merely shown would undo what a colleague has saved meanwhile. An emptied field is null or [].
 */
export function changesOf(start: Entry, entry: Entry): ContactBody {
  const before = meaningOf(start);
  const after = meaningOf(entry);
  const changed = CONTACT_FIELDS.filter((field) => before[field] !== after[field]);
  const body = bodyOf(entry);
  const values = changedValues(start.customFields, entry.customFields);
  return {
    ...Object.fromEntries(changed.map((field) => [field, body[field]])),
    ...(Object.keys(values).length > 0 ? { customFields: values } : {}),
  };
}

/** Numbers may be typed, and lists empty. */
const valueMeaning = (value: unknown): string => {
  const isEmpty =
    value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return '';
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
};

export const isSameValue = (one: unknown, other: unknown): boolean =>
  valueMeaning(one) === valueMeaning(other);

function changedValues(
  start: Entry['customFields'],
  now: Entry['customFields'],
): Record<string, unknown> {
  const keys = Object.keys({ ...start, ...now }).filter(
    (key) => !isSameValue(start[key], now[key]),
  );
  return Object.fromEntries(keys.map((key) => [key, now[key] ?? null]));
}
