import { Button, IconButton } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { ImportView } from '../../../../shared/contracts/imports';
import { API } from '../../api/base';
import { useFileDownload } from '../../components/useFileDownload';
import { useText } from '../../components/useText';

interface Props {
  view: ImportView;
  /** In a row of a table only the symbol. */
  isSmall?: boolean;
}

/** The file as it was uploaded, while it is kept. */
export function FileDownload({ view, isSmall = false }: Props) {
  const t = useText();
  const { download, isLoading } = useFileDownload({
    path: `${API}/imports/${view.id}/file`,
    name: view.fileName,
    failure: t('import.file.failed'),
  });
  if (!view.hasFile) return null;
  return isSmall ? (
    <IconButton
      variant="ghost"
      label={t('import.file.download', { file: view.fileName })}
      disabled={isLoading}
      onClick={() => void download()}
    >
      <Download />
    </IconButton>
  ) : (
    <Button
      variant="tertiary"
      size="L"
      startIcon={<Download aria-hidden />}
      loading={isLoading}
      onClick={() => void download()}
    >
      {t('import.file.download-again')}
    </Button>
  );
}
