import type { SavedView, ViewBodyInput } from '../../../../shared/contracts/views';
import { DEFAULT_SORT, type ContactSort } from '../../../../shared/filter';
import type { ContactStatus } from '../../../../shared/status';
import { toQuery } from '../../api/base';
import { readerTimeZone } from '../../components/reader-zone';
import { filterOf, readAddress, sortText, type ListAddress } from '../contacts/list-address';

/** The list as a view has it; `status` is the tab that stays where the view names none. */
export function addressOfView(
  view: SavedView,
  status: ContactStatus,
): { status: ContactStatus; address: ListAddress } {
  const { filter, sort, columns, documentId } = view;
  const query = toQuery({ ...filter, sort, columns, view: documentId });
  return {
    status: filter.status ?? status,
    address: readAddress(new URLSearchParams(query)),
  };
}

/** What a view is beside its name. */
export type ViewSearch = Pick<ViewBodyInput, 'filter' | 'sort' | 'columns' | 'timeZone'>;

/** What of a list a view keeps. */
export const searchOfView = (
  status: ContactStatus,
  address: ListAddress,
  shown: { sort: ContactSort; columns: readonly string[] },
): ViewSearch => ({
  filter: filterOf(status, address),
  sort: sortText(shown.sort),
  columns: [...shown.columns],
  timeZone: readerTimeZone(),
});

/** Renaming a view keeps what it shows, whatever the list shows at the moment. */
export const keptSearch = (view: SavedView): ViewSearch => {
  const { filter, columns, timeZone } = view;
  const { sort } = addressOfView(view, 'active').address;
  return { filter, columns, timeZone, ...(sort && { sort: sortText(sort) }) };
};

/** Whether the list is still as the view has it, page and rows per page apart. */
export function isAsSaved(view: SavedView, status: ContactStatus, address: ListAddress): boolean {
  const saved = addressOfView(view, status);
  const textOf = (tab: ContactStatus, list: ListAddress) =>
    JSON.stringify([filterOf(tab, list), sortText(list.sort ?? DEFAULT_SORT), list.columns]);
  return textOf(status, address) === textOf(saved.status, saved.address);
}
