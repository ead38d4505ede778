import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** Date and time in the reader's language and time zone. */
export function useDateTime(): (iso: string) => string {
  const { formatDate } = useIntl();
  return (iso) => formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' });
}

export function DateTime({ iso }: { iso: string }) {
  const format = useDateTime();
  return (
    <Typography tag="time" dateTime={iso} textColor="neutral800">
      {format(iso)}
    </Typography>
  );
}
