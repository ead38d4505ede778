import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { TimelineEntry } from '../../../../shared/contracts/operations';
import { useGetTimelineQuery } from '../../api/operations';
import { LoadFailure } from '../../components/LoadFailure';
import { SkeletonLines } from '../../components/SkeletonRows';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { changePath } from './change-paths';
import { useChangeByline, useChangeTitle } from './change-text';
import { UndoButton } from './UndoButton';
import { ValueChanges } from './ValueChanges';

const SHOWN_FIRST = 10;
const PAGE_SIZE = 50;

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
        {/* Undoing a change of thousands from one of them would surprise; its own page says what it touches. */}
        {operation.applied === 1 || operation.params.merge ? (
          <UndoButton operation={operation} size="S" />
        ) : may.history ? (
          <Link tag={RouterLink} to={changePath(operation.operationId)}>
            {t('timeline.show-change')}
          </Link>
        ) : null}
      </Flex>
      <ValueChanges before={before} after={after} />
    </Box>
  );
}

const Entries = ({ entries }: { entries: readonly TimelineEntry[] }) =>
  entries.map((entry, index) => (
    <Entry key={`${entry.operation.operationId} ${index}`} entry={entry} />
  ));

/** One page of older changes, below those that are shown already. */
function OlderEntries({ documentId, page }: { documentId: string; page: number }) {
  const { data, error, refetch } = useGetTimelineQuery({
    id: documentId,
    page,
    pageSize: PAGE_SIZE,
  });
  if (data) return <Entries entries={data.results} />;
  return (
    <Box tag="li" paddingTop={4}>
      {error === undefined ? (
        <SkeletonLines lines={6} />
      ) : (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      )}
    </Box>
  );
}

/** Every change of one contact, the newest first. */
export function Timeline({ documentId }: { documentId: string }) {
  const t = useText();
  /** How many pages are asked for; 0 while a few changes are enough. */
  const [pages, setPages] = useState(0);
  const { data, error, isFetching, refetch } = useGetTimelineQuery({
    id: documentId,
    page: 1,
    pageSize: pages === 0 ? SHOWN_FIRST : PAGE_SIZE,
  });
  // While the first page grows, what is shown is still the short one.
  const shown = data ? Math.max(pages, 1) * data.pagination.pageSize : 0;
  const older = data ? data.pagination.total - shown : 0;
  const isShort = data?.pagination.pageSize === SHOWN_FIRST;
  const next = Math.min(older, isShort ? PAGE_SIZE - SHOWN_FIRST : PAGE_SIZE);
  return (
    <Box tag="section" aria-labelledby="timeline-title">
      <Box background="neutral0" hasRadius shadow="filterShadow" padding={6}>
        <Typography variant="delta" tag="h2" id="timeline-title">
          {t('timeline.title')}
        </Typography>
        {data ? (
          <Flex tag="ol" direction="column" alignItems="stretch">
            <Entries entries={data.results} />
            {Array.from({ length: Math.max(pages - 1, 0) }, (_page, index) => (
              <OlderEntries key={index} documentId={documentId} page={index + 2} />
            ))}
          </Flex>
        ) : error === undefined ? (
          <Box paddingTop={4}>
            <SkeletonLines lines={6} />
          </Box>
        ) : (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        )}
        {older > 0 ? (
          <Box paddingTop={4}>
            <Button variant="tertiary" loading={isFetching} onClick={() => setPages(pages + 1)}>
              {t(next < older ? 'timeline.more-of' : 'timeline.more', { count: next, older })}
            </Button>
          </Box>
        ) : null}
      </Box>
    </Box>
  );
}
