import { z } from 'zod';
import { CONTACT_FIELDS, type ContactField } from '../../../../shared/contact';
import type { ContactBody, ContactView } from '../../../../shared/contracts/contacts';
import { customKeyOf, type CustomColumn } from '../../../../shared/import-fields';
import { formatPhone, parsePhone } from '../../../../shared/phone';

/** One contact of the form, as typed; a schema, because drafts and other pages hand entries over as data. */
export const entrySchema = z.object({
  /** Keeps an entry itself while others come and go. */
  key: z.string(),
  name: z.string(),
  primaryContact: z.string(),
  /** documentId */
  category: z.string().nullable(),
  email: z.string(),
  secondaryContact: z.string(),
  /** documentIds */
  groups: z.array(z.string()),
  notes: z.string(),
  /** As typed or chosen, by key; what is not there was not touched. */
  customFields: z.record(z.string(), z.unknown()).default({}),
  /** Names out of a spreadsheet that nobody has made; until they are settled the entry is not saved. */
  unknown: z
    .object({ category: z.string().optional(), groups: z.array(z.string()).optional() })
    .optional(),
});
export type Entry = z.output<typeof entrySchema>;

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

/** Whether nothing was typed or chosen. */
export const isBlank = (entry: Entry): boolean =>
  Object.entries(entry).every(([field, value]: [string, unknown]) => {
    if (field === 'key' || value === null || value === undefined) return true;
    return typeof value === 'string' ? value.trim() === '' : Object.keys(value).length === 0;
  });

/** Keys that no entry has yet. */
export function newKeys(entries: readonly Entry[], count: number): string[] {
  const used = entries.map(({ key }) => Number(/^new-(\d+)$/.exec(key)?.[1] ?? 0));
  const last = Math.max(0, ...used);
  return Array.from({ length: count }, (_key, index) => `new-${last + index + 1}`);
}

/** An entry after typing; choosing a category or groups settles the names that were unknown. */
export function patchEntry(entry: Entry, patch: Partial<Entry>): Entry {
  const { unknown, ...rest } = { ...entry, ...patch };
  const open = Object.entries(unknown ?? {}).filter(([field]) => !(field in patch));
  return open.length > 0 ? { ...rest, unknown: Object.fromEntries(open) } : rest;
}

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

/** The same of one field; null when it was not changed. */
export function changeOf(start: Entry, entry: Entry, field: EntryField): ContactBody | null {
  const { customFields, ...values } = changesOf(start, entry);
  const key = customKeyOf(field);
  const all: Record<string, unknown> = key === null ? values : (customFields ?? {});
  const name = key ?? field;
  if (!(name in all)) return null;
  const change = { [name]: all[name] };
  return key === null ? change : { customFields: change };
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
