import type { CustomField } from '../../plugins/contacts-manager/shared/custom-fields';
import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { addContacts, addRecord } from './contacts';

export const FIELDS: Pick<CustomField, 'key' | 'type' | 'options'>[] = [
  { key: 'city', type: 'text', options: [] },
  { key: 'score', type: 'number', options: [] },
  { key: 'joined', type: 'date', options: [] },
  { key: 'vip', type: 'yes-no', options: [] },
  { key: 'size', type: 'choice', options: ['S', 'M', 'L'] },
  { key: 'langs', type: 'choices', options: ['hi', 'en', 'ta'] },
];

export interface People {
  contacts: ContactView[];
  groups: string[];
  categories: string[];
}

const CITIES = ['Zürich', 'ZURICH', 'Łódź', 'Mumbai', 'Straße 7'];
const pick = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
};
const DAY = 86_400_000;

/** What a contact has, by its number: every kind of value is there, absent, and at the edge of a day. */
function valuesOf(index: number): Record<string, unknown> | null {
  if (index % 7 === 0) return null;
  return {
    ...(index % 2 ? { city: pick(CITIES, index) } : {}),
    ...(index % 3 ? { score: (index % 11) - 3.5 } : {}),
    ...(index % 4 ? { joined: `2026-0${1 + (index % 9)}-15` } : {}),
    ...(index % 5 ? { vip: index % 2 === 0 } : {}),
    ...(index % 6 ? { size: pick(['S', 'M', 'L'], index) } : {}),
    ...(index % 8 ? { langs: index % 3 ? ['hi', 'ta'] : ['en'] } : {}),
  };
}

/** Hundreds of contacts that differ in everything a filter can ask for. For tables that were empty. */
export async function addFindablePeople(
  app: TestApp,
  client: Client,
  count: number,
): Promise<People> {
  const groups: string[] = [];
  const categories: string[] = [];
  for (const name of ['Alpha', 'Beta', 'Gamma']) {
    groups.push((await addRecord(client, 'groups', name)).documentId);
    categories.push((await addRecord(client, 'categories', `Kind ${name}`)).documentId);
  }
  for (const [position, field] of FIELDS.entries()) {
    await app.knex('contact_custom_fields').insert({
      ...{ document_id: `field${position}`, key: field.key, label: field.key, position },
      ...{ label_key: field.key, type: field.type, options: JSON.stringify(field.options) },
      required: 0,
    });
  }
  const ids: string[] = [];
  for (let first = 0; first < count; first += 100) {
    const entries = Array.from({ length: Math.min(100, count - first) }, (_, offset) => {
      const index = first + offset;
      return {
        ...(index % 3 ? { email: `person${index}@example.com` } : {}),
        ...(index % 4 ? {} : { secondaryContact: `+4420794${String(10_000 + index)}` }),
        ...(index % 5 ? { category: pick(categories, index) } : {}),
        groups: groups.filter((_id, bit) => (index >> bit) % 2 === 1),
      };
    });
    ids.push(...(await addContacts(client, entries, first)).map(({ documentId }) => documentId));
  }
  for (const [index, documentId] of ids.entries()) await spread(app, documentId, index);
  const contacts: ContactView[] = [];
  for (const documentId of ids) {
    const { body } = await client.get(`/contacts-manager/contacts/${documentId}`).expect(200);
    contacts.push(body.data);
  }
  return { contacts, groups, categories };
}

/** What no form can set: when it was made and changed, by which path, and custom fields. */
async function spread({ knex, client }: TestApp, documentId: string, index: number): Promise<void> {
  const at = (day: number, offset = 0) => {
    const date = new Date(Date.UTC(2026, 0, 1) + day * DAY + offset);
    return client === 'sqlite' ? date.getTime() : date;
  };
  const values = valuesOf(index);
  const status = pick(['active', 'active', 'active', 'archived', 'blocked'], index);
  await knex('contacts')
    .where({ document_id: documentId })
    .update({
      created_at: at(index % 20, pick([0, DAY - 1, DAY / 2], index)),
      status_changed_at: status === 'active' ? null : at(index % 15),
      contact_status: status,
      source: pick(['manual', 'import', 'api', 'inbound'], index),
      custom_fields: values && JSON.stringify(values),
    });
}
