import { Button, Dialog, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useDeleteNoteMutation } from '../../api/notes';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';

interface Props {
  documentId: string;
  noteId: string;
  /** Names the note for screen readers. */
  when: string;
}

/** One's own note; asks first, because nothing brings it back. */
export function DeleteNote({ documentId, noteId, when }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [isOpen, setIsOpen] = useState(false);
  const [remove, { isLoading }] = useDeleteNoteMutation();

  const confirm = async () => {
    const answer = await remove({ documentId, noteId });
    setIsOpen(false);
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failureText(answer.error) });
    }
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger>
        <IconButton variant="ghost" size="XS" label={t('team-notes.delete-of', { when })}>
          <Trash aria-hidden />
        </IconButton>
      </Dialog.Trigger>
      <ConfirmDialog
        title={t('team-notes.delete.title')}
        onConfirm={confirm}
        startAction={
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {t('action.cancel')}
            </Button>
          </Dialog.Cancel>
        }
        endAction={
          <Button
            fullWidth
            variant="danger-light"
            loading={isLoading}
            onClick={() => void confirm()}
          >
            {t('team-notes.delete')}
          </Button>
        }
      >
        {t('team-notes.delete.meaning')}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
