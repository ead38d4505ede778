import { Typography } from '@strapi/design-system';
import { useText } from './useText';

interface Props {
  total: number;
  /** False when the server stopped counting at `total`. */
  isExact: boolean;
}

/** "1,234 contacts" or "More than 10,000 contacts". */
export function Total({ total, isExact }: Props) {
  const t = useText();
  return (
    <Typography textColor="neutral600" aria-live="polite">
      {t(isExact ? 'list.total' : 'list.total-more', { total })}
    </Typography>
  );
}
