import { Box, Button, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { TimelineEntry } from '../../../../shared/contracts/operations';
import { useGetTimelineQuery } from '../../api/operations';
import { LoadFailure } from '../../components/LoadFailure';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { changePath } from './change-paths';
import { useChangeByline, useChangeTitle } from './change-text';
import { UndoButton } from './UndoButton';
import { ValueChanges } from './ValueChanges';

const SHOWN_FIRST = 10;
const SHOWN_MOST = 100;

function Entry({ entry: { operation, before, after, mergedFrom } }: { entry: TimelineEntry }) {
  const t = useText();
  const may = usePermissions();
  const title = useChangeTitle()(operation);
  const byline = useChangeByline()(operation);
  return (
    <Box
      tag="li"
      paddingTop={4}
      paddingBottom={4}
      borderStyle="solid"
      borderColor="neutral150"
      borderWidth="0 0 1px"
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} paddingBottom={2}>
        <Box>
          {may.history ? (
            <Link tag={RouterLink} to={changePath(operation.operationId)}>
              {title}
            </Link>
          ) : (
            <Typography fontWeight="semiBold">{title}</Typography>
          )}
          <Typography tag="p" variant="pi" textColor="neutral600">
            {byline}
            {mergedFrom === null ? '' : ` · ${t('timeline.merged-from', { name: mergedFrom })}`}
            {operation.undo.state === 'undone' ? ` · ${t('change.state.undone')}` : ''}
          </Typography>
        </Box>
        {/* Undoing a change of thousands from one of them would surprise; History says what it touches. */}
        {operation.applied === 1 || operation.params.merge ? (
          <UndoButton operation={operation} size="S" />
        ) : null}
      </Flex>
      <ValueChanges before={before} after={after} />
    </Box>
  );
}

/** Every change of one contact, the newest first. */
export function Timeline({ documentId }: { documentId: string }) {
  const t = useText();
  const [pageSize, setPageSize] = useState(SHOWN_FIRST);
  const { data, error, isFetching, refetch } = useGetTimelineQuery({
    id: documentId,
    page: 1,
    pageSize,
  });
  const hidden = data ? data.pagination.total - data.results.length : 0;
  return (
    <Box tag="section" aria-labelledby="timeline-title">
      <Box background="neutral0" hasRadius shadow="filterShadow" padding={6}>
        <Typography variant="delta" tag="h2" id="timeline-title">
          {t('timeline.title')}
        </Typography>
        {data ? (
          <Flex tag="ol" direction="column" alignItems="stretch">
            {data.results.map((entry, index) => (
              <Entry key={`${entry.operation.operationId} ${index}`} entry={entry} />
            ))}
          </Flex>
        ) : error === undefined ? (
          <Loader small>{t('list.loading')}</Loader>
        ) : (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        )}
        {hidden > 0 && pageSize < SHOWN_MOST ? (
          <Box paddingTop={4}>
            <Button variant="tertiary" loading={isFetching} onClick={() => setPageSize(SHOWN_MOST)}>
              {t('timeline.more', { count: Math.min(hidden, SHOWN_MOST - SHOWN_FIRST) })}
            </Button>
          </Box>
        ) : null}
      </Box>
    </Box>
  );
}
