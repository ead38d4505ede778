import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { useText } from '../../components/useText';

const Row = styled(Flex)`
  border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
  overflow-wrap: anywhere;
`;

interface Props {
  label: string;
  /** Null for what stands empty. */
  children: ReactNode;
  /** At the end of the line. */
  action?: ReactNode;
}

/** One value under its name. */
export function FieldRow({ label, children, action }: Props) {
  const t = useText();
  return (
    <Row justifyContent="space-between" alignItems="flex-start" gap={3} padding={[3, 0]}>
      <Box minWidth={0} grow={1}>
        <Typography variant="pi" textColor="neutral600" tag="h3">
          {label}
        </Typography>
        <Box paddingTop={1}>
          {children ?? <Typography textColor="neutral600">{t('edit.empty')}</Typography>}
        </Box>
      </Box>
      {action}
    </Row>
  );
}
