import { Box, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useGetOperationsQuery } from '../../api/operations';
import { ContactsLayout } from '../../components/ContactsLayout';
import { LoadFailure } from '../../components/LoadFailure';
import { PageFooter } from '../../components/PageFooter';
import { readerRange } from '../../components/reader-zone';
import { shownAnswer } from '../../components/shown-answer';
import { usePageAddress } from '../../components/usePageAddress';
import { useRetention } from '../../components/useRetention';
import { useText } from '../../components/useText';
import { readHistoryAddress, isHistoryNarrowed, type HistoryAddress } from './history-address';
import { HistoryFilters } from './HistoryFilters';
import { HistoryTable } from './HistoryTable';

/** Milliseconds between two looks at a list in which changes are being made. */
const REFRESH_MS = 2_000;

/** More → History. */
export function HistoryList() {
  const t = useText();
  const { undoDays } = useRetention();
  const [params, setParams] = useSearchParams();
  const address = readHistoryAddress(params);
  const paging = usePageAddress();
  const { page, pageSize } = paging;
  const { kind, ...rest } = address;
  const [pollingInterval, setPollingInterval] = useState(0);
  const list = useGetOperationsQuery(
    { ...rest, ...readerRange(rest), kind: kind ? [kind] : [], page, pageSize },
    { refetchOnMountOrArgChange: true, pollingInterval },
  );
  const { answer, isStale, isFailed } = shownAnswer(list);
  const next = answer?.results.some(({ state }) => state === 'running') ? REFRESH_MS : 0;
  useEffect(() => setPollingInterval(next), [next]);
  const change = (patch: Partial<HistoryAddress>) => {
    const next = new URLSearchParams(params);
    next.delete('page');
    for (const [name, value] of Object.entries(patch)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParams(next);
  };
  return (
    <ContactsLayout title={t('history.title')} subtitle={t('history.subtitle', { days: undoDays })}>
      <HistoryFilters address={address} onChange={change} />
      {isFailed ? (
        <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
      ) : answer?.pagination.total === 0 ? (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={t(isHistoryNarrowed(address) ? 'history.no-hits' : 'history.empty')}
        />
      ) : (
        <Box>
          <HistoryTable operations={answer?.results} isBusy={isStale || !answer} />
          <PageFooter paging={paging} total={answer?.pagination.total} />
        </Box>
      )}
    </ContactsLayout>
  );
}
