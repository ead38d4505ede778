import { Box } from '@strapi/design-system';
import { readColor } from './record-colors';

interface Props {
  color: string | null;
  size?: string;
}

/** The mark of a group or category; without a colour there is none, for an empty ring reads as a radio button. */
export function ColorDot({ color, size = '1.2rem' }: Props) {
  const hex = readColor(color);
  if (hex === null) return null;
  return (
    <Box
      aria-hidden
      shrink={0}
      width={size}
      height={size}
      borderRadius="50%"
      style={{ backgroundColor: hex }}
    />
  );
}
