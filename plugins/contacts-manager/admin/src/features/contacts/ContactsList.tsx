import { Flex } from '@strapi/design-system';
import { useMemo, useRef } from 'react';
import { Navigate } from 'react-router-dom';
import type { ContactView } from '../../../../shared/contracts/contacts';
import { DEFAULT_SORT } from '../../../../shared/filter';
import type { ContactStatus } from '../../../../shared/status';
import { ListFooter } from '../../components/ListFooter';
import { LoadFailure, RefreshFailure } from '../../components/LoadFailure';
import { contactPath } from '../../components/contact-paths';
import { useGo } from '../../components/NextAddress';
import { shownAnswer } from '../../components/shown-answer';
import { useLatest } from '../../components/useLatest';
import { usePermissions } from '../../components/usePermissions';
import { ROOT_PATH } from '../../plugin-id';
import { BulkToolbar } from './BulkToolbar';
import { ContactsTable } from './ContactsTable';
import { CLEARED, filterOf, isNarrowed, scopeOf, writeAddress } from './list-address';
import { ListSummary } from './ListSummary';
import { ListToolbar } from './ListToolbar';
import { NoContacts } from './NoContacts';
import { NumbersPanel } from './NumbersPanel';
import { useListColumns } from './useListColumns';
import { listPath, useListAddress } from './useListAddress';
import { chooseRows } from './ticks';
import { SortNotice } from './SortNotice';
import { useSortedList } from './useSortedList';
import { useTicks } from './useTicks';
import { useVerbDialog } from './useVerbDialog';
import { bulkVerbs, rowVerbs, type Verb } from './verbs';

const NO_CONTACTS: readonly ContactView[] = [];

/** Everything the list shows and does, but for how it looks. */
function useContactsList(status: ContactStatus) {
  const may = usePermissions();
  const go = useGo();
  const { address, change, changeRows } = useListAddress();
  const { columns, all: allColumns } = useListColumns(address.columns);
  const { list, sort, sortProblem } = useSortedList(status, address);
  const { answer, isStale, isFailed } = shownAnswer(list);
  const current = list.currentData?.pagination;
  const matching = current
    ? { filter: filterOf(status, address), total: current.total, isExact: current.totalIsExact }
    : null;
  const ticks = useTicks(scopeOf(address), list.currentData?.results ?? NO_CONTACTS, matching);
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
    changeRows,
    sort,
    sortProblem,
    columns,
    allColumns,
    /** Nothing is known of the list, or only of the former one. */
    failure: isFailed ? list.error : undefined,
    /** The list is right, but could not be brought up to date. */
    refreshFailure: isFailed ? undefined : list.isError ? list.error : undefined,
    retry,
    isBusy: list.isFetching,
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

interface PartProps {
  status: ContactStatus;
  view: ReturnType<typeof useContactsList>;
}

/** The bulk actions while rows are ticked, otherwise how many there are. */
function ListBar({ status, view }: PartProps) {
  const { may, address, ticks, dialog, isEmpty, isStale, pagination } = view;
  const { chosen } = ticks;
  if (!chosen) {
    return (
      <ListSummary
        status={status}
        address={address}
        pagination={isEmpty || isStale ? undefined : pagination}
      />
    );
  }
  return (
    <BulkToolbar
      chosen={chosen}
      isEverything={ticks.isEverything}
      matching={view.matching}
      onEverything={ticks.tickEverything}
      verbs={bulkVerbs(status, may)}
      onPick={(verb, trigger) => dialog.open({ verb, chosen, trigger })}
      onClear={ticks.clear}
    />
  );
}

function ListBody({ status, view }: PartProps) {
  const { address, change, changeRows, pagination } = view;
  if (view.failure !== undefined) {
    return <LoadFailure error={view.failure} onRetry={view.retry} />;
  }
  if (view.isEmpty) {
    return (
      <NoContacts
        status={status}
        isNarrowed={isNarrowed(address)}
        onClear={() => change(CLEARED)}
      />
    );
  }
  return (
    <>
      <ContactsTable
        columns={view.columns}
        contacts={view.contacts}
        isBusy={view.isBusy}
        isStale={view.isStale}
        address={address}
        sort={view.sort}
        verbs={view.verbs}
        ticks={view.ticks}
        onSort={(sort) => changeRows({ sort })}
        onPick={view.pick}
        onOpen={view.open}
      />
      {pagination ? (
        <ListFooter
          page={address.page}
          pageSize={address.pageSize}
          pageCount={pagination.pageCount}
          searchOf={(page) => writeAddress({ ...address, page })}
          onPageSize={(pageSize) => changeRows({ pageSize })}
        />
      ) : null}
    </>
  );
}

/** One tab of the directory. Mounted anew for each status, so that no row ever shows another tab's menu. */
export function ContactsList({ status }: { status: ContactStatus }) {
  const view = useContactsList(status);
  const { address, change, isEmpty, isBusy, pagination, refreshFailure } = view;

  // Rows that were moved away can leave the last page empty; a shared address can name one that never was.
  if (isEmpty && pagination && !isBusy && address.page > 1) {
    const page = Math.min(address.page - 1, Math.max(1, pagination.pageCount));
    return <Navigate to={listPath(status, { ...address, page })} replace />;
  }
  return (
    <Flex ref={view.top} tabIndex={-1} direction="column" alignItems="stretch" gap={2}>
      {isEmpty && !isNarrowed(address) ? null : (
        <ListToolbar
          status={status}
          address={address}
          columns={view.columns}
          allColumns={view.allColumns}
          onChange={change}
        />
      )}
      {address.numbers.length > 0 ? (
        <NumbersPanel
          numbers={address.numbers}
          pasted={address.pasted}
          onClear={() => change({ numbers: [], pasted: 0 })}
        />
      ) : null}
      {refreshFailure === undefined ? null : (
        <RefreshFailure error={refreshFailure} onRetry={view.retry} />
      )}
      {view.sortProblem ? (
        <SortNotice problem={view.sortProblem} onKeep={() => change({ sort: DEFAULT_SORT })} />
      ) : null}
      <ListBar status={status} view={view} />
      <ListBody status={status} view={view} />
      {view.dialog.element}
    </Flex>
  );
}
