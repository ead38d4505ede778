import { DEFAULT_SORT, type ContactFilterInput } from '../../../../shared/filter';
import { CONTACT_STATUSES } from '../../../../shared/status';
import { ROOT_PATH } from '../../plugin-id';
import { askedFilter } from '../contacts/asked-filter';
import { readAddress, sortText } from '../contacts/list-address';

/** The list an address shows, as the server is asked for it. */
export interface ListPlace {
  filter: ContactFilterInput;
  sort: ReturnType<typeof sortText>;
}

/** Null where one did not come from a list of contacts. `usual` is the order of addresses that name none. */
export function readPlace(
  path: string | undefined,
  usual = sortText(DEFAULT_SORT),
): ListPlace | null {
  const [pathname = '', query = ''] = path?.split('?') ?? [];
  const status = CONTACT_STATUSES.find((known) => pathname === `${ROOT_PATH}/${known}`);
  if (!status) return null;
  const address = readAddress(new URLSearchParams(query));
  return {
    filter: askedFilter(status, address),
    sort: address.sort ? sortText(address.sort) : usual,
  };
}
