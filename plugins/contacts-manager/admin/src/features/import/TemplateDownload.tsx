import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { API } from '../../api/base';
import { useText } from '../../components/useText';
import { useFileDownload } from '../../components/useFileDownload';

/** The workbook to fill in. */
export function TemplateDownload() {
  const t = useText();
  const { download, isLoading } = useFileDownload({
    path: `${API}/imports/template`,
    name: 'contacts-template.xlsx',
    failure: t('import.template.failed'),
  });

  return (
    <Flex justifyContent="space-between" gap={4} wrap="wrap">
      <Box maxWidth="64rem">
        <Typography variant="delta" tag="h2">
          {t('import.template.title')}
        </Typography>
        <Typography textColor="neutral600" tag="p">
          {t('import.template.hint')}
        </Typography>
      </Box>
      <Button
        variant="secondary"
        size="L"
        startIcon={<Download />}
        loading={isLoading}
        onClick={() => void download()}
      >
        {t('import.template.download')}
      </Button>
    </Flex>
  );
}
