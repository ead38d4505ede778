import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { CrossCircle, WarningCircle } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportView } from '../../../../shared/contracts/imports';
import { errorText, useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';
import { ImportLayout } from './ImportLayout';
import { NEW_IMPORT_PATH } from './import-paths';
import { STEP_OF } from './import-steps';
import { optionsOf } from './upload-options';

/** An import that failed or was cancelled: what became of it, and the way to another try. */
export function EndedScreen({ view }: { view: ImportView }) {
  const t = useText();
  const isFailed = view.state === 'failed';
  const Icon = isFailed ? WarningCircle : CrossCircle;
  const saved = view.applied.create + view.applied.update;
  const title = isFailed
    ? t(saved > 0 ? 'import.failed.stopped' : 'import.failed.title')
    : t('import.cancelled.title');
  return (
    <ImportLayout step={isFailed && saved > 0 ? 'confirm' : STEP_OF[view.state]}>
      <Box background="neutral0" hasRadius shadow="filterShadow" padding={10}>
        <Flex direction="column" gap={4} role={isFailed ? 'alert' : 'status'}>
          <Box color={isFailed ? 'danger600' : 'neutral500'} aria-hidden>
            <Icon width="4.8rem" height="4.8rem" fill="currentColor" />
          </Box>
          <Typography variant="beta" tag="h2" textAlign="center">
            {title}
          </Typography>
          {isFailed && (
            <Typography textAlign="center" tag="p">
              {t(errorText(view.error?.code ?? 'file.parser-crashed'))}
            </Typography>
          )}
          {(!isFailed || saved > 0) && (
            <Typography textAlign="center" tag="p">
              {t('import.ended.saved', { saved })}
            </Typography>
          )}
          <Typography variant="pi" textColor="neutral600" textAlign="center" dir="auto" tag="p">
            {view.fileName}
          </Typography>
          <Flex gap={3} wrap="wrap" justifyContent="center">
            {saved > 0 && (
              <LinkButton tag={RouterLink} to={`${ROOT_PATH}/active`} variant="tertiary">
                {t('import.open-contacts')}
              </LinkButton>
            )}
            <LinkButton tag={RouterLink} to={NEW_IMPORT_PATH} state={{ options: optionsOf(view) }}>
              {t('import.another-file')}
            </LinkButton>
          </Flex>
        </Flex>
      </Box>
    </ImportLayout>
  );
}
