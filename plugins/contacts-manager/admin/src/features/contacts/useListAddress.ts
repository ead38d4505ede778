import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { ContactStatus } from '../../../../shared/status';
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
  const address = useMemo(() => readAddress(new URLSearchParams(search)), [search]);

  /** Anything but a page turn starts again at page 1. `replace` keeps every typed letter out of the history. */
  const change = useCallback(
    (patch: Partial<ListAddress>, options?: { replace?: boolean }) =>
      navigate(
        { pathname, search: writeAddress({ ...address, page: 1, ...patch }) },
        { replace: options?.replace ?? false },
      ),
    [address, navigate, pathname],
  );

  return { address, change };
}
