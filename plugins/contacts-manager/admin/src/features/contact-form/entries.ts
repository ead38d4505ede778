import type { ContactField } from '../../../../shared/contact';
import type { ContactBody, ContactView } from '../../../../shared/contracts/contacts';
import { formatPhone } from '../../../../shared/phone';

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

/** What is sent: everything on the form, so that an emptied field is emptied. */
export const bodyOf = (entry: Entry): ContactBody => ({
  name: entry.name,
  primaryContact: entry.primaryContact,
  secondaryContact: entry.secondaryContact.trim() || null,
  email: entry.email.trim() || null,
  category: entry.category,
  groups: entry.groups,
  notes: entry.notes.trim() || null,
});
