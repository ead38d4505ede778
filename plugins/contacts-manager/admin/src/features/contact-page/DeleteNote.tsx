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
  /** The page of notes that it stands on. */
  page: number;
  /** Names the note for screen readers. */
  when: string;
  /** Its button goes away with it: the focus has to go somewhere. */
  onDelete: () => void;
}

/** One's own note; asks first, because nothing brings it back. */
export function DeleteNote({ documentId, noteId, page, when, onDelete }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [isOpen, setIsOpen] = useState(false);
  const [remove] = useDeleteNoteMutation();

  const confirm = async () => {
    setIsOpen(false);
    onDelete();
    const answer = await remove({ documentId, page, noteId });
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
          <Button fullWidth variant="danger-light" onClick={() => void confirm()}>
            {t('team-notes.delete')}
          </Button>
        }
      >
        {t('team-notes.delete.meaning')}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
