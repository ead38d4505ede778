import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { CrossCircle, WarningCircle } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportView } from '../../../../shared/contracts/imports';
import { errorText, useText } from '../../components/useText';
import { ImportLayout } from './ImportLayout';
import { NEW_IMPORT_PATH } from './import-paths';
import { STEP_OF } from './import-steps';
import { optionsOf } from './upload-options';

/** An import that failed or was cancelled before anything was saved: why, and the way to another try. */
export function EndedScreen({ view }: { view: ImportView }) {
  const t = useText();
  const isFailed = view.state === 'failed';
  const Icon = isFailed ? WarningCircle : CrossCircle;
  return (
    <ImportLayout step={STEP_OF[view.state]}>
      <Box background="neutral0" hasRadius shadow="filterShadow" padding={10}>
        <Flex direction="column" gap={4} role={isFailed ? 'alert' : 'status'}>
          <Box color={isFailed ? 'danger600' : 'neutral500'} aria-hidden>
            <Icon width="4.8rem" height="4.8rem" fill="currentColor" />
          </Box>
          <Typography variant="beta" tag="h2" textAlign="center">
            {t(isFailed ? 'import.failed.title' : 'import.cancelled.title')}
          </Typography>
          <Typography textAlign="center" tag="p">
            {isFailed
              ? t(errorText(view.error?.code ?? 'file.parser-crashed'))
              : t('import.ended.nothing')}
          </Typography>
          <Typography variant="pi" textColor="neutral600" textAlign="center" dir="auto" tag="p">
            {view.fileName}
          </Typography>
          <LinkButton tag={RouterLink} to={NEW_IMPORT_PATH} state={{ options: optionsOf(view) }}>
            {t('import.another-file')}
          </LinkButton>
        </Flex>
      </Box>
    </ImportLayout>
  );
}
