import { Alert, Flex } from '@strapi/design-system';
import { useCallback, useMemo, useRef } from 'react';
import { Navigate, useNavigate } from 'react-router-dom';
import type { ContactView } from '../../../../shared/contracts/contacts';
import type { ContactStatus } from '../../../../shared/status';
import { useGetContactsQuery } from '../../api/contacts';
import { ListFooter } from '../../components/ListFooter';
import { LoadFailure } from '../../components/LoadFailure';
import { useFailureText } from '../../components/useFailureText';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';
import { BulkToolbar } from './BulkToolbar';
import { ContactsTable } from './ContactsTable';
import { isNarrowed, scopeOf, sortText, writeAddress } from './list-address';
import { ListSummary } from './ListSummary';
import { ListToolbar } from './ListToolbar';
import { NoContacts } from './NoContacts';
import { listPath, useListAddress } from './useListAddress';
import { useTicks } from './useTicks';
import { useVerbDialog } from './useVerbDialog';
import { bulkVerbs, rowVerbs, type Verb } from './verbs';

const NO_CONTACTS: readonly ContactView[] = [];

/** Everything the list shows and does, but for how it looks. */
function useContactsList(status: ContactStatus) {
  const may = usePermissions();
  const navigate = useNavigate();
  const { address, change } = useListAddress();
  const { sort, ...filter } = address;
  const list = useGetContactsQuery(
    { status, ...filter, sort: sortText(sort) },
    { refetchOnMountOrArgChange: true },
  );
  const contacts = list.data?.results;
  const ticks = useTicks(scopeOf(address), contacts ?? NO_CONTACTS);
  const top = useRef<HTMLDivElement>(null);
  const dialog = useVerbDialog(ticks.clear, top);
  const openDialog = dialog.open;
  const path = listPath(status, address);
  const verbs = useMemo(() => rowVerbs(status, may), [status, may]);
  const pick = useCallback(
    (verb: Verb, contact: ContactView, trigger: HTMLElement | null) => {
      if (verb === 'edit') {
        navigate(`${ROOT_PATH}/edit/${contact.documentId}`, { state: { returnTo: path } });
      } else openDialog({ verb, contacts: [contact], trigger });
    },
    [navigate, openDialog, path],
  );
  return { may, address, change, list, contacts, ticks, top, dialog, path, verbs, pick };
}

/** One tab of the directory. Mounted anew for each status, so that no row ever shows another tab's menu. */
export function ContactsList({ status }: { status: ContactStatus }) {
  const t = useText();
  const failureText = useFailureText();
  const { may, address, change, list, contacts, ticks, top, dialog, path, verbs, pick } =
    useContactsList(status);
  const pagination = list.data?.pagination;
  const isEmpty = contacts?.length === 0;
  const narrowed = isNarrowed(address);

  if (list.error && !list.data) {
    return <LoadFailure error={list.error} onRetry={() => void list.refetch()} />;
  }
  // Rows that were moved away can leave the last page empty; a shared address can name one that never was.
  if (isEmpty && pagination && !list.isFetching && address.page > 1) {
    const page = Math.min(address.page - 1, Math.max(1, pagination.pageCount));
    return <Navigate to={listPath(status, { ...address, page })} replace />;
  }
  return (
    <Flex ref={top} tabIndex={-1} direction="column" alignItems="stretch" gap={2}>
      {isEmpty && !narrowed ? null : <ListToolbar address={address} onChange={change} />}
      {list.error ? (
        <Alert variant="danger" closeLabel={t('action.close')} role="alert">
          {failureText(list.error)}
        </Alert>
      ) : null}
      {ticks.rows.size > 0 ? (
        <BulkToolbar
          count={ticks.rows.size}
          verbs={bulkVerbs(status, may)}
          onPick={(verb, trigger) =>
            dialog.open({ verb, contacts: [...ticks.rows.values()], trigger })
          }
          onClear={ticks.clear}
        />
      ) : (
        <ListSummary
          status={status}
          address={address}
          pagination={isEmpty ? undefined : pagination}
        />
      )}
      {isEmpty ? (
        <NoContacts
          status={status}
          isNarrowed={narrowed}
          onClear={() => change({ search: '', category: [], groups: [] })}
        />
      ) : (
        <ContactsTable
          contacts={contacts}
          isBusy={list.isFetching}
          address={address}
          path={path}
          verbs={verbs}
          ticks={ticks}
          onSort={(sort) => change({ sort })}
          onPick={pick}
        />
      )}
      {pagination && !isEmpty ? (
        <ListFooter
          page={address.page}
          pageSize={address.pageSize}
          pageCount={pagination.pageCount}
          searchOf={(page) => writeAddress({ ...address, page })}
          onPageSize={(pageSize) => change({ pageSize })}
        />
      ) : null}
      {dialog.element}
    </Flex>
  );
}
