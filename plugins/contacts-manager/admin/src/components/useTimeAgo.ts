import { useCallback } from 'react';
import { useIntl } from 'react-intl';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** "2 minutes ago", in the reader's language. */
export function useTimeAgo(): (iso: string, now?: number) => string {
  const { formatRelativeTime } = useIntl();
  return useCallback(
    (iso, now = Date.now()) => {
      const seconds = Math.min(0, Math.round((Date.parse(iso) - now) / 1_000));
      const [unit, size] = UNITS.find(([, length]) => -seconds >= length) ?? ['second', 1];
      return formatRelativeTime(Math.trunc(seconds / size), unit, { numeric: 'auto' });
    },
    [formatRelativeTime],
  );
}
