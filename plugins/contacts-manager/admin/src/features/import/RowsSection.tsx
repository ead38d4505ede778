import { Box, EmptyStateLayout, Flex } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useGetImportRowsQuery } from '../../api/imports';
import { ListFooter } from '../../components/ListFooter';
import { LoadFailure } from '../../components/LoadFailure';
import { useText } from '../../components/useText';
import { rowsQueryOf } from './row-filters';
import { RowFilterCards } from './RowFilterCards';
import { RowsTable } from './RowsTable';
import { usePageAddress } from './usePageAddress';
import { useRowFilter } from './useRowFilter';

interface Props {
  view: ImportView;
  tense: 'planned' | 'done';
}

/** The counts and, page by page, the rows behind them. */
export function RowsSection({ view, tense }: Props) {
  const t = useText();
  const [filter, setFilter] = useRowFilter();
  const { page, pageSize, searchOf, setPageSize } = usePageAddress();
  const { currentData, data, error, isFetching, refetch } = useGetImportRowsQuery({
    id: view.id,
    ...rowsQueryOf(filter),
    page,
    pageSize,
  });
  // The former page stays, dimmed, while the next one comes: the screen does not jump.
  const shown = currentData ?? data;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <RowFilterCards view={view} tense={tense} current={filter} onChange={setFilter} />
      {error !== undefined && !isFetching ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : shown?.results.length === 0 ? (
        <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('import.rows.none')} />
      ) : (
        <Box>
          <RowsTable view={view} tense={tense} rows={shown?.results} isBusy={isFetching} />
          {shown && (
            <ListFooter
              page={page}
              pageSize={pageSize}
              pageCount={Math.ceil(shown.pagination.total / pageSize)}
              searchOf={searchOf}
              onPageSize={setPageSize}
            />
          )}
        </Box>
      )}
    </Flex>
  );
}
