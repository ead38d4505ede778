import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { API } from '../../api/base';
import { useText } from '../../components/useText';
import { saveFile } from '../../components/save-file';

const FILE_NAME = 'contacts-template.xlsx';

/** The workbook to fill in. It needs the person's session, so a plain link would not do. */
export function TemplateDownload() {
  const t = useText();
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [isLoading, setIsLoading] = useState(false);

  const download = async () => {
    setIsLoading(true);
    try {
      const { data } = await get(`${API}/imports/template`, { responseType: 'blob' });
      saveFile(data, FILE_NAME);
    } catch {
      toggleNotification({ type: 'danger', message: t('import.template.failed') });
    } finally {
      setIsLoading(false);
    }
  };

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
        onClick={download}
      >
        {t('import.template.download')}
      </Button>
    </Flex>
  );
}
