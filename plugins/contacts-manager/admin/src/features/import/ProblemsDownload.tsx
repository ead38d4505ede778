import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { API } from '../../api/base';
import { useFileDownload } from '../../components/useFileDownload';
import { useText } from '../../components/useText';

/** The problem rows as a workbook with their reasons, to be corrected there and uploaded again. */
export function ProblemsDownload({ id, label }: { id: string; label?: string }) {
  const t = useText();
  const { download, isLoading } = useFileDownload({
    path: `${API}/imports/${id}/problems.xlsx`,
    name: 'contacts-problem-rows.xlsx',
    failure: t('import.problems.failed'),
  });
  return (
    <Button
      variant="tertiary"
      startIcon={<Download aria-hidden />}
      loading={isLoading}
      onClick={() => void download()}
    >
      {label ?? t('import.problems.download')}
    </Button>
  );
}
