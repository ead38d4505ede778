import { Flex } from '@strapi/design-system';
import { Navigate } from 'react-router-dom';
import { DEFAULT_SORT } from '../../../../shared/filter';
import type { ContactStatus } from '../../../../shared/status';
import { ListFooter } from '../../components/ListFooter';
import { LoadFailure, RefreshFailure } from '../../components/LoadFailure';
import { BulkToolbar } from './BulkToolbar';
import { ContactsTable } from './ContactsTable';
import { CLEARED, isNarrowed, writeAddress } from './list-address';
import { ListSummary } from './ListSummary';
import { ListToolbar } from './ListToolbar';
import { NoContacts } from './NoContacts';
import { NumbersPanel } from './NumbersPanel';
import { SortNotice } from './SortNotice';
import { useContactsList } from './useContactsList';
import { listPath } from './useListAddress';
import { bulkVerbs } from './verbs';

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
  const { address, change, pagination } = view;
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
        onSort={view.sortBy}
        onPick={view.pick}
        onOpen={view.open}
      />
      {pagination ? (
        <ListFooter
          page={address.page}
          pageSize={view.pageSize}
          pageCount={pagination.pageCount}
          searchOf={(page) => writeAddress({ ...address, page })}
          onPageSize={view.changePageSize}
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
          sort={view.sort}
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
        <SortNotice problem={view.sortProblem} onKeep={() => view.sortBy(DEFAULT_SORT)} />
      ) : null}
      <ListBar status={status} view={view} />
      <ListBody status={status} view={view} />
      {view.dialog.element}
    </Flex>
  );
}
