import { Box, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import type { DuplicatePair } from '../../../../shared/contracts/duplicates';
import { useDismissDuplicateMutation, useGetDuplicatesQuery } from '../../api/duplicates';
import { ContactsLayout } from '../../components/ContactsLayout';
import { LoadFailure } from '../../components/LoadFailure';
import { Notice } from '../../components/Notice';
import { PageFooter } from '../../components/PageFooter';
import { useFailureText } from '../../components/useFailureText';
import { usePageAddress } from '../../components/usePageAddress';
import { useText } from '../../components/useText';
import { MergeDialog } from './MergeDialog';
import { PairCard, PairSkeleton } from './PairCard';

const ASK_EVERY = 2_000;

interface OpenMerge {
  pair: DuplicatePair;
  trigger: HTMLElement;
}

const keyOf = ({ contacts }: DuplicatePair): string =>
  contacts.map(({ documentId }) => documentId).join(' ');

/** More → Duplicates: pairs that are likely one person, to merge or to leave alone for good. */
export function DuplicatesList() {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const paging = usePageAddress();
  const { page, pageSize } = paging;
  const [isLooking, setLooking] = useState(false);
  const { data, error, refetch } = useGetDuplicatesQuery(
    { page, pageSize },
    { refetchOnMountOrArgChange: true, pollingInterval: isLooking ? ASK_EVERY : 0 },
  );
  if (data && data.isLooking !== isLooking) setLooking(data.isLooking);
  const [dismiss] = useDismissDuplicateMutation();
  const [merging, setMerging] = useState<OpenMerge | null>(null);
  const top = useRef<HTMLDivElement>(null);

  const handleDismiss = async ({ contacts: [left, right] }: DuplicatePair) => {
    const answer = await dismiss([left.documentId, right.documentId]);
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failureText(answer.error) });
      return;
    }
    toggleNotification({ type: 'success', message: t('duplicates.dismissed') });
    // The button that was pressed goes with its pair.
    top.current?.focus({ preventScroll: true });
  };

  const total = data?.pagination.total ?? 0;
  return (
    <ContactsLayout title={t('duplicates.title')} subtitle={t('duplicates.subtitle')}>
      <Flex ref={top} tabIndex={-1} direction="column" alignItems="stretch" gap={4}>
        {isLooking ? <Notice tone="info">{t('duplicates.looking')}</Notice> : null}
        {error !== undefined && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : data?.results.length === 0 ? (
          <EmptyStateLayout
            icon={<EmptyDocuments width="16rem" aria-hidden />}
            content={t('duplicates.empty')}
          />
        ) : (
          <>
            <Box minHeight="2rem">
              {data ? (
                <Typography textColor="neutral600" aria-live="polite">
                  {t('duplicates.count', { count: total, more: !data.pagination.totalIsExact })}
                </Typography>
              ) : null}
            </Box>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
              {data
                ? data.results.map((pair) => (
                    <PairCard
                      key={keyOf(pair)}
                      pair={pair}
                      onMerge={(trigger) => setMerging({ pair, trigger })}
                      onDismiss={() => void handleDismiss(pair)}
                    />
                  ))
                : [1, 2, 3].map((row) => <PairSkeleton key={row} />)}
            </Flex>
            <PageFooter paging={paging} total={data?.pagination.total} />
          </>
        )}
      </Flex>
      {merging ? (
        <MergeDialog
          contacts={merging.pair.contacts}
          onClose={() => setMerging(null)}
          returnFocus={() => (merging.trigger.isConnected ? merging.trigger : top.current)?.focus()}
        />
      ) : null}
    </ContactsLayout>
  );
}
