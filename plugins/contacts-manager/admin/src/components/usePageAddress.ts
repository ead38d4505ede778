import { useSearchParams } from 'react-router-dom';
import { DEFAULT_PAGE_SIZE, PAGE_SIZES } from '../../../shared/filter';

const readPage = (text: string | null): number => {
  const page = Number(text);
  return Number.isSafeInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
};

/** Page and rows per page as the address bar has them, and the addresses of the other pages. */
export function usePageAddress() {
  const [params, setParams] = useSearchParams();
  const page = readPage(params.get('page'));
  const pageSize =
    PAGE_SIZES.find((size) => String(size) === params.get('pageSize')) ?? DEFAULT_PAGE_SIZE;

  const withValues = (values: Record<string, string>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values)) next.set(name, value);
    return next;
  };
  return {
    page,
    pageSize,
    searchOf: (target: number) => withValues({ page: String(target) }).toString(),
    setPageSize: (size: number) => setParams(withValues({ page: '1', pageSize: String(size) })),
  };
}
