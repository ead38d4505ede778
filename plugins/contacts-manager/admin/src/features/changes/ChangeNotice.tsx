import { Box, Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useEffect } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { OperationAnswer } from '../../../../shared/contracts/operations';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { changePath } from './change-paths';
import { useResultText } from './change-text';
import { RunningChange } from './RunningChange';
import type { ChangeEvent } from './shown-changes';
import { UndoButton } from './UndoButton';
import { useFollowedChange } from './useFollowedChange';

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

interface Props {
  operationId: string;
  /** What is said of its end, when that is more than a number of contacts. */
  done?: string | undefined;
  onEvent: (event: ChangeEvent) => void;
}

/** What came of a change in numbers, and the way back; how far it is while it is being made. */
export function ChangeNotice({ operationId, done, onEvent }: Props) {
  const { operation, isOver, isGone } = useFollowedChange(operationId);
  useEffect(() => {
    if (isGone) onEvent({ type: 'closed', operationId });
    else if (isOver) onEvent({ type: 'ended', operationId });
  }, [isOver, isGone, operationId, onEvent]);
  if (!operation) return null;
  return (
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
      {isOver ? (
        <Over
          operation={operation}
          done={done}
          onClose={() => onEvent({ type: 'closed', operationId })}
        />
      ) : (
        <RunningChange operation={operation} />
      )}
    </Flex>
  );
}
