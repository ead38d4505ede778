import type { ContactView } from '../../../../shared/contracts/contacts';
import type { ExportColumn } from '../../../../shared/export-columns';

/** What a vCard has a place for; null and nothing where a column is not wanted, or empty. */
export interface ContactCard {
  uid: string;
  name: string;
  primaryContact: string;
  secondaryContact: string | null;
  email: string | null;
  groups: string[];
  notes: string | null;
}

/** One contact as a card: always with name and numbers, the rest as far as it is among the columns. */
export function contactCard(contact: ContactView, columns: readonly ExportColumn[]): ContactCard {
  const isWanted = (field: string) => columns.some(({ key }) => key === field);
  return {
    uid: contact.documentId,
    name: contact.name,
    primaryContact: contact.primaryContact,
    secondaryContact: contact.secondaryContact,
    email: isWanted('email') ? contact.email : null,
    groups: isWanted('groups') ? contact.groups.map(({ name }) => name) : [],
    notes: isWanted('notes') ? contact.notes : null,
  };
}
