import {
  DEFAULT_PAGE_SIZE,
  DEFAULT_SORT,
  type ContactSort,
  type PageSize,
} from '../../../../shared/filter';
import { useGetPreferencesQuery, useSavePreferencesMutation } from '../../api/views';
import { readSort, sortText, type ListAddress } from './list-address';

/** The order and the rows per page: those that an address names, else this person's, else the product's. */
export function useListOrder(named: Pick<ListAddress, 'sort' | 'pageSize'>) {
  const { data: own, isLoading } = useGetPreferencesQuery(undefined);
  const [save] = useSavePreferencesMutation();
  return {
    sort: named.sort ?? readSort(own?.sort ?? null) ?? DEFAULT_SORT,
    pageSize: named.pageSize ?? own?.pageSize ?? DEFAULT_PAGE_SIZE,
    /** A list that came in another order first would jump. */
    isKnown: (named.sort !== null && named.pageSize !== null) || !isLoading,
    /** For the next time; a list that could not be remembered is sorted all the same. */
    rememberSort: (sort: ContactSort) => void save({ sort: sortText(sort) }),
    rememberPageSize: (pageSize: PageSize | null) => void save({ pageSize }),
  };
}
export type ListOrder = ReturnType<typeof useListOrder>;
