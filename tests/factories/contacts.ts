import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { Client } from '../helpers/client';

/** Valid Indian mobile numbers, one for each index. */
export const phoneNumber = (index: number): string => `+9198${String(10_000_000 + index)}`;

const FIRST_FRESH = 60_000_000;
let fresh = 0;
/** A number that nothing else in a test file has, unless it counts as far as this. */
export const freshNumber = (): string => phoneNumber(FIRST_FRESH + (fresh += 1));

/** Contacts with the names and numbers given, or made up, through the form's own batch. */
export async function addContacts(
  client: Client,
  entries: ({ name?: string; primaryContact?: string } & Record<string, unknown>)[],
  firstNumber = 0,
): Promise<ContactView[]> {
  const contacts = entries.map((entry, index) => ({
    name: `Person ${firstNumber + index}`,
    primaryContact: phoneNumber(firstNumber + index),
    ...entry,
  }));
  const { body } = await client.post('/contacts-manager/contacts/batch', { contacts }).expect(201);
  return body.data;
}

export async function addRecord(
  client: Client,
  kind: 'groups' | 'categories',
  name: string,
): Promise<{ documentId: string; name: string }> {
  const { body } = await client.post(`/contacts-manager/${kind}`, { name }).expect(201);
  return body.data;
}
