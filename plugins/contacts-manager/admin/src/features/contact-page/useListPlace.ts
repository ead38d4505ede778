import { useMemo } from 'react';
import type { ContactFilterInput } from '../../../../shared/filter';
import { CONTACT_STATUSES } from '../../../../shared/status';
import { ROOT_PATH } from '../../plugin-id';
import type { ReturnTarget } from '../contact-form/useReturnTo';
import { filterOf, readAddress, sortText } from '../contacts/list-address';

/** The list an address shows, as the server is asked for it. */
export interface ListPlace {
  filter: ContactFilterInput;
  sort: ReturnType<typeof sortText>;
}

/** Null where one did not come from a list of contacts. */
export function readPlace(path: string | undefined): ListPlace | null {
  const [pathname = '', query = ''] = path?.split('?') ?? [];
  const status = CONTACT_STATUSES.find((known) => pathname === `${ROOT_PATH}/${known}`);
  if (!status) return null;
  const address = readAddress(new URLSearchParams(query));
  return { filter: filterOf(status, address), sort: sortText(address.sort) };
}

export const useListPlace = (origin: ReturnTarget | null): ListPlace | null =>
  useMemo(() => readPlace(origin?.to), [origin?.to]);
