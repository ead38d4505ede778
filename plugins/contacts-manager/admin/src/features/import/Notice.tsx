import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

const LOOKS = {
  info: { background: 'primary100', border: 'primary200', icon: 'primary600', Icon: Information },
  success: {
    background: 'success100',
    border: 'success200',
    icon: 'success600',
    Icon: CheckCircle,
  },
  warning: {
    background: 'warning100',
    border: 'warning200',
    icon: 'warning600',
    Icon: WarningCircle,
  },
  danger: { background: 'danger100', border: 'danger200', icon: 'danger600', Icon: WarningCircle },
} as const;

interface Props {
  tone: keyof typeof LOOKS;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** A standing message of the page. The design system's alert always has a button to close it; this must stay. */
export function Notice({ tone, title, children, action }: Props) {
  const { background, border, icon, Icon } = LOOKS[tone];
  return (
    <Flex
      background={background}
      borderColor={border}
      borderStyle="solid"
      borderWidth="1px"
      hasRadius
      padding={4}
      gap={3}
      alignItems="flex-start"
    >
      <Box color={icon} paddingTop={1} shrink={0} aria-hidden>
        <Icon width="1.6rem" height="1.6rem" fill="currentColor" />
      </Box>
      <Flex justifyContent="space-between" gap={4} wrap="wrap" grow={1}>
        <Box role="status" flex="1 1 32rem">
          <Typography fontWeight="bold" tag="p" textColor="neutral800">
            {title}
          </Typography>
          <Typography tag="p" textColor="neutral800">
            {children}
          </Typography>
        </Box>
        {action}
      </Flex>
    </Flex>
  );
}
