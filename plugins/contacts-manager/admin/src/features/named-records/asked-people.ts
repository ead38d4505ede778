import type { SelectionInput } from '../../../../shared/selection';
import type { ContactStatus } from '../../../../shared/status';
import { inReadersZone } from '../../components/reader-zone';
import { EMPTY_ADDRESS, isNarrowed, narrowing, type ListAddress } from '../contacts/list-address';

/** A filter that says whom to add. */
export interface AskedPeople {
  /** Empty for every status. */
  status: ContactStatus | '';
  address: ListAddress;
}

export const NOT_ASKED: AskedPeople = { status: 'active', address: EMPTY_ADDRESS };

/** Who matches; null while nothing narrows it, for that would be everybody. */
export function selectAsked({ status, address }: AskedPeople): SelectionInput | null {
  if (!isNarrowed(address)) return null;
  const filter = inReadersZone({ ...narrowing(address), ...(status !== '' && { status }) });
  return { kind: 'filter', filter, except: [] };
}
