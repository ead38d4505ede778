import { Box, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useGetImportRowsQuery } from '../../api/imports';
import { ListFooter } from '../../components/ListFooter';
import { LoadFailure } from '../../components/LoadFailure';
import { useText } from '../../components/useText';
import { rowsQueryOf, type Tense } from './row-filters';
import { RowFilterCards } from './RowFilterCards';
import { ProblemsDownload } from './ProblemsDownload';
import { ReplaceButton } from './ReplaceDialog';
import { RowsTable } from './RowsTable';
import { usePageAddress } from '../../components/usePageAddress';
import { useRowFilter } from './useRowFilter';

interface Props {
  view: ImportView;
  tense: Tense;
}

function ProblemsHint({ view }: { view: ImportView }) {
  const t = useText();
  if (view.counts.reject === 0) return null;
  return (
    <Flex gap={4} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
      <Flex gap={2} alignItems="flex-start" flex="1 1 32rem">
        <Box color="danger600" paddingTop={1} shrink={0} aria-hidden>
          <WarningCircle width="1.6rem" height="1.6rem" fill="currentColor" />
        </Box>
        <Typography tag="p">
          {t('import.problems.planned', { rows: view.counts.reject })}
        </Typography>
      </Flex>
      <ProblemsDownload id={view.id} />
    </Flex>
  );
}

/** The counts and, page by page, the rows behind them. */
export function RowsSection({ view, tense }: Props) {
  const t = useText();
  const [filter, setFilter] = useRowFilter();
  const { page, pageSize, searchOf, setPageSize } = usePageAddress();
  const { currentData, data, error, isFetching, refetch } = useGetImportRowsQuery({
    id: view.id,
    ...rowsQueryOf(filter, tense),
    page,
    pageSize,
  });
  // The former page stays, dimmed, while the next one comes: the screen does not jump.
  const shown = currentData ?? data;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <RowFilterCards view={view} tense={tense} current={filter} onChange={setFilter} />
      {tense === 'planned' && (filter === 'all' || filter === 'reject') && (
        <ProblemsHint view={view} />
      )}
      {view.state === 'review' ? (
        <Flex justifyContent="space-between" gap={4} wrap="wrap">
          <Typography variant="pi" textColor="neutral600">
            {t('import.cell.hint')}
          </Typography>
          <ReplaceButton view={view} />
        </Flex>
      ) : null}
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
