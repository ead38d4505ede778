import { OPERATION_KINDS, type OperationKind } from '../../../../shared/contracts/operations';

/** What the address bar holds of History, beside the page. */
export interface HistoryAddress {
  kind: OperationKind | '';
  /** An admin's id. */
  actor: string;
  /** documentId */
  contact: string;
  /** Dates as yyyy-mm-dd, both included. */
  from: string;
  to: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const readDate = (text: string | null): string =>
  text !== null && DATE.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';

/** Addresses are typed, shared and outlive releases: what is not understood counts as not said. */
export const readHistoryAddress = (query: URLSearchParams): HistoryAddress => ({
  kind: OPERATION_KINDS.find((kind) => kind === query.get('kind')) ?? '',
  actor: /^\d{1,12}$/.test(query.get('actor') ?? '') ? (query.get('actor') ?? '') : '',
  contact: /^[a-z0-9]{1,64}$/i.test(query.get('contact') ?? '') ? (query.get('contact') ?? '') : '',
  from: readDate(query.get('from')),
  to: readDate(query.get('to')),
});

export const isHistoryNarrowed = (address: HistoryAddress): boolean =>
  Object.values(address).some((value) => value !== '');
