import {
  GROUPS_MAX,
  type ContactBody,
  type ContactView,
} from '../../../../shared/contracts/contacts';

/** Where a value stands: `['email']`, `['customFields', 'city']`. */
export type ValuePath = readonly (string | number)[];

export const pathKey = (path: ValuePath): string => path.join('.');

/** The values of a contact as an edit says it saw them. */
export function baseOf(contact: ContactView): ContactBody {
  const { name, primaryContact, secondaryContact, email, notes, customFields } = contact;
  const groups = contact.groups.map(({ documentId }) => documentId);
  return {
    ...{ name, primaryContact, secondaryContact, email, notes },
    category: contact.category?.documentId ?? null,
    ...(groups.length <= GROUPS_MAX && { groups }),
    customFields: customFields ?? {},
  };
}

/**
 * The same for what is to be saved: an empty custom field is not among the values of a contact, and unless it is said
 * that nothing was seen in it, what a colleague has filled in meanwhile would be written over.
 */
export function seenBy({ customFields = {} }: ContactBody, base: ContactBody): ContactBody {
  const empty = Object.keys(customFields ?? {}).map((key) => [key, null] as const);
  if (empty.length === 0) return base;
  return { ...base, customFields: { ...Object.fromEntries(empty), ...base.customFields } };
}

export function valueAt(values: ContactBody, [field, key]: ValuePath): unknown {
  if (field === 'customFields') return values.customFields?.[String(key)];
  return Object.entries(values).find(([name]) => name === field)?.[1];
}

const withoutKeys = (values: object, keys: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !keys.has(key)));

/** What is left to be saved when these fields stay as somebody else has left them. */
export function leaveOut(sent: ContactBody, left: readonly ValuePath[]): ContactBody {
  const keys = (isCustom: boolean) =>
    new Set(
      left
        .filter(([field]) => (field === 'customFields') === isCustom)
        .map((path) => String(path.at(-1))),
    );
  const { customFields, ...fields } = sent;
  const custom = withoutKeys(customFields ?? {}, keys(true));
  return {
    ...withoutKeys(fields, keys(false)),
    ...(Object.keys(custom).length > 0 && { customFields: custom }),
  };
}
