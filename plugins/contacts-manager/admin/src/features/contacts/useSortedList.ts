import { useState } from 'react';
import { DEFAULT_SORT } from '../../../../shared/filter';
import type { ContactStatus } from '../../../../shared/status';
import { useGetContactsQuery } from '../../api/contacts';
import { readSortProblem } from '../../api/errors';
import { askedFilter } from './asked-filter';
import { sortText, type ListAddress } from './list-address';
import type { ListOrder } from './useListOrder';

/**
 * The list that an address asks for. Where the server cannot sort it so, it comes in its usual order, and the address
 * keeps what was asked for: once the list is narrow enough, it is sorted.
 */
export function useSortedList(
  status: ContactStatus,
  address: ListAddress,
  order: Pick<ListOrder, 'sort' | 'pageSize' | 'isKnown'>,
) {
  const filter = askedFilter(status, address);
  const wanted = JSON.stringify([filter, sortText(order.sort)]);
  const [refused, setRefused] = useState<{ wanted: string; error: unknown } | null>(null);
  const problem = refused?.wanted === wanted ? readSortProblem(refused.error) : null;
  const sort = problem ? DEFAULT_SORT : order.sort;
  const list = useGetContactsQuery(
    { ...filter, sort: sortText(sort), page: address.page, pageSize: order.pageSize },
    { refetchOnMountOrArgChange: true, skip: !order.isKnown },
  );
  // While rendering, so that the refusal is never on the screen in place of the list.
  if (!problem && !list.isFetching && readSortProblem(list.error)) {
    setRefused({ wanted, error: list.error });
  }
  // An order that is only remembered from another list was not asked for here.
  return { list, sort, sortProblem: address.sort ? problem : null };
}
