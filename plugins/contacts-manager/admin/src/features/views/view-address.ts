import type { SavedView, ViewBodyInput } from '../../../../shared/contracts/views';
import type { ContactStatus } from '../../../../shared/status';
import { toQuery } from '../../api/base';
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

/** What of a list a view keeps. */
export function searchOfView(
  status: ContactStatus,
  address: ListAddress,
  columns: readonly string[],
): Pick<ViewBodyInput, 'filter' | 'sort' | 'columns'> {
  return { filter: filterOf(status, address), sort: sortText(address.sort), columns: [...columns] };
}

/** Whether the list is still as the view has it, page and rows per page apart. */
export function isAsSaved(view: SavedView, status: ContactStatus, address: ListAddress): boolean {
  const saved = addressOfView(view, status);
  const textOf = (tab: ContactStatus, list: ListAddress) =>
    JSON.stringify([filterOf(tab, list), sortText(list.sort), list.columns]);
  return textOf(status, address) === textOf(saved.status, saved.address);
}
