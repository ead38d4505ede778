import { Box } from '@strapi/design-system';
import { readColor } from './record-colors';

interface Props {
  color: string | null;
  size?: string;
}

/** The mark of a group or category; an empty ring where it has no colour, so that names stay aligned. */
export function ColorDot({ color, size = '1.2rem' }: Props) {
  const hex = readColor(color);
  return (
    <Box
      aria-hidden
      shrink={0}
      width={size}
      height={size}
      borderRadius="50%"
      borderStyle="solid"
      borderWidth="1px"
      borderColor={hex === null ? 'neutral300' : 'neutral150'}
      style={hex === null ? undefined : { backgroundColor: hex, borderColor: hex }}
    />
  );
}
