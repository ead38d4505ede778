import { useCallback } from 'react';
import { readFailure } from '../api/errors';
import { errorText, useText } from './useText';

/** One sentence for whatever a request failed with; never a code, never the server's English. */
export function useFailureText(): (error: unknown) => string {
  const t = useText();
  return useCallback(
    (error) => {
      const failure = readFailure(error);
      if (failure.kind === 'refused') return t(errorText(failure.code));
      if (failure.kind === 'not-found' && failure.code) return t(errorText(failure.code));
      return t(`failure.${failure.kind}`);
    },
    [t],
  );
}
