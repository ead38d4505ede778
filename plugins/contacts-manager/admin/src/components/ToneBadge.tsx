import { Flex, Typography } from '@strapi/design-system';

const TONES = {
  primary: { background: 'primary100', border: 'primary200', text: 'primary700' },
  secondary: { background: 'secondary100', border: 'secondary200', text: 'secondary700' },
  success: { background: 'success100', border: 'success200', text: 'success700' },
  neutral: { background: 'neutral100', border: 'neutral200', text: 'neutral700' },
  // No orange of the theme is dark enough to be read on its own background.
  warning: { background: 'warning100', border: 'warning200', text: 'neutral800' },
  danger: { background: 'danger100', border: 'danger200', text: 'danger700' },
} as const;

export type Tone = keyof typeof TONES;

/** A word on a coloured ground. The design system's badge is paler than WCAG asks (4.5 to 1). */
export function ToneBadge({ tone, children }: { tone: Tone; children: string }) {
  const { background, border, text } = TONES[tone];
  return (
    <Flex
      inline
      paddingTop={1}
      paddingBottom={1}
      paddingLeft={2}
      paddingRight={2}
      hasRadius
      background={background}
      borderColor={border}
      borderStyle="solid"
      borderWidth="1px"
    >
      <Typography variant="pi" fontWeight="semiBold" textColor={text}>
        {children}
      </Typography>
    </Flex>
  );
}
