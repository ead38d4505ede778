import { Box, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useSearchParams } from 'react-router-dom';
import { useGetOperationsQuery } from '../../api/operations';
import { ContactsLayout } from '../../components/ContactsLayout';
import { LoadFailure } from '../../components/LoadFailure';
import { PageFooter } from '../../components/PageFooter';
import { readerRange } from '../../components/reader-zone';
import { usePageAddress } from '../../components/usePageAddress';
import { useRetention } from '../../components/useRetention';
import { useText } from '../../components/useText';
import { readHistoryAddress, isHistoryNarrowed, type HistoryAddress } from './history-address';
import { HistoryFilters } from './HistoryFilters';
import { HistoryTable } from './HistoryTable';

/** More → History. */
export function HistoryList() {
  const t = useText();
  const { undoDays } = useRetention();
  const [params, setParams] = useSearchParams();
  const address = readHistoryAddress(params);
  const paging = usePageAddress();
  const { page, pageSize } = paging;
  const { kind, ...rest } = address;
  const { data, error, isFetching, refetch } = useGetOperationsQuery(
    { ...rest, ...readerRange(rest), kind: kind ? [kind] : [], page, pageSize },
    { refetchOnMountOrArgChange: true },
  );
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
      {error !== undefined && !data ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : data?.pagination.total === 0 ? (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={t(isHistoryNarrowed(address) ? 'history.no-hits' : 'history.empty')}
        />
      ) : (
        <Box>
          <HistoryTable operations={data?.results} isBusy={isFetching} />
          <PageFooter paging={paging} total={data?.pagination.total} />
        </Box>
      )}
    </ContactsLayout>
  );
}
