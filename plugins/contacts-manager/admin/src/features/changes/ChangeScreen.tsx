import { Box, Flex, Link, Main, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { OperationAnswer } from '../../../../shared/contracts/operations';
import { useGetOperationContactsQuery, useGetOperationQuery } from '../../api/operations';
import { contactPath } from '../../components/contact-paths';
import { DataTable, HeadCell, SkeletonRows } from '../../components/DataTable';
import { LoadFailure } from '../../components/LoadFailure';
import { NewerList } from '../../components/NewerList';
import { Notice } from '../../components/Notice';
import { SkeletonPage, SkeletonPanel } from '../../components/SkeletonPage';
import { SkippedList } from '../../components/SkippedList';
import { PageFooter } from '../../components/PageFooter';
import { usePageAddress } from '../../components/usePageAddress';
import { UserText } from '../../components/UserText';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';
import { changePath, HISTORY_PATH } from './change-paths';
import { useChangeByline, useChangeTitle, useResultText } from './change-text';
import { RunningChange } from './RunningChange';
import { UndoButton } from './UndoButton';
import { ASK_EVERY } from './useFollowedChange';
import { ValueChanges } from './ValueChanges';

function UndoState({ operation }: { operation: OperationAnswer }) {
  const t = useText();
  const { undo } = operation;
  if (undo.state === 'undone') {
    return (
      <Typography>
        {`${t('change.state.undone')} `}
        <Link tag={RouterLink} to={changePath(undo.operationId)}>
          {t('change.show-undo')}
        </Link>
      </Typography>
    );
  }
  return undo.state === 'expired' ? <Typography>{t('change.state.expired')}</Typography> : null;
}

/** How far it is, or what came of it. */
function Outcome({ operation }: { operation: OperationAnswer }) {
  const t = useText();
  const resultText = useResultText();
  const { state } = operation;
  if (state === 'running') {
    return (
      <Box background="neutral0" hasRadius shadow="filterShadow" padding={4}>
        <RunningChange operation={operation} />
      </Box>
    );
  }
  return (
    <Typography>
      {state === 'cancelled' ? `${t('change.cancelled')} ` : ''}
      {resultText(operation)}
    </Typography>
  );
}

function Facts({ operation }: { operation: OperationAnswer }) {
  const t = useText();
  const { params, reason, skippedCount, newerCount } = operation;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={6}>
      <Outcome operation={operation} />
      {reason ? <Typography dir="auto">{t('blocked-by.reason', { reason })}</Typography> : null}
      {params.importId ? (
        <Link tag={RouterLink} to={`${ROOT_PATH}/imports/${params.importId}`}>
          {t('change.show-import')}
        </Link>
      ) : null}
      <UndoState operation={operation} />
      {skippedCount > 0 ? (
        <Notice tone="warning" title={t('result.skipped', { count: skippedCount })}>
          <SkippedList answer={operation} />
        </Notice>
      ) : null}
      {newerCount > 0 ? (
        <Notice tone="info" title={t('result.newer', { count: newerCount })}>
          <NewerList answer={operation} />
        </Notice>
      ) : null}
    </Flex>
  );
}

function ChangedContacts({ operationId }: { operationId: string }) {
  const t = useText();
  const paging = usePageAddress();
  const { page, pageSize } = paging;
  const { data, error, isFetching, refetch } = useGetOperationContactsQuery({
    id: operationId,
    page,
    pageSize,
  });
  if (error !== undefined && !data) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <DataTable label={t('history.column.contacts')} isBusy={isFetching}>
        <thead>
          <tr>
            <HeadCell label={t('column.name')} />
            <HeadCell label={t('change.values')} />
          </tr>
        </thead>
        {data ? (
          <tbody>
            {data.results.map(({ documentId, name, before, after }, index) => (
              <tr key={documentId ?? index}>
                <td>
                  {documentId ? (
                    <Link tag={RouterLink} to={contactPath(documentId)}>
                      <UserText textColor="primary600">{name}</UserText>
                    </Link>
                  ) : (
                    <UserText>{name}</UserText>
                  )}
                </td>
                <td>
                  <ValueChanges before={before} after={after} />
                </td>
              </tr>
            ))}
          </tbody>
        ) : (
          <SkeletonRows rows={5} columns={2} />
        )}
      </DataTable>
      <PageFooter paging={paging} total={data?.pagination.total} />
    </>
  );
}

/** One change: what it came to, whom it left out, and every contact before and after. */
export function ChangeScreen({ operationId }: { operationId: string }) {
  const t = useText();
  const [pollingInterval, setPollingInterval] = useState(0);
  const { data, error, refetch } = useGetOperationQuery(operationId, {
    refetchOnMountOrArgChange: true,
    pollingInterval,
  });
  const next = data?.state === 'running' ? ASK_EVERY : 0;
  useEffect(() => setPollingInterval(next), [next]);
  const title = useChangeTitle();
  const byline = useChangeByline();
  if (!data && error === undefined) {
    return (
      <SkeletonPage>
        <SkeletonPanel lines={8} />
      </SkeletonPage>
    );
  }
  return (
    <Main>
      <Page.Title>{data ? title(data) : t('history.title')}</Page.Title>
      <Layouts.Header
        title={data ? title(data) : t('history.title')}
        {...(data && { subtitle: byline(data) })}
        navigationAction={
          <Link tag={RouterLink} to={HISTORY_PATH} startIcon={<ArrowLeft />}>
            {t('history.title')}
          </Link>
        }
        primaryAction={data && <UndoButton operation={data} />}
      />
      <Layouts.Content>
        {data ? (
          <>
            <Facts operation={data} />
            <ChangedContacts operationId={operationId} />
          </>
        ) : (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        )}
      </Layouts.Content>
    </Main>
  );
}
