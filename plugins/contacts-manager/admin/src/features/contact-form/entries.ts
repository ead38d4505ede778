import { CONTACT_FIELDS, type ContactField } from '../../../../shared/contact';
import type { ContactBody, ContactView } from '../../../../shared/contracts/contacts';
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
}

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
  return Object.fromEntries(changed.map((field) => [field, body[field]]));
}
