import { Typography, type TypographyProps } from '@strapi/design-system';
import { styled } from 'styled-components';

const Clipped = styled(Typography)`
  display: block;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  /* Right-to-left names keep their reading direction, and their place at the start of the column. */
  text-align: -webkit-match-parent;
  text-align: match-parent;
`;

interface Props extends Pick<TypographyProps, 'textColor' | 'fontWeight' | 'variant'> {
  /** Longer text is cut with … and shown whole by the browser's own tooltip. */
  maxWidth?: string;
  children: string;
}

/** Text that people typed: any length and any script, each in its own reading direction. */
export function UserText({ maxWidth = '24rem', children, ...look }: Props) {
  return (
    <Clipped dir="auto" title={children} maxWidth={maxWidth} {...look}>
      {children}
    </Clipped>
  );
}
