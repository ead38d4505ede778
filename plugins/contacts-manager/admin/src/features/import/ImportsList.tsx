import { Box, EmptyStateLayout, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useGetImportsQuery } from '../../api/imports';
import { ContactsLayout } from '../../components/ContactsLayout';
import { LoadFailure } from '../../components/LoadFailure';
import { PageFooter } from '../../components/PageFooter';
import { shownAnswer } from '../../components/shown-answer';
import { usePageAddress } from '../../components/usePageAddress';
import { useText } from '../../components/useText';
import { NEW_IMPORT_PATH } from './import-paths';
import { isWorking } from './import-steps';
import { ImportsTable } from './ImportsTable';

const REFRESH_MS = 3_000;

/** More → Imports. */
export function ImportsList() {
  const t = useText();
  const paging = usePageAddress();
  const { page, pageSize } = paging;
  const [interval, setPollingInterval] = useState(0);
  const list = useGetImportsQuery(
    { page, pageSize },
    { pollingInterval: interval, refetchOnMountOrArgChange: true },
  );
  const { answer, isStale, isFailed } = shownAnswer(list);
  const next = answer?.results.some(({ state }) => isWorking(state)) ? REFRESH_MS : 0;
  useEffect(() => setPollingInterval(next), [next]);

  const newImport = (
    <LinkButton tag={RouterLink} to={NEW_IMPORT_PATH} startIcon={<Plus />}>
      {t('import.list.new')}
    </LinkButton>
  );
  return (
    <ContactsLayout
      title={t('import.list.title')}
      subtitle={t('import.list.subtitle')}
      primaryAction={newImport}
    >
      {isFailed ? (
        <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
      ) : answer?.pagination.total === 0 ? (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={t('import.list.empty')}
          action={
            <LinkButton
              tag={RouterLink}
              to={NEW_IMPORT_PATH}
              variant="secondary"
              startIcon={<Plus />}
            >
              {t('import.list.new')}
            </LinkButton>
          }
        />
      ) : (
        <Box>
          <ImportsTable imports={answer?.results} isBusy={isStale || !answer} />
          <PageFooter paging={paging} total={answer?.pagination.total} />
        </Box>
      )}
    </ContactsLayout>
  );
}
