import { Box, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useGetImportRowsQuery } from '../../api/imports';
import { ListFooter } from '../../components/ListFooter';
import { LoadFailure } from '../../components/LoadFailure';
import { useText } from '../../components/useText';
import { BLOCK_ROWS, TABLE_ROWS } from './row-blocks';
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
  /** Another one begins when rows of any kind were changed: then none has a place to keep. */
  round?: number;
  /** Called when rows of any kind were changed. */
  onReplaced?: () => void;
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

/** The counts and the rows behind them. */
export function RowsSection({ view, tense, round = 0, onReplaced }: Props) {
  const t = useText();
  const [filter, setFilter] = useRowFilter();
  const { page, searchOf } = usePageAddress();
  // The first rows, which the table shows as well, say how many there are.
  const { currentData, data, error, isFetching, refetch } = useGetImportRowsQuery({
    id: view.id,
    ...rowsQueryOf(filter, tense),
    page: (page - 1) * (TABLE_ROWS / BLOCK_ROWS) + 1,
    pageSize: BLOCK_ROWS,
    round,
  });
  // The former number stays while the next one comes: the screen does not jump.
  const total = (currentData ?? data)?.pagination.total;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <RowFilterCards view={view} tense={tense} current={filter} onChange={setFilter} />
      {tense === 'planned' && (filter === 'all' || filter === 'reject') && (
        <ProblemsHint view={view} />
      )}
      {view.state === 'review' && onReplaced ? (
        <Flex justifyContent="space-between" gap={4} wrap="wrap">
          <Typography variant="pi" textColor="neutral600">
            {t('import.cell.hint')}
          </Typography>
          <ReplaceButton view={view} onReplaced={onReplaced} />
        </Flex>
      ) : null}
      {error !== undefined && !isFetching ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : total === 0 ? (
        <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('import.rows.none')} />
      ) : (
        <Box>
          <RowsTable
            view={view}
            tense={tense}
            filter={filter}
            page={page}
            round={round}
            total={total}
            isBusy={isFetching}
          />
          {total !== undefined && total > TABLE_ROWS && (
            <ListFooter
              page={page}
              pageSize={TABLE_ROWS}
              pageCount={Math.ceil(total / TABLE_ROWS)}
              searchOf={searchOf}
            />
          )}
        </Box>
      )}
    </Flex>
  );
}
