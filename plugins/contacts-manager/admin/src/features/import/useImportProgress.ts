import { useEffect, useState } from 'react';
import type { ImportView } from '../../../../shared/contracts/imports';
import { readFailure } from '../../api/errors';
import { useGetImportQuery } from '../../api/imports';
import { pollingInterval } from './import-steps';

export interface ImportProgress {
  /** The newest that is known, also while the connection is lost. */
  data: ImportView | undefined;
  /** Why there is nothing to show. */
  error: unknown;
  isConnectionLost: boolean;
  refetch: () => void;
}

/** Follows an import from step to step, whoever moves it on. */
export function useImportProgress(id: string): ImportProgress {
  const [interval, setPollingInterval] = useState(0);
  const { data, error, refetch } = useGetImportQuery(id, {
    pollingInterval: interval,
    refetchOnMountOrArgChange: true,
  });
  // The error of the last answer stays while the next one is awaited, so that the message does not flicker.
  const failure = error === undefined ? null : readFailure(error).kind;
  const isGone = failure === 'not-found' || failure === 'forbidden';
  const isConnectionLost = data !== undefined && failure !== null && !isGone;
  const next = isGone || !data ? 0 : pollingInterval(data.state, isConnectionLost);
  useEffect(() => setPollingInterval(next), [next]);
  return {
    data: isGone ? undefined : data,
    error,
    isConnectionLost,
    refetch: () => void refetch(),
  };
}
