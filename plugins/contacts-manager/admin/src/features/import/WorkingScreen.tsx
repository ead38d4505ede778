import type { ImportView } from '../../../../shared/contracts/imports';
import { useText } from '../../components/useText';
import { CancelButton } from './CancelButton';
import { ImportLayout } from './ImportLayout';
import { plannedWrites, STEP_OF } from './import-steps';
import { ProgressPanel } from './ProgressPanel';

interface Props {
  view: ImportView;
  isConnectionLost: boolean;
}

/** While the server reads the file, and while it saves the contacts. */
export function WorkingScreen({ view, isConnectionLost }: Props) {
  const t = useText();
  const isSaving = view.state === 'committing';
  const { create, update, taken } = view.applied;
  const queue = view.queue ?? 0;
  return (
    <ImportLayout step={STEP_OF[view.state]}>
      <ProgressPanel
        title={t(isSaving ? 'import.saving.title' : 'import.reading.title')}
        fileName={view.fileName}
        progress={view.progress}
        detail={
          queue > 0
            ? t('import.queue', { queue })
            : isSaving
              ? t('import.saving.detail', {
                  done: create + update + taken,
                  total: plannedWrites(view),
                })
              : t('import.reading.detail')
        }
        hint={t(isSaving ? 'import.saving.hint' : 'import.reading.hint')}
        isConnectionLost={isConnectionLost}
        action={<CancelButton view={view} />}
      />
    </ImportLayout>
  );
}
