import { adminApi } from '@strapi/strapi/admin';

/** What an answer is made of, and what a change makes stale. */
const TAG_TYPES = [
  'Contact',
  'ContactCounts',
  'ContactGroup',
  'ContactCategory',
  'ContactImport',
  'ContactImportRows',
  'ContactChange',
  'ContactBin',
  'ContactField',
  'ContactView',
  'ContactPreferences',
  'ContactSettings',
  'ContactDuplicates',
  'ContactNote',
] as const;

/** What any change of contacts makes stale. */
export const CONTACTS_STALE = [
  'Contact',
  'ContactCounts',
  'ContactGroup',
  'ContactCategory',
  'ContactChange',
  'ContactBin',
] as const satisfies readonly (typeof TAG_TYPES)[number][];

/** Every endpoint file injects into this one. */
export const contactsApi = adminApi.enhanceEndpoints({ addTagTypes: [...TAG_TYPES] });

export const API = '/contacts-manager';

type QueryValue = string | number | boolean | null | undefined | readonly string[];

/** Query text in which lists repeat their key, as the contracts say; empty values are left out. */
export function toQuery(values: Record<string, QueryValue>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') continue;
    for (const item of Array.isArray(value) ? value : [value]) query.append(key, String(item));
  }
  return query.toString();
}

/** An address with its query, ready for `query:`. Strapi's own serialiser leaves `&` and `#` unescaped. */
export function withQuery(path: string, values: Record<string, QueryValue>): string {
  const query = toQuery(values);
  return query ? `${API}${path}?${query}` : `${API}${path}`;
}
