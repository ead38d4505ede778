import { Button, Dialog } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { SavedView } from '../../../../shared/contracts/views';
import { useDeleteViewMutation } from '../../api/views';
import { DialogText } from '../../components/DialogTitle';
import { Notice } from '../../components/Notice';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { isolate } from '../named-records/isolate';

interface Props {
  view: SavedView;
  onDeleted: () => void;
  onClose: () => void;
  returnFocus: () => void;
}

/** A view is only a way to look at contacts: they stay. One used as a group is missed by others, and says so. */
export function DeleteViewDialog({ view, onDeleted, onClose, returnFocus }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [remove, { isLoading, error }] = useDeleteViewMutation();
  const handleDelete = async () => {
    const answer = await remove(view.documentId);
    if ('error' in answer) return;
    toggleNotification({
      type: 'success',
      message: t('views.deleted', { name: isolate(view.name) }),
    });
    onDeleted();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && !isLoading && onClose()}>
      <Dialog.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        <Dialog.Header>{t('views.delete.title', { name: isolate(view.name) })}</Dialog.Header>
        <Dialog.Body>
          <DialogText direction="column" gap={3} width="100%">
            <Dialog.Description textAlign="center">
              {t(view.isShared ? 'views.delete.shared' : 'views.delete.kept')}
            </Dialog.Description>
            {error === undefined ? null : <Notice tone="danger">{failureText(error)}</Notice>}
          </DialogText>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary" disabled={isLoading}>
              {t('action.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            variant="danger-light"
            startIcon={<Trash />}
            loading={isLoading}
            onClick={() => void handleDelete()}
          >
            {t('views.delete')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
