import { useState } from 'react';
import type { OperationAnswer } from '../../../../shared/contracts/operations';
import { readFailure } from '../../api/errors';
import { useFollowOperationQuery } from '../../api/operations';

/** Milliseconds between two questions how far a change is. */
export const ASK_EVERY = 700;

/** Asks how far a change is until it is over, or until there is nothing to ask for. */
export function useFollowedChange(operationId: string): {
  operation: OperationAnswer | undefined;
  isOver: boolean;
  isGone: boolean;
} {
  const [isAsking, setAsking] = useState(true);
  const { data, error } = useFollowOperationQuery(operationId, {
    pollingInterval: isAsking ? ASK_EVERY : 0,
  });
  const failure = error === undefined ? null : readFailure(error).kind;
  const isGone = failure === 'forbidden' || failure === 'not-found';
  const isOver = data !== undefined && data.state !== 'running';
  const asks = !isGone && !isOver;
  if (asks !== isAsking) setAsking(asks);
  return { operation: data, isOver, isGone };
}
