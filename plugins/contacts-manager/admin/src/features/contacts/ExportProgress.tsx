import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DownloadProgress } from '../../api/download-export';
import { ProgressLine } from '../../components/ProgressLine';
import { useText } from '../../components/useText';

const MEGABYTE = 1_000_000;

/** How much of the file has arrived: contacts where the format tells, and bytes. */
export function ExportProgress({ bytes, rows, total }: DownloadProgress) {
  const t = useText();
  const { formatNumber } = useIntl();
  const size = formatNumber(bytes / MEGABYTE, {
    style: 'unit',
    unit: 'megabyte',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={2} paddingBottom={2}>
      <Typography role="status">{t('export.running')}</Typography>
      {rows !== null && total ? (
        <ProgressLine progress={rows / total} label={t('export.running')} />
      ) : null}
      <Typography textColor="neutral600">
        {rows === null
          ? t('export.received', { size })
          : total === null
            ? t('export.received-rows', { rows, size })
            : t('export.received-of', { rows, total, size })}
      </Typography>
    </Flex>
  );
}
