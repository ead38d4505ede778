import { TextButton } from '@strapi/design-system';
import type { ErrorCode } from '../../../../shared/errors';
import { Notice } from '../../components/Notice';
import { errorText, useText } from '../../components/useText';

interface Props {
  problem: ErrorCode;
  onKeep: () => void;
}

/** Above a list that is not sorted as asked: why, and what helps. */
export function SortNotice({ problem, onKeep }: Props) {
  const t = useText();
  const isGone = problem === 'field.unknown';
  return (
    <Notice
      tone="warning"
      title={t('list.usual-order')}
      action={<TextButton onClick={onKeep}>{t('list.keep-order')}</TextButton>}
    >
      {t(errorText(isGone ? 'field.not-found' : problem))}
    </Notice>
  );
}
