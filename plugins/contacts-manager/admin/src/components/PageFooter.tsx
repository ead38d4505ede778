import { ListFooter } from './ListFooter';
import type { usePageAddress } from './usePageAddress';

interface Props {
  paging: ReturnType<typeof usePageAddress>;
  /** Rows over all pages; undefined while nobody knows. */
  total: number | undefined;
}

/** The footer of a list whose page stands in the address bar by itself. */
export const PageFooter = ({ paging, total = 0 }: Props) => (
  <ListFooter
    page={paging.page}
    pageSize={paging.pageSize}
    pageCount={Math.ceil(total / paging.pageSize)}
    searchOf={paging.searchOf}
    onPageSize={paging.setPageSize}
  />
);
