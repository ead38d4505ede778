import type { Response } from 'supertest';
import type { Client } from './client';
import { ROOT } from './directory';

/** Contacts in Strapi's own Content Manager. */
export const CONTENT_MANAGER = '/content-manager/collection-types/api::contact.contact';

export interface Problem {
  path: (string | number)[];
  code: string;
}
export interface Outcome {
  status: number;
  code: string | undefined;
  problems: Problem[];
  /** Of the whole answer, for what must not stand in it. */
  text: string;
}
export interface Callers {
  /** May use the Content Manager. */
  owner: Client;
  manager: Client;
  /** Has an API token. */
  api: Client;
}
interface WayIn {
  /** HTTP status of a refusal: GraphQL answers 200 and says so in the body. */
  refusedWith: number;
  create(data: object): Promise<Outcome>;
  update(contact: { documentId: string; primaryContact: string }, data: object): Promise<Outcome>;
}

/** A write's answer in one shape, over whichever transport it came. */
export const outcomeOf = ({ status, text, body }: Response): Outcome => {
  const details = body.error?.details ?? body.errors?.[0]?.extensions?.error?.details;
  return { status, text, code: details?.code, problems: details?.errors ?? [] };
};

const CREATE = 'mutation ($data: ContactInput!) { createContact(data: $data) { documentId } }';
const UPDATE =
  'mutation ($id: ID!, $data: ContactInput!) { updateContact(documentId: $id, data: $data) { documentId } }';

/**
 * Every way to write one contact over HTTP. The callers are asked for each time, because files name their tests
 * before anybody has signed in.
 */
export const waysIn = (callers: () => Callers) =>
  ({
    form: {
      refusedWith: 400,
      create: async (data) => outcomeOf(await callers().manager.post(`${ROOT}/contacts`, data)),
      update: async ({ documentId }, data) =>
        outcomeOf(await callers().manager.put(`${ROOT}/contacts/${documentId}`, data)),
    },
    batch: {
      refusedWith: 400,
      create: async (data) => {
        const body = { contacts: [data] };
        const outcome = outcomeOf(await callers().manager.post(`${ROOT}/contacts/batch`, body));
        const withoutIndex = ({ path, code }: Problem) => ({ path: path.slice(2), code });
        return { ...outcome, problems: outcome.problems.map(withoutIndex) };
      },
      // A batch only adds; who corrects what it added does so in the form.
      update: async ({ documentId }, data) =>
        outcomeOf(await callers().manager.put(`${ROOT}/contacts/${documentId}`, data)),
    },
    upsert: {
      refusedWith: 400,
      create: async (data) =>
        outcomeOf(await callers().api.post(`/api${ROOT}/contacts/upsert`, { data })),
      update: async ({ primaryContact }, data) =>
        outcomeOf(
          await callers().api.post(`/api${ROOT}/contacts/upsert`, {
            data: { primaryContact, ...data },
          }),
        ),
    },
    REST: {
      refusedWith: 400,
      create: async (data) => outcomeOf(await callers().api.post('/api/contacts', { data })),
      update: async ({ documentId }, data) =>
        outcomeOf(await callers().api.put(`/api/contacts/${documentId}`, { data })),
    },
    GraphQL: {
      refusedWith: 200,
      create: async (data) => outcomeOf(await callers().api.graphql(CREATE, { data })),
      update: async ({ documentId }, data) =>
        outcomeOf(await callers().api.graphql(UPDATE, { id: documentId, data })),
    },
    'Content Manager': {
      refusedWith: 400,
      create: async (data) => outcomeOf(await callers().owner.post(CONTENT_MANAGER, data)),
      update: async ({ documentId }, data) =>
        outcomeOf(await callers().owner.put(`${CONTENT_MANAGER}/${documentId}`, data)),
    },
  }) satisfies Record<string, WayIn>;

/** Such as `customFields size field.required`, one a problem, sorted. */
export const linesOf = ({ problems }: Outcome): string[] =>
  problems.map(({ path, code }) => [...path, code].join(' ')).sort();
