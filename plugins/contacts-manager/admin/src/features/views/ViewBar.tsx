import { Box } from '@strapi/design-system';
import { useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import type { SavedView } from '../../../../shared/contracts/views';
import type { ContactSort } from '../../../../shared/filter';
import type { ContactStatus } from '../../../../shared/status';
import { useGetViewsQuery } from '../../api/views';
import type { ListAddress } from '../contacts/list-address';
import { listPath } from '../contacts/useListAddress';
import { DeleteViewDialog } from './DeleteViewDialog';
import { OpenView } from './OpenView';
import { addressOfView, isAsSaved, keptSearch, searchOfView } from './view-address';
import { ViewDialog } from './ViewDialog';
import { ViewsMenu } from './ViewsMenu';

interface Props {
  status: ContactStatus;
  address: ListAddress;
  /** The order that the list shows. */
  sort: ContactSort;
  /** Keys of the columns that the list shows. */
  columns: readonly string[];
  onClosed: () => void;
  /** More buttons of the same row. */
  children?: ReactNode;
}

type OpenDialog = 'save' | 'edit' | 'delete';

/** Saved views: the menu, and the one that is open. */
export function ViewBar({ status, address, sort, columns, onClosed, children }: Props) {
  const navigate = useNavigate();
  const bar = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const { data: views = [] } = useGetViewsQuery(undefined);
  const view = views.find(({ documentId }) => documentId === address.view);
  const search = searchOfView(status, address, { sort, columns });
  const open = (name: OpenDialog, from: HTMLElement | null) => {
    trigger.current = from;
    setDialog(name);
  };
  const close = () => setDialog(null);
  const returnFocus = () => (trigger.current?.isConnected ? trigger.current : bar.current)?.focus();
  const show = (saved: SavedView) => {
    close();
    const target = addressOfView(saved, status);
    navigate(listPath(target.status, target.address));
  };
  return (
    <>
      <Box ref={bar} tabIndex={-1}>
        <ViewsMenu status={status} open={address.view} onSave={() => open('save', null)} />
      </Box>
      {children}
      {view ? (
        <OpenView
          view={view}
          isChanged={!isAsSaved(view, status, address)}
          search={search}
          onUpdated={show}
          onEdit={(from) => open('edit', from)}
          onDelete={(from) => open('delete', from)}
        />
      ) : null}
      {dialog === 'save' || (dialog === 'edit' && view) ? (
        <ViewDialog
          view={dialog === 'edit' ? view : undefined}
          search={dialog === 'edit' && view ? keptSearch(view) : search}
          onSaved={dialog === 'edit' ? close : show}
          onClose={close}
          returnFocus={returnFocus}
        />
      ) : null}
      {dialog === 'delete' && view ? (
        <DeleteViewDialog
          view={view}
          onDeleted={() => {
            close();
            onClosed();
          }}
          onClose={close}
          returnFocus={returnFocus}
        />
      ) : null}
    </>
  );
}
