import { useCallback, useRef } from 'react';

/**
 * A handler that stays the same however often it is made anew, and does what the last one did: rows that only
 * pass it on need no new rendering. For events, not for use while rendering.
 */
export function useLatest<Arguments extends unknown[], Result>(
  handler: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  const latest = useRef(handler);
  latest.current = handler;
  return useCallback((...given: Arguments) => latest.current(...given), []);
}
