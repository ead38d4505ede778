import { useIntl } from 'react-intl';
import type { ImportView } from '../../../../shared/contracts/imports';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';

/** Secondary numbers that somebody else has: what becomes of them was chosen under More options. */
export function SharedNumbers({ view }: { view: ImportView }) {
  const t = useText();
  const { formatList, formatNumber } = useIntl();
  const { rows, first } = view.sharedNumbers;
  if (rows === 0) return null;
  const listed = formatList(
    first.map((row) => formatNumber(row)),
    { type: 'unit' },
  );
  return (
    <Notice tone="info" title={t('import.shared.title', { rows })}>
      {t(`import.shared.${view.options.sharedSecondary}.review`, { rows })}{' '}
      {t(rows > first.length ? 'import.shared.first-rows' : 'import.shared.rows', { listed })}
    </Notice>
  );
}
