import { z } from 'zod';
import { CONTACT_FIELDS, type ContactField } from '../../../../shared/contact';
import { parsePhone } from '../../../../shared/phone';
import { entrySchema, type Entry } from './entries';
import type { ReturnState } from './useReturnTo';

/** What the form of a new contact hands to that of the contact who has its number. */
export interface TypedState extends ReturnState {
  typed: Entry;
  draftId: string;
}

const schema = z.object({ typed: entrySchema, draftId: z.string() });

export function readTyped(state: unknown): z.output<typeof schema> | null {
  const read = schema.safeParse(state);
  return read.success ? read.data : null;
}

const phoneOf = (text: string): string => {
  const parsed = parsePhone(text);
  return parsed.ok ? parsed.phone : text.trim();
};

/**
 * A contact with what was typed for it elsewhere: typed values take the place of others, notes and groups are added,
 * blank ones change nothing. A number the contact does not have yet fills the secondary one if that is free.
 */
export function fillIn(stored: Entry, typed: Entry): { entry: Entry; filled: ContactField[] } {
  const own = [stored.primaryContact, stored.secondaryContact].filter(Boolean).map(phoneOf);
  const other = [typed.primaryContact, typed.secondaryContact].find(
    (phone) => phone.trim() && !own.includes(phoneOf(phone)),
  );
  const notes = typed.notes.trim();
  const isNoted = notes === '' || stored.notes.includes(notes);
  const entry: Entry = {
    ...stored,
    name: typed.name.trim() || stored.name,
    email: typed.email.trim() || stored.email,
    category: typed.category ?? stored.category,
    secondaryContact: stored.secondaryContact || (other ?? ''),
    groups: [...new Set([...stored.groups, ...typed.groups])],
    notes: isNoted ? stored.notes : [stored.notes, notes].filter(Boolean).join('\n'),
  };
  const isFilled = (field: ContactField) =>
    field === 'groups'
      ? entry.groups.length > stored.groups.length
      : entry[field] !== stored[field];
  return { entry, filled: CONTACT_FIELDS.filter(isFilled) };
}
