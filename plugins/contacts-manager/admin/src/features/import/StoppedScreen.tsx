import { Flex, LinkButton } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportView } from '../../../../shared/contracts/imports';
import { Notice } from '../../components/Notice';
import { errorText, useText } from '../../components/useText';
import { ImportLayout } from './ImportLayout';
import { NEW_IMPORT_PATH } from './import-paths';
import { ProblemsDownload } from './ProblemsDownload';
import { countOf } from './row-filters';
import { RowsSection } from './RowsSection';
import { UndoImport } from './UndoImport';
import { optionsOf } from './upload-options';

/** An import that ended while it was being saved: what is in Contacts, what is not, and both ways on from there. */
export function StoppedScreen({ view }: { view: ImportView }) {
  const t = useText();
  const isFailed = view.state === 'failed';
  const { create, update } = view.applied;
  const left = countOf(view, 'done', 'unsaved');
  const isAnyLeft = left + view.counts.reject + view.applied.taken > 0;
  return (
    <ImportLayout
      step={isFailed ? 'confirm' : 'result'}
      subtitle={t('import.review.subtitle', { file: view.fileName, rows: view.counts.total })}
      primaryAction={
        <Flex gap={2} wrap="wrap">
          <UndoImport operationId={view.operationId} />
          <LinkButton
            tag={RouterLink}
            to={NEW_IMPORT_PATH}
            state={{ options: optionsOf(view) }}
            size="L"
          >
            {t('import.another-file')}
          </LinkButton>
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Notice
          tone={isFailed ? 'danger' : 'warning'}
          title={t(isFailed ? 'import.failed.stopped' : 'import.cancelled.title')}
          action={
            isAnyLeft ? <ProblemsDownload id={view.id} label={t('import.ended.download')} /> : null
          }
        >
          {isFailed ? `${t(errorText(view.error?.code ?? 'import.interrupted'))} ` : ''}
          {t('import.ended.account', { create, update, left })}
        </Notice>
        <RowsSection view={view} tense="done" />
      </Flex>
    </ImportLayout>
  );
}
