import { Button, Dialog } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useCancelImportMutation } from '../../api/imports';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';

interface Props {
  view: ImportView;
  size?: 'S' | 'L';
}

/** Asks first, because the file would have to be uploaded again. */
export function CancelButton({ view, size = 'S' }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [isOpen, setIsOpen] = useState(false);
  const [cancel, { isLoading }] = useCancelImportMutation();

  const handleConfirm = async () => {
    const answer = await cancel(view.id);
    setIsOpen(false);
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failureText(answer.error) });
    }
  };

  const isSaving = view.state === 'committing';
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger>
        <Button variant="tertiary" size={size} loading={isLoading}>
          {t('import.cancel')}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={t('import.cancel.title')}
        onConfirm={handleConfirm}
        startAction={
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {t('import.cancel.stay')}
            </Button>
          </Dialog.Cancel>
        }
        endAction={
          <Button fullWidth variant="danger-light" loading={isLoading} onClick={handleConfirm}>
            {t('import.cancel')}
          </Button>
        }
      >
        {t(isSaving ? 'import.cancel.saving' : 'import.cancel.review')}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
