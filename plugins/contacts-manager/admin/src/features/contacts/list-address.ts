import { CONTACT_SOURCES, type ContactSource } from '../../../../shared/contact';
import {
  PAGE_SIZES,
  sortSchema,
  type ContactFilterInput,
  type ContactSort,
  type PageSize,
} from '../../../../shared/filter';
import type { ContactStatus } from '../../../../shared/status';
import type { NamedRecordKind } from '../../api/named-records';

/** What narrows a list beside search and tab; empty texts and lists narrow nothing. Ids are documentIds. */
export interface ListFilter {
  category: string[];
  groups: string[];
  groupsAll: string[];
  groupsNone: string[];
  /** Saved views that are used as groups. */
  views: string[];
  source: ContactSource[];
  /** Days. */
  createdFrom: string;
  createdTo: string;
  statusChangedFrom: string;
  statusChangedTo: string;
  hasEmail: '' | 'yes' | 'no';
  hasSecondary: '' | 'yes' | 'no';
  /** As the contract writes conditions on custom fields. */
  fields: string[];
  /** A pasted list of phone numbers. */
  numbers: string[];
}

/** Everything about a list that the address bar holds, beside the tab, which is its path. */
export interface ListAddress extends ListFilter {
  search: string;
  /** How many numbers were pasted, when they were more than `numbers` holds; else 0. */
  pasted: number;
  /** Said of the list of one group or category, which is under its name; picking one as a filter does not make it so. */
  opened: NamedRecordKind | '';
  /** The saved view that this started from; it may have been changed since. */
  view: string;
  /** Columns that came with a view or a shared address; empty for the person's own. */
  columns: string[];
  /** Null for the person's own; so are the rows per page. */
  sort: ContactSort | null;
  page: number;
  pageSize: PageSize | null;
}

export const EMPTY_FILTER: ListFilter = {
  category: [],
  groups: [],
  groupsAll: [],
  groupsNone: [],
  views: [],
  source: [],
  createdFrom: '',
  createdTo: '',
  statusChangedFrom: '',
  statusChangedTo: '',
  hasEmail: '',
  hasSecondary: '',
  fields: [],
  numbers: [],
};

export const EMPTY_ADDRESS: ListAddress = {
  ...EMPTY_FILTER,
  search: '',
  pasted: 0,
  opened: '',
  view: '',
  columns: [],
  sort: null,
  page: 1,
  pageSize: null,
};

/** As "Clear filters" leaves an address; columns and the order stay. */
export const CLEARED = { ...EMPTY_FILTER, search: '', pasted: 0, opened: '', view: '' } as const;

const MAX_SEARCH = 200;
/** So many fit in an address that every server takes. */
export const MAX_NUMBERS = 500;
const MAX_LIST = 200;

/** A list by pasted numbers: as many of them as an address holds, and how many there were. */
export const pastedNumbers = (all: string[]): Pick<ListAddress, 'numbers' | 'pasted'> => ({
  numbers: all.slice(0, MAX_NUMBERS),
  pasted: all.length > MAX_NUMBERS ? all.length : 0,
});

export const readSort = (text: string | null): ContactSort | null =>
  sortSchema.safeParse(text).data ?? null;

export const readPageSize = (size: string | number | null): PageSize | null =>
  PAGE_SIZES.find((known) => String(known) === String(size)) ?? null;

/** Said of a full list only. */
function readPasted(text: string | null, listed: number): number {
  const pasted = Number(text);
  return listed === MAX_NUMBERS && Number.isSafeInteger(pasted) && pasted > listed ? pasted : 0;
}

/** Said of lists that keep to one group or category. */
function readOpened(
  text: string | null,
  { category, groups, views }: Pick<ListFilter, 'category' | 'groups' | 'views'>,
): ListAddress['opened'] {
  if (text === 'groups' && groups.length === 1 && views.length === 0) return text;
  return text === 'categories' && category.length === 1 ? text : '';
}

function readPage(text: string | null): number {
  const page = Number(text);
  return Number.isSafeInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}

const readDay = (text: string | null): string =>
  text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
const readYesNo = (text: string | null) => (text === 'yes' || text === 'no' ? text : '');

/** Addresses are typed, shared and outlive releases: what is not understood counts as not said. */
export function readAddress(query: URLSearchParams): ListAddress {
  const list = (key: string, max = MAX_LIST) => query.getAll(key).filter(Boolean).slice(0, max);
  const numbers = list('numbers', MAX_NUMBERS);
  const records = {
    category: list('category'),
    groups: list('groups'),
    views: list('views', 20),
  };
  return {
    ...records,
    search: (query.get('search') ?? '').slice(0, MAX_SEARCH),
    groupsAll: list('groupsAll'),
    groupsNone: list('groupsNone'),
    source: CONTACT_SOURCES.filter((source) => query.getAll('source').includes(source)),
    createdFrom: readDay(query.get('createdFrom')),
    createdTo: readDay(query.get('createdTo')),
    statusChangedFrom: readDay(query.get('statusChangedFrom')),
    statusChangedTo: readDay(query.get('statusChangedTo')),
    hasEmail: readYesNo(query.get('hasEmail')),
    hasSecondary: readYesNo(query.get('hasSecondary')),
    fields: list('fields', 20),
    numbers,
    pasted: readPasted(query.get('pasted'), numbers.length),
    opened: readOpened(query.get('opened'), records),
    view: query.get('view') ?? '',
    columns: list('columns', 150),
    sort: readSort(query.get('sort')),
    page: readPage(query.get('page')),
    pageSize: readPageSize(query.get('pageSize')),
  };
}

export const sortText = ({ field, direction }: ContactSort) => `${field}:${direction}` as const;

/** The address of a list as query text, without what it does not say. */
export function writeAddress({ sort, page, pageSize, pasted, ...texts }: ListAddress): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(texts)) {
    for (const item of [value].flat()) if (item) query.append(key, item);
  }
  if (sort) query.set('sort', sortText(sort));
  if (pasted !== 0) query.set('pasted', String(pasted));
  if (page !== 1) query.set('page', String(page));
  if (pageSize) query.set('pageSize', String(pageSize));
  return query.toString();
}

/** The filter alone, without what narrows nothing. */
export function narrowing({
  opened: _opened,
  pasted: _pasted,
  view: _view,
  columns: _columns,
  sort: _sort,
  page: _page,
  pageSize: _pageSize,
  ...filter
}: ListAddress): ContactFilterInput {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value.length > 0));
}

/** Whether something narrows the list, so that an empty one says "no hits" and not "no contacts yet". */
export const isNarrowed = (address: ListAddress): boolean =>
  Object.keys(narrowing(address)).length > 0;

/** What a list shows, as a view keeps it. */
export const filterOf = (status: ContactStatus, address: ListAddress): ContactFilterInput => ({
  status,
  ...narrowing(address),
});

/** Names the set of contacts a list goes through, however it is sorted and cut into pages. */
export const scopeOf = (address: ListAddress): string => JSON.stringify(narrowing(address));
