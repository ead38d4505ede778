import { Flex, Typography } from '@strapi/design-system';
import { Archive, CheckCircle, MinusCircle } from '@strapi/icons';
import type { ComponentType, SVGProps } from 'react';
import type { ContactStatus } from '../../../shared/status';
import { useText } from './useText';

interface Look {
  /** Colour family of the theme. */
  color: 'success' | 'neutral' | 'danger';
  Icon: ComponentType<SVGProps<SVGSVGElement>>;
}

export const STATUS_LOOKS = {
  active: { color: 'success', Icon: CheckCircle },
  archived: { color: 'neutral', Icon: Archive },
  blocked: { color: 'danger', Icon: MinusCircle },
} as const satisfies Record<ContactStatus, Look>;

const TONES = {
  success: { background: 'success100', border: 'success200', text: 'success700' },
  neutral: { background: 'neutral100', border: 'neutral200', text: 'neutral700' },
  danger: { background: 'danger100', border: 'danger200', text: 'danger700' },
} as const;

/** Colour, icon and word together: colour alone tells nothing to one in twelve men. */
export function StatusBadge({ status }: { status: ContactStatus }) {
  const t = useText();
  const { color, Icon } = STATUS_LOOKS[status];
  const tone = TONES[color];
  return (
    <Flex
      inline
      gap={1}
      paddingTop={1}
      paddingBottom={1}
      paddingLeft={2}
      paddingRight={2}
      hasRadius
      background={tone.background}
      borderColor={tone.border}
      borderStyle="solid"
      borderWidth="1px"
    >
      <Flex color={tone.text} tag="span">
        <Icon aria-hidden width="1.2rem" height="1.2rem" fill="currentColor" />
      </Flex>
      <Typography variant="pi" fontWeight="semiBold" textColor={tone.text}>
        {t(`status.${status}`)}
      </Typography>
    </Flex>
  );
}
