import { useSearchParams } from 'react-router-dom';
import { readRowFilter, type RowFilter } from './row-filters';

/** Which rows are looked at; the address holds it, so that a reload and the back button keep the place. */
export function useRowFilter(): [RowFilter, (filter: RowFilter) => void] {
  const [params, setParams] = useSearchParams();
  const setFilter = (filter: RowFilter) =>
    setParams(filter === 'all' ? {} : { rows: filter }, { preventScrollReset: true });
  return [readRowFilter(params.get('rows')), setFilter];
}
