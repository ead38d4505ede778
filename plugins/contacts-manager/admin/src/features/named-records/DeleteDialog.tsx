import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { NamedRecordView } from '../../../../shared/contracts/named-records';
import { useDeleteNamedRecordMutation, type NamedRecordKind } from '../../api/named-records';
import { DeleteFrame } from '../../components/DeleteFrame';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { isolate } from './isolate';

interface Props {
  kind: NamedRecordKind;
  record: NamedRecordView;
  onClose: () => void;
  returnFocus: () => void;
}

/** Says how many contacts lose the group or category; the contacts themselves stay. */
export function DeleteDialog({ kind, record, onClose, returnFocus }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [remove, { isLoading }] = useDeleteNamedRecordMutation();
  const [failure, setFailure] = useState<string | null>(null);

  const handleDelete = async () => {
    setFailure(null);
    const answer = await remove({ kind, documentId: record.documentId });
    if ('error' in answer) {
      setFailure(failureText(answer.error));
      return;
    }
    toggleNotification({
      type: 'success',
      message: t(`${kind}.deleted`, {
        name: isolate(record.name),
        count: answer.data.applied,
      }),
    });
    onClose();
  };

  return (
    <DeleteFrame
      question={t(`${kind}.delete.title`, { name: isolate(record.name) })}
      meaning={t(`${kind}.delete.touches`, record.members)}
      confirmLabel={t(`${kind}.delete`)}
      isDeleting={isLoading}
      failure={failure}
      onConfirm={() => void handleDelete()}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <Typography textAlign="center" fontWeight="semiBold">
        {t('groups.delete.kept')}
      </Typography>
    </DeleteFrame>
  );
}
