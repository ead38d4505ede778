import {
  DEFAULT_PAGE_SIZE,
  DEFAULT_SORT,
  PAGE_SIZES,
  SORT_FIELDS,
  type ContactFilterInput,
  type ContactSort,
} from '../../../../shared/filter';
import type { ContactStatus } from '../../../../shared/status';

/** Everything about a list that the address bar holds, beside the tab, which is its path. */
export interface ListAddress {
  search: string;
  /** documentIds */
  category: string[];
  /** documentIds */
  groups: string[];
  sort: ContactSort;
  page: number;
  pageSize: number;
}

export const EMPTY_ADDRESS: ListAddress = {
  search: '',
  category: [],
  groups: [],
  sort: DEFAULT_SORT,
  page: 1,
  pageSize: DEFAULT_PAGE_SIZE,
};

const MAX_SEARCH = 200;

function readSort(text: string | null): ContactSort {
  const [name, direction] = (text ?? '').split(':');
  const field = SORT_FIELDS.find((known) => known === name);
  if (!field || (direction !== 'asc' && direction !== 'desc')) return DEFAULT_SORT;
  return { field, direction };
}

function readPage(text: string | null): number {
  const page = Number(text);
  return Number.isSafeInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}

/** Addresses are typed, shared and outlive releases: what is not understood counts as not said. */
export function readAddress(query: URLSearchParams): ListAddress {
  return {
    search: (query.get('search') ?? '').slice(0, MAX_SEARCH),
    category: query.getAll('category').filter(Boolean),
    groups: query.getAll('groups').filter(Boolean),
    sort: readSort(query.get('sort')),
    page: readPage(query.get('page')),
    pageSize:
      PAGE_SIZES.find((size) => String(size) === query.get('pageSize')) ?? DEFAULT_PAGE_SIZE,
  };
}

export const sortText = ({ field, direction }: ContactSort) => `${field}:${direction}` as const;

/** The address of a list as query text, without what is the default anyway. */
export function writeAddress(address: ListAddress): string {
  const query = new URLSearchParams();
  if (address.search) query.set('search', address.search);
  for (const id of address.category) query.append('category', id);
  for (const id of address.groups) query.append('groups', id);
  if (sortText(address.sort) !== sortText(DEFAULT_SORT)) query.set('sort', sortText(address.sort));
  if (address.page !== 1) query.set('page', String(address.page));
  if (address.pageSize !== DEFAULT_PAGE_SIZE) query.set('pageSize', String(address.pageSize));
  return query.toString();
}

/** Whether something narrows the list, so that an empty one says "no hits" and not "no contacts yet". */
export const isNarrowed = (address: ListAddress): boolean =>
  address.search !== '' || address.category.length > 0 || address.groups.length > 0;

/** What a list shows, as a change of everything in it asks for it: without what narrows nothing. */
export const filterOf = (
  status: ContactStatus,
  { search, category, groups }: ListAddress,
): ContactFilterInput => ({
  status,
  ...(search && { search }),
  ...(category.length > 0 && { category }),
  ...(groups.length > 0 && { groups }),
});

/** Names the set of contacts a list goes through, however it is sorted and cut into pages. */
export const scopeOf = ({ search, category, groups }: ListAddress): string =>
  JSON.stringify([search, category, groups]);
