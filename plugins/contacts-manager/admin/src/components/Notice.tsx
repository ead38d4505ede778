import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

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

/** Names inside a message may be one long word. */
const Message = styled(Box)`
  min-width: 0;
  overflow-wrap: anywhere;
`;

interface Props {
  tone: keyof typeof LOOKS;
  title?: string;
  children: ReactNode;
  action?: ReactNode;
}

/**
 * A standing message. The design system's alert always has a button to close it, which submits the form
 * around it; this one must stay until its cause is gone.
 */
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
      <Flex justifyContent="space-between" gap={4} wrap="wrap" grow={1} minWidth={0}>
        <Message role={tone === 'danger' ? 'alert' : 'status'} tabIndex={-1} flex="1 1 24rem">
          {title === undefined ? null : (
            <Typography fontWeight="bold" tag="p" textColor="neutral800">
              {title}
            </Typography>
          )}
          <Typography tag="div" textColor="neutral800">
            {children}
          </Typography>
        </Message>
        {action}
      </Flex>
    </Flex>
  );
}
