import { useState } from 'react';
import { DEFAULT_SORT } from '../../../../shared/filter';
import type { ContactStatus } from '../../../../shared/status';
import { useGetContactsQuery } from '../../api/contacts';
import { readSortProblem } from '../../api/errors';
import { filterOf, sortText, type ListAddress } from './list-address';

/**
 * The list that an address asks for. Where the server cannot sort it so, it comes in its usual order, and the address
 * keeps what was asked for: once the list is narrow enough, it is sorted.
 */
export function useSortedList(status: ContactStatus, address: ListAddress) {
  const filter = filterOf(status, address);
  const wanted = JSON.stringify([filter, sortText(address.sort)]);
  const [refused, setRefused] = useState<{ wanted: string; error: unknown } | null>(null);
  const problem = refused?.wanted === wanted ? readSortProblem(refused.error) : null;
  const sort = problem ? DEFAULT_SORT : address.sort;
  const { page, pageSize } = address;
  const list = useGetContactsQuery(
    { ...filter, sort: sortText(sort), page, pageSize },
    { refetchOnMountOrArgChange: true },
  );
  // While rendering, so that the refusal is never on the screen in place of the list.
  if (!problem && !list.isFetching && readSortProblem(list.error)) {
    setRefused({ wanted, error: list.error });
  }
  return { list, sort, sortProblem: problem };
}
