import { Box, Button, Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { OperationAnswer } from '../../../../shared/contracts/operations';
import { useCancelOperationMutation, useFollowOperationQuery } from '../../api/operations';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { ProgressLine } from '../../components/ProgressLine';
import { changePath } from './change-paths';
import { useResultText } from './change-text';
import { UndoButton } from './UndoButton';

/** Over whatever page is open, and out of the way of its own buttons. */
const Place = styled(Box)`
  position: fixed;
  z-index: ${({ theme }) => theme.zIndices.overlay};
  inset-block-end: ${({ theme }) => theme.spaces[6]};
  inset-inline: 0;
  margin-inline: auto;
  width: min(56rem, calc(100vw - 3.2rem));
`;

const ASK_EVERY = 700;

function Running({ operation }: { operation: OperationAnswer }) {
  const t = useText();
  const [cancel, { isLoading }] = useCancelOperationMutation();
  const percent = Math.floor(operation.progress * 100);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} grow={1}>
      <Flex justifyContent="space-between" gap={4}>
        <Typography fontWeight="semiBold">
          {t('change.running', { what: t(`change.kind.${operation.kind}`), percent })}
        </Typography>
        <Button
          size="S"
          variant="tertiary"
          loading={isLoading}
          onClick={() => void cancel(operation.operationId)}
        >
          {t('action.cancel')}
        </Button>
      </Flex>
      <ProgressLine progress={operation.progress} label={t(`change.kind.${operation.kind}`)} />
    </Flex>
  );
}

interface OverProps {
  operation: OperationAnswer;
  done: string | undefined;
  onClose: () => void;
}

function Over({ operation, done, onClose }: OverProps) {
  const t = useText();
  const may = usePermissions();
  const resultText = useResultText();
  const { state, skippedCount, newerCount } = operation;
  const left = skippedCount > 0 ? ` ${t('result.skipped', { count: skippedCount })}` : '';
  return (
    <>
      <Box grow={1}>
        <Typography>
          {state === 'cancelled' ? `${t('change.cancelled')} ` : ''}
          {done ?? resultText(operation)}
          {left}
          {newerCount > 0 ? ` ${t('result.newer', { count: newerCount })}` : ''}
        </Typography>
      </Box>
      {may.history ? (
        <Link tag={RouterLink} to={changePath(operation.operationId)}>
          {t('change.details')}
        </Link>
      ) : null}
      <UndoButton operation={operation} size="S" />
      <IconButton variant="ghost" label={t('action.close')} onClick={onClose}>
        <Cross aria-hidden />
      </IconButton>
    </>
  );
}

/** What came of the last change in numbers, and the way back; how far it is while it is being made. */
export function ChangeNotice({
  operationId,
  done,
  onClose,
}: {
  operationId: string;
  done: string | undefined;
  onClose: () => void;
}) {
  const [isRunning, setRunning] = useState(true);
  const { data } = useFollowOperationQuery(operationId, {
    pollingInterval: isRunning ? ASK_EVERY : 0,
  });
  if (data && (data.state === 'running') !== isRunning) setRunning(data.state === 'running');
  if (!data) return null;
  return (
    <Place>
      <Flex
        role="status"
        gap={4}
        padding={4}
        paddingLeft={5}
        hasRadius
        background="neutral0"
        borderColor="neutral200"
        borderStyle="solid"
        borderWidth="1px"
        shadow="popupShadow"
      >
        {data.state === 'running' ? (
          <Running operation={data} />
        ) : (
          <Over operation={data} done={done} onClose={onClose} />
        )}
      </Flex>
    </Place>
  );
}
