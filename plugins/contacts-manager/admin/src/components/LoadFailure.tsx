import { Box, Button, EmptyStateLayout, TextButton } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { Notice } from './Notice';
import { useFailureText } from './useFailureText';
import { useReconnect } from './useReconnect';
import { useText } from './useText';

interface Props {
  error: unknown;
  /** Also called by itself once a lost connection is back. */
  onRetry: () => void;
}

/** In place of what could not be loaded: why, and the way to try again. */
export function LoadFailure({ error, onRetry }: Props) {
  const t = useText();
  const failureText = useFailureText();
  useReconnect(onRetry);
  return (
    <Box role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="6.4rem" height="6.4rem" fill="danger600" aria-hidden />}
        content={failureText(error)}
        action={
          <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={onRetry}>
            {t('action.retry')}
          </Button>
        }
      />
    </Box>
  );
}

/** Above what is still right but could not be brought up to date. */
export function RefreshFailure({ error, onRetry }: Props) {
  const t = useText();
  const failureText = useFailureText();
  useReconnect(onRetry);
  return (
    <Notice tone="danger" action={<TextButton onClick={onRetry}>{t('action.retry')}</TextButton>}>
      {failureText(error)}
    </Notice>
  );
}
