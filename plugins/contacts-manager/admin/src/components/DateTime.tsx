import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** Date and time in the reader's language and time zone. */
export function useDateTime(): (iso: string) => string {
  const { formatDate } = useIntl();
  return (iso) => formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' });
}

/** On one line, or stacked where a column has no room for it. */
export function DateTime({ iso, isStacked = false }: { iso: string; isStacked?: boolean }) {
  const { formatDate, formatTime } = useIntl();
  const format = useDateTime();
  if (!isStacked) {
    return (
      <Typography tag="time" dateTime={iso} textColor="neutral800">
        {format(iso)}
      </Typography>
    );
  }
  return (
    <time dateTime={iso} title={format(iso)}>
      <Typography textColor="neutral800">{formatDate(iso, { dateStyle: 'medium' })}</Typography>
      <br />
      <Typography variant="pi" textColor="neutral600">
        {formatTime(iso, { timeStyle: 'short' })}
      </Typography>
    </time>
  );
}
