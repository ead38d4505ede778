import {
  Dots,
  Flex,
  NextLink,
  PageLink,
  Pagination,
  PreviousLink,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useLocation } from 'react-router-dom';
import { PAGE_SIZES } from '../../../shared/filter';
import { GoLink, useNextAddress } from './NextAddress';
import { useText } from './useText';

interface Props {
  page: number;
  pageSize: number;
  pageCount: number;
  /** Query text of the address that shows this page. */
  searchOf: (page: number) => string;
  /** Left out where the rows of a page are what they are. */
  onPageSize?: (pageSize: number) => void;
}

/** First, last and the neighbours; 0 stands for a gap. */
export function pagesShown(page: number, pageCount: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pageCount];
  const pages = [...new Set(wanted)]
    .filter((number) => number >= 1 && number <= pageCount)
    .sort((a, b) => a - b);
  return pages.flatMap((number, index) => {
    const before = pages[index - 1];
    if (before === undefined || number - before === 1) return [number];
    return number - before === 2 ? [number - 1, number] : [0, number];
  });
}

function PageSize({ pageSize, onChange }: { pageSize: number; onChange: (size: number) => void }) {
  const t = useText();
  return (
    <Flex gap={2}>
      <SingleSelect
        size="S"
        aria-label={t('list.page-size')}
        value={String(pageSize)}
        onChange={(value) => onChange(Number(value))}
      >
        {PAGE_SIZES.map((size) => (
          <SingleSelectOption key={size} value={String(size)}>
            {size}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Typography textColor="neutral600">{t('list.page-size')}</Typography>
    </Flex>
  );
}

/** "Rows per page" and the page links under a list. */
export function ListFooter({ page, pageSize, pageCount, searchOf, onPageSize }: Props) {
  const t = useText();
  const { pathname } = useLocation();
  const next = useNextAddress();
  const shown = pagesShown(page, pageCount);
  /** Before it is there, the page that was pressed. */
  const active = shown.find((one) => one > 0 && next === `${pathname}?${searchOf(one)}`) ?? page;
  return (
    <Flex justifyContent="space-between" wrap="wrap" gap={4} paddingTop={4} paddingBottom={6}>
      {onPageSize ? <PageSize pageSize={pageSize} onChange={onPageSize} /> : <span />}
      {pageCount > 1 ? (
        <Pagination activePage={active} pageCount={pageCount} label={t('list.pages')}>
          <PreviousLink tag={GoLink} to={{ search: searchOf(page - 1) }}>
            {t('list.page-previous')}
          </PreviousLink>
          {shown.map((number, index) =>
            number === 0 ? (
              <Dots key={`gap-${index}`}>{t('list.page-gap')}</Dots>
            ) : (
              <PageLink key={number} number={number} tag={GoLink} to={{ search: searchOf(number) }}>
                {t('list.page-go', { page: number })}
              </PageLink>
            ),
          )}
          <NextLink tag={GoLink} to={{ search: searchOf(page + 1) }}>
            {t('list.page-next')}
          </NextLink>
        </Pagination>
      ) : null}
    </Flex>
  );
}
