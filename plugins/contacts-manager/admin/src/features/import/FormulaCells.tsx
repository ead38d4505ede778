import type { ImportView } from '../../../../shared/contracts/imports';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';

/** Nothing is calculated here: what a spreadsheet program saved may be older than what its cells say now. */
export function FormulaCells({ view }: { view: ImportView }) {
  const t = useText();
  if (view.formulaCells === 0) return null;
  return (
    <Notice tone="info" title={t('import.formulas.title', { cells: view.formulaCells })}>
      {t('import.formulas.hint')}
    </Notice>
  );
}
