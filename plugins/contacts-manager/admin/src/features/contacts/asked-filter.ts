import type { ContactFilterInput } from '../../../../shared/filter';
import type { ContactStatus } from '../../../../shared/status';
import { inReadersZone } from '../../components/reader-zone';
import { filterOf, type ListAddress } from './list-address';

/** What a list shows, as the server is asked for it and for a change of everything in it. */
export const askedFilter = (status: ContactStatus, address: ListAddress): ContactFilterInput =>
  inReadersZone(filterOf(status, address));
