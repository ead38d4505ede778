import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../components/useText';
import { ProgressLine } from '../../components/ProgressLine';

interface Props {
  title: string;
  fileName: string;
  /** 0–1 */
  progress: number;
  /** How far it is, in the units of the step. */
  detail: string;
  hint?: string;
  isConnectionLost?: boolean;
  action: ReactNode;
}

/** Work under way: what, how far, and how to stop it. */
export function ProgressPanel(props: Props) {
  const { title, fileName, progress, detail, hint, isConnectionLost = false, action } = props;
  const t = useText();
  const { formatNumber } = useIntl();
  return (
    <Box background="neutral0" hasRadius shadow="filterShadow" padding={{ initial: 6, medium: 8 }}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
          <Box minWidth={0}>
            <Typography variant="delta" tag="h2" role="status">
              {title}
            </Typography>
            <Typography variant="pi" textColor="neutral600" dir="auto" tag="p">
              {fileName}
            </Typography>
          </Box>
          {action}
        </Flex>
        <ProgressLine progress={progress} label={title} />
        <Flex justifyContent="space-between" gap={4}>
          <Typography textColor="neutral600">{detail}</Typography>
          <Typography fontWeight="bold">
            {formatNumber(progress, { style: 'percent', maximumFractionDigits: 0 })}
          </Typography>
        </Flex>
        {hint !== undefined && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {hint}
          </Typography>
        )}
        <Typography variant="pi" textColor="warning600" role="status" tag="p">
          {isConnectionLost ? t('import.connection-lost') : ''}
        </Typography>
      </Flex>
    </Box>
  );
}
