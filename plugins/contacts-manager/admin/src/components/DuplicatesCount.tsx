import { Box, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useGetDuplicatesQuery } from '../api/duplicates';
import { useText } from './useText';

/** The queue is filled off the requests that change contacts, so what was counted so long ago is counted again. */
const FRESH_SECONDS = 30;

/** How many pairs wait under More → Duplicates; asked for when the menu opens, and nothing when there are none. */
export function DuplicatesCount() {
  const t = useText();
  const { formatNumber } = useIntl();
  const { data } = useGetDuplicatesQuery(
    { page: 1, pageSize: 1 },
    { refetchOnMountOrArgChange: FRESH_SECONDS },
  );
  if (!data || data.pagination.total === 0) return null;
  const { total, totalIsExact } = data.pagination;
  return (
    <>
      {' '}
      <Box tag="span" aria-hidden marginLeft={2}>
        <Typography textColor="neutral600">
          {`${formatNumber(total)}${totalIsExact ? '' : '+'}`}
        </Typography>
      </Box>
      <VisuallyHidden>
        {t('duplicates.count', { count: total, more: !totalIsExact })}
      </VisuallyHidden>
    </>
  );
}
