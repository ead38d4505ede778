import { useLayoutEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { ContactStatus } from '../../../../shared/status';
import { useGo } from '../../components/NextAddress';
import { useLatest } from '../../components/useLatest';
import { ROOT_PATH } from '../../plugin-id';
import { readAddress, writeAddress, type ListAddress } from './list-address';

export const listPath = (status: ContactStatus, address: ListAddress): string => {
  const query = writeAddress(address);
  return `${ROOT_PATH}/${status}${query ? `?${query}` : ''}`;
};

/** The list's state lives in the address bar and nowhere else: back, forward and sharing come for free. */
export function useListAddress() {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const go = useGo();
  const address = useMemo(() => readAddress(new URLSearchParams(search)), [search]);

  // A change within the frame that draws the one before goes on from that one.
  const wanted = useRef(address);
  useLayoutEffect(() => {
    wanted.current = address;
  }, [address]);

  const addressWith = (patch: Partial<ListAddress>): string => {
    wanted.current = { ...wanted.current, page: 1, ...patch };
    const query = writeAddress(wanted.current);
    return query ? `${pathname}?${query}` : pathname;
  };

  /** Anything but a page turn starts again at page 1. `replace` keeps every typed letter out of the history. */
  const change = useLatest((patch: Partial<ListAddress>, options?: { replace?: boolean }) =>
    navigate(addressWith(patch), { replace: options?.replace ?? false }),
  );
  /** For what only the rows show: they are dimmed first. A box that is ticked has to be so at once. */
  const changeRows = useLatest((patch: Partial<ListAddress>) => go(addressWith(patch)));

  return { address, change, changeRows };
}
