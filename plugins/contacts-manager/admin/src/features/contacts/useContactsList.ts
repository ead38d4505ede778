import { useMemo, useRef } from 'react';
import type { ContactView } from '../../../../shared/contracts/contacts';
import type { ContactSort } from '../../../../shared/filter';
import type { ContactStatus } from '../../../../shared/status';
import { contactPath } from '../../components/contact-paths';
import { useGo } from '../../components/NextAddress';
import { shownAnswer } from '../../components/shown-answer';
import { useLatest } from '../../components/useLatest';
import { usePermissions } from '../../components/usePermissions';
import { ROOT_PATH } from '../../plugin-id';
import { askedFilter } from './asked-filter';
import { readPageSize, scopeOf } from './list-address';
import { chooseRows } from './ticks';
import { useListColumns } from './useListColumns';
import { listPath, useListAddress } from './useListAddress';
import { useListOrder } from './useListOrder';
import { useMatching } from './useMatching';
import { useSortedList } from './useSortedList';
import { useTicks } from './useTicks';
import { useVerbDialog } from './useVerbDialog';
import { rowVerbs, type Verb } from './verbs';

const NO_CONTACTS: readonly ContactView[] = [];

/** Everything the list shows and does, but for how it looks. */
export function useContactsList(status: ContactStatus) {
  const may = usePermissions();
  const go = useGo();
  const { address, change, changeRows } = useListAddress();
  const { columns, all: allColumns } = useListColumns(address.columns);
  const order = useListOrder(address);
  const { list, sort, sortProblem } = useSortedList(status, address, order);
  const { answer, isStale, isFailed } = shownAnswer(list);
  const current = list.currentData?.pagination;
  const scope = scopeOf(address);
  const matching = useMatching(
    scope,
    current
      ? {
          filter: askedFilter(status, address),
          total: current.total,
          isExact: current.totalIsExact,
        }
      : null,
  );
  const ticks = useTicks(scope, list.currentData?.results ?? NO_CONTACTS, matching);
  const top = useRef<HTMLDivElement>(null);
  const dialog = useVerbDialog(ticks.clear, top);
  const path = listPath(status, address);
  const verbs = useMemo(() => rowVerbs(status, may), [status, may]);
  const pick = useLatest((verb: Verb, contact: ContactView, trigger: HTMLElement | null) => {
    if (verb === 'edit') {
      go(`${ROOT_PATH}/edit/${contact.documentId}`, { state: { returnTo: path } });
    } else dialog.open({ verb, chosen: chooseRows([contact]), trigger });
  });
  const open = useLatest((contact: ContactView) =>
    go(contactPath(contact.documentId), { state: { returnTo: path } }),
  );
  const retry = () => {
    // The button that was pressed goes away with the message.
    top.current?.focus({ preventScroll: true });
    void list.refetch();
  };
  return {
    may,
    address,
    change,
    sort,
    sortBy: (next: ContactSort) => {
      changeRows({ sort: next });
      order.rememberSort(next);
    },
    pageSize: order.pageSize,
    changePageSize: (size: number) => {
      const pageSize = readPageSize(size);
      changeRows({ pageSize });
      order.rememberPageSize(pageSize);
    },
    sortProblem,
    columns,
    allColumns,
    /** Nothing is known of the list, or only of the former one. */
    failure: isFailed ? list.error : undefined,
    /** The list is right, but could not be brought up to date. */
    refreshFailure: isFailed ? undefined : list.isError ? list.error : undefined,
    retry,
    isBusy: list.isFetching || list.isUninitialized,
    isStale,
    isEmpty: list.currentData?.results.length === 0,
    // "Nothing found" of the former search says nothing about the new one: grey bars do.
    contacts: isStale && answer?.results.length === 0 ? undefined : answer?.results,
    pagination: answer?.pagination,
    matching,
    ticks,
    top,
    dialog,
    verbs,
    pick,
    open,
  };
}
