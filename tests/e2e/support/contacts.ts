import type { AdminClient } from '../../../scripts/lib/admin-client.mjs';
import { API } from './panel';

/** Contacts as somebody without a browser adds and reads them: a colleague, or a test that looks afterwards. */
export const contactsOf = (colleague: () => AdminClient) => ({
  /** Its documentId. */
  async addContact(name: string, primaryContact: string, more: object = {}): Promise<string> {
    const { data } = await colleague().post(`${API}/contacts`, { name, primaryContact, ...more });
    return String(data.documentId);
  },
  readContact: async (id: string) => (await colleague().get(`${API}/contacts/${id}`)).data,
  async findContact(search: string) {
    const query = encodeURIComponent(search);
    const { results } = await colleague().get(`${API}/contacts?search=${query}`);
    return results[0];
  },
});
