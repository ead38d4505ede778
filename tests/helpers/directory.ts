import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type {
  OperationAnswer,
  TimelineEntry,
} from '../../plugins/contacts-manager/shared/contracts/operations';
import { addContacts, phoneNumber } from '../factories/contacts';
import type { Client } from './client';

/** Where the plugin's own API begins. */
export const ROOT = '/contacts-manager';

/** Far apart, so that only what a test says makes two contacts alike. */
const STEP = 7_919;

/**
 * What most tests do with the directory, over HTTP. The caller is asked for each time, because files sign in
 * only after they have said what they will do; `as` is somebody else, for once.
 */
export function directoryOf(caller: () => Client) {
  let made = 0;
  const addMany = async (count: number, entry: object = {}): Promise<ContactView[]> => {
    const entries = Array.from({ length: count }, () => {
      made += 1;
      return { name: `Person ${made}`, primaryContact: phoneNumber(made * STEP), ...entry };
    });
    return addContacts(caller(), entries);
  };

  return {
    addMany,
    /** One contact, by a name and a number of its own unless told otherwise. */
    async add(entry: object = {}): Promise<ContactView> {
      const [contact] = await addMany(1, entry);
      return contact!;
    },
    async read(documentId: string): Promise<ContactView> {
      return (await caller().get(`${ROOT}/contacts/${documentId}`).expect(200)).body.data;
    },
    /** The first hit of a search; undefined when nobody is found. */
    async find(search: string) {
      const query = encodeURIComponent(search);
      const { body } = await caller().get(`${ROOT}/contacts?search=${query}`).expect(200);
      return body.results[0];
    },
    async timeline(documentId: string): Promise<TimelineEntry[]> {
      const path = `${ROOT}/contacts/${documentId}/timeline`;
      return (await caller().get(path).expect(200)).body.results;
    },
    async bulk(ids: string[], body: object, as = caller()) {
      const selection = { kind: 'ids', ids };
      return (await as.post(`${ROOT}/contacts/bulk`, { selection, ...body }).expect(200)).body;
    },
    /** Makes one contact of two; `values` are the ones to keep where both have their own. */
    async merge(kept: ContactView, other: ContactView, values: object = {}) {
      const path = `${ROOT}/contacts/${kept.documentId}/merge`;
      const body = { other: other.documentId, values };
      return (await caller().post(path, body).expect(200)).body;
    },
    async undo(operationId: string, as = caller()) {
      return (await as.post(`${ROOT}/operations/${operationId}/undo`).expect(200)).body;
    },
    async operation(operationId: string): Promise<OperationAnswer> {
      return (await caller().get(`${ROOT}/operations/${operationId}`).expect(200)).body;
    },
    /** Waits for a change that is made off the request. */
    async settle(operationId: string): Promise<OperationAnswer> {
      for (;;) {
        const { body } = await caller().get(`${ROOT}/operations/${operationId}`).expect(200);
        if (body.state !== 'running') return body;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

export const idsOf = (records: { documentId: string }[]) =>
  records.map(({ documentId }) => documentId);

/** Everything of a contact but when it was last written. */
export const withoutClock = ({ updatedAt: _updatedAt, ...contact }: ContactView) => contact;
