import { Box, Button, EmptyStateLayout, Searchbar } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useNotification } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import type { BinEntry } from '../../../../shared/contracts/bin';
import { formatPhone } from '../../../../shared/phone';
import { useGetBinQuery, useRestoreContactsMutation } from '../../api/operations';
import { ContactsLayout } from '../../components/ContactsLayout';
import { ActionsCell, DataTable, HeadCell, SkeletonRows } from '../../components/DataTable';
import { DateTime } from '../../components/DateTime';
import { LoadFailure } from '../../components/LoadFailure';
import { StatusBadge } from '../../components/StatusBadge';
import { useFailureText } from '../../components/useFailureText';
import { PageFooter } from '../../components/PageFooter';
import { usePageAddress } from '../../components/usePageAddress';
import { useRetention } from '../../components/useRetention';
import { UserText } from '../../components/UserText';
import { errorText, useText } from '../../components/useText';
import { useChanges } from '../changes/ChangesContext';

const COLUMNS = ['name', 'primary', 'status', 'deleted', 'by', 'until'] as const;

function BinRow({ entry }: { entry: BinEntry }) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const { announce } = useChanges();
  const [restore, { isLoading }] = useRestoreContactsMutation();

  const handleRestore = async () => {
    const answer = await restore([entry.documentId]);
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failureText(answer.error) });
      return;
    }
    const [problem] = answer.data.skipped;
    if (answer.data.operationId) announce(answer.data.operationId);
    else if (problem && problem.code !== 'unchanged') {
      toggleNotification({ type: 'warning', message: t(errorText(problem.code)) });
    }
  };
  return (
    <tr>
      <td>
        <UserText fontWeight="semiBold">{entry.name}</UserText>
      </td>
      <td>
        <span dir="ltr">{formatPhone(entry.primaryContact)}</span>
      </td>
      <td>
        <StatusBadge status={entry.contactStatus} />
      </td>
      <td>
        <DateTime iso={entry.deletedAt} />
      </td>
      <td>
        <UserText>{entry.deletedBy ?? '–'}</UserText>
      </td>
      <td>
        <DateTime iso={entry.keptUntil} />
      </td>
      <ActionsCell>
        <Button
          size="S"
          variant="secondary"
          startIcon={<ArrowClockwise aria-hidden />}
          loading={isLoading}
          onClick={() => void handleRestore()}
        >
          {t('bin.restore')}
        </Button>
      </ActionsCell>
    </tr>
  );
}

function BinTable({ entries, isBusy }: { entries: BinEntry[] | undefined; isBusy: boolean }) {
  const t = useText();
  return (
    <DataTable label={t('bin.title')} isBusy={isBusy}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <HeadCell key={column} label={t(`bin.column.${column}`)} />
          ))}
          <HeadCell label={t('column.actions')} />
        </tr>
      </thead>
      {entries ? (
        <tbody>
          {entries.map((entry) => (
            <BinRow key={entry.documentId} entry={entry} />
          ))}
        </tbody>
      ) : (
        <SkeletonRows rows={5} columns={COLUMNS.length + 1} />
      )}
    </DataTable>
  );
}

/** More → Bin: deleted contacts, which come back with one click while the settings keep them. */
export function BinList() {
  const t = useText();
  const { binDays } = useRetention();
  const [params, setParams] = useSearchParams();
  const search = (params.get('search') ?? '').slice(0, 200);
  const paging = usePageAddress();
  const { page, pageSize } = paging;
  const { data, error, isFetching, refetch } = useGetBinQuery(
    { search, page, pageSize },
    { refetchOnMountOrArgChange: true },
  );
  const find = (text: string) => setParams(text ? { search: text } : {}, { replace: true });
  const isEmpty = data?.pagination.total === 0;
  return (
    <ContactsLayout title={t('bin.title')} subtitle={t('bin.subtitle', { days: binDays })}>
      {isEmpty && !search ? null : (
        <Box width="32rem" maxWidth="100%" paddingBottom={4}>
          <Searchbar
            name="search"
            value={search}
            maxLength={200}
            onChange={(event) => find(event.target.value)}
            onClear={() => find('')}
            clearLabel={t('search.clear')}
            placeholder={t('search.placeholder')}
          >
            {t('bin.search')}
          </Searchbar>
        </Box>
      )}
      {error !== undefined && !data ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : isEmpty ? (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={t(search ? 'bin.no-hits' : 'bin.empty')}
        />
      ) : (
        <>
          <BinTable entries={data?.results} isBusy={isFetching} />
          <PageFooter paging={paging} total={data?.pagination.total} />
        </>
      )}
    </ContactsLayout>
  );
}
