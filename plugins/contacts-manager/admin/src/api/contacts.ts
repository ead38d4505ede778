import type { BulkAnswer, BulkBodyInput } from '../../../shared/contracts/bulk';
import type {
  BatchAnswer,
  CheckAnswer,
  CheckBody,
  ContactAnswer,
  ContactBody,
  ContactEditAnswer,
  ContactEditBody,
  ContactView,
  CountsAnswer,
  ListAnswer,
  ListQueryInput,
  NeighboursAnswer,
  OriginAnswer,
  StatusChangeAnswer,
  TotalAnswer,
} from '../../../shared/contracts/contacts';
import type { InstallationAnswer } from '../../../shared/contracts/settings';
import type { NumbersAnswer } from '../../../shared/contracts/numbers';
import type { ContactFilterInput } from '../../../shared/filter';
import { API, CONTACTS_STALE, contactsApi, withQuery } from './base';

const CONTACTS = `${API}/contacts`;

export type BulkRequest = Omit<BulkBodyInput, 'dryRun'>;

/** The list query as screens write it: numbers, where the contract takes any text that reads as one. */
export type ContactsQuery = ContactFilterInput &
  Pick<ListQueryInput, 'sort'> & { page: number; pageSize: number };

/** A contact, and the list it is looked at in. */
export type NeighboursRequest = ContactFilterInput &
  Pick<ListQueryInput, 'sort'> & { documentId: string };

const contactEndpoints = contactsApi.injectEndpoints({
  endpoints: (build) => ({
    getContacts: build.query<ListAnswer, ContactsQuery>({
      query: (query) => withQuery('/contacts', query),
      providesTags: ['Contact'],
    }),
    getContactCounts: build.query<CountsAnswer, Omit<ContactFilterInput, 'status'>>({
      query: (filter) => withQuery('/contacts/counts', filter),
      providesTags: ['Contact', 'ContactCounts'],
    }),
    /** Exactly, which takes longer on a large directory than the list does. */
    getContactTotal: build.query<TotalAnswer, ContactFilterInput>({
      query: (filter) => withQuery('/contacts/total', filter),
      providesTags: ['Contact', 'ContactCounts'],
    }),
    getContact: build.query<ContactView, string>({
      query: (documentId) => `${CONTACTS}/${documentId}`,
      transformResponse: (answer: ContactAnswer) => answer.data,
      // The form must never start from what somebody else has changed since.
      keepUnusedDataFor: 0,
      providesTags: ['Contact'],
    }),
    getStatusChange: build.query<StatusChangeAnswer['data'], string>({
      query: (documentId) => `${CONTACTS}/${documentId}/status-change`,
      transformResponse: (answer: StatusChangeAnswer) => answer.data,
      providesTags: ['Contact'],
    }),
    getContactSettings: build.query<InstallationAnswer['data'], undefined>({
      query: () => `${API}/me`,
      transformResponse: (answer: InstallationAnswer) => answer.data,
      providesTags: ['ContactSettings'],
    }),
    createContacts: build.mutation<ContactView[], ContactBody[]>({
      query: (contacts) =>
        contacts.length === 1
          ? { url: CONTACTS, method: 'POST', data: contacts[0] }
          : { url: `${CONTACTS}/batch`, method: 'POST', data: { contacts } },
      transformResponse: (answer: ContactAnswer | BatchAnswer) => [answer.data].flat(),
      invalidatesTags: (_result, error) => (error ? [] : [...CONTACTS_STALE]),
    }),
    getNeighbours: build.query<NeighboursAnswer, NeighboursRequest>({
      query: ({ documentId, ...query }) =>
        withQuery(`/contacts/${encodeURIComponent(documentId)}/neighbours`, query),
      providesTags: ['Contact'],
    }),
    /** Who has these numbers: a question, asked by POST because so many do not fit in an address. */
    findNumbers: build.query<NumbersAnswer['data'], string[]>({
      query: (numbers) => ({ url: `${CONTACTS}/numbers`, method: 'POST', data: { numbers } }),
      transformResponse: (answer: NumbersAnswer) => answer.data,
      providesTags: ['Contact'],
    }),
    getOrigin: build.query<OriginAnswer['data'], string>({
      query: (documentId) => `${CONTACTS}/${encodeURIComponent(documentId)}/origin`,
      transformResponse: (answer: OriginAnswer) => answer.data,
    }),
    updateContact: build.mutation<ContactEditAnswer, { documentId: string; data: ContactEditBody }>(
      {
        query: ({ documentId, data }) => ({
          url: `${CONTACTS}/${documentId}`,
          method: 'PUT',
          data,
        }),
        invalidatesTags: (_result, error) => (error ? [] : [...CONTACTS_STALE]),
      },
    ),
    checkContacts: build.mutation<CheckAnswer, CheckBody>({
      query: (data) => ({ url: `${CONTACTS}/check`, method: 'POST', data }),
    }),
    /** What a change would do, asked before the person confirms it. */
    previewBulk: build.query<BulkAnswer, BulkRequest>({
      query: (request) => ({
        url: `${CONTACTS}/bulk`,
        method: 'POST',
        data: { ...request, dryRun: true },
      }),
      keepUnusedDataFor: 0,
    }),
    applyBulk: build.mutation<BulkAnswer, BulkRequest>({
      query: (request) => ({ url: `${CONTACTS}/bulk`, method: 'POST', data: request }),
      // After a refusal too: the usual cause is a list that somebody else has changed.
      invalidatesTags: [...CONTACTS_STALE],
    }),
  }),
});

export const {
  useGetContactsQuery,
  useGetContactCountsQuery,
  useGetContactTotalQuery,
  useGetContactQuery,
  useGetNeighboursQuery,
  useGetOriginQuery,
  useGetStatusChangeQuery,
  useGetContactSettingsQuery,
  useCreateContactsMutation,
  useUpdateContactMutation,
  useFindNumbersQuery,
  useCheckContactsMutation,
  usePreviewBulkQuery,
  useApplyBulkMutation,
} = contactEndpoints;
