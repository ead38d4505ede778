import { Flex, LinkButton, TextButton } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';
import { ImportLayout } from './ImportLayout';
import { FileDownload } from './FileDownload';
import { NEW_IMPORT_PATH } from './import-paths';
import { STEP_OF } from './import-steps';
import { RowsSection } from './RowsSection';
import { ProblemsDownload } from './ProblemsDownload';
import { UndoImport } from './UndoImport';
import { optionsOf } from './upload-options';
import { useRowFilter } from './useRowFilter';
import { Notice } from '../../components/Notice';

function TakenNote({ view }: { view: ImportView }) {
  const t = useText();
  const [, setFilter] = useRowFilter();
  const { taken } = view.applied;
  if (taken === 0) return null;
  return (
    <Notice
      tone="warning"
      title={t('import.taken.title', { rows: taken })}
      action={
        <Flex gap={4} wrap="wrap">
          <TextButton onClick={() => setFilter('taken')}>{t('import.taken.show')}</TextButton>
          {view.counts.reject === 0 && <ProblemsDownload id={view.id} />}
        </Flex>
      }
    >
      {t('import.taken.hint')}
    </Notice>
  );
}

/** What the import did; every number opens its rows. */
export function ResultScreen({ view }: { view: ImportView }) {
  const t = useText();
  const [, setFilter] = useRowFilter();
  const { create, update } = view.applied;
  const { reject } = view.counts;
  return (
    <ImportLayout
      step={STEP_OF[view.state]}
      subtitle={t('import.review.subtitle', { file: view.fileName, rows: view.counts.total })}
      primaryAction={
        <Flex gap={2} wrap="wrap">
          <UndoImport operationId={view.operationId} />
          <FileDownload view={view} />
          <LinkButton
            tag={RouterLink}
            to={NEW_IMPORT_PATH}
            // Corrected rows are to become what the others did.
            state={{ options: optionsOf(view) }}
            variant="tertiary"
            size="L"
          >
            {t('import.import-more')}
          </LinkButton>
          <LinkButton tag={RouterLink} to={`${ROOT_PATH}/active`} size="L">
            {t('import.open-contacts')}
          </LinkButton>
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        {view.state === 'undone' ? (
          <Notice tone="info" title={t('import.undone.title')}>
            {t('import.undone.hint')}
          </Notice>
        ) : null}
        <Notice
          tone={view.state === 'undone' ? 'info' : 'success'}
          title={t('import.result.title', { create, update })}
          action={
            reject > 0 && (
              <Flex gap={4} wrap="wrap">
                <TextButton onClick={() => setFilter('reject')}>
                  {t('import.problems.show')}
                </TextButton>
                <ProblemsDownload id={view.id} />
              </Flex>
            )
          }
        >
          {reject > 0 ? t('import.problems.done', { rows: reject }) : t('import.result.hint')}
        </Notice>
        <TakenNote view={view} />
        <RowsSection view={view} tense="done" />
      </Flex>
    </ImportLayout>
  );
}
