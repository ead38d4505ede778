import { useNotification } from '@strapi/strapi/admin';
import type { SavedView } from '../../../../shared/contracts/views';
import { useDeleteViewMutation } from '../../api/views';
import { DeleteFrame } from '../../components/DeleteFrame';
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
    <DeleteFrame
      question={t('views.delete.title', { name: isolate(view.name) })}
      meaning={t(view.isShared ? 'views.delete.shared' : 'views.delete.kept')}
      confirmLabel={t('views.delete')}
      isDeleting={isLoading}
      failure={error === undefined ? null : failureText(error)}
      onConfirm={() => void handleDelete()}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
