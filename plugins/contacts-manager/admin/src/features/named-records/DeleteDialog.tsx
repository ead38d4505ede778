import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { NamedRecordView } from '../../../../shared/contracts/named-records';
import { useDeleteNamedRecordMutation, type NamedRecordKind } from '../../api/named-records';
import { DeleteFrame } from '../../components/DeleteFrame';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { useChanges } from '../changes/ChangesContext';
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
  const { announce } = useChanges();
  const [remove, { isLoading }] = useDeleteNamedRecordMutation();
  const [failure, setFailure] = useState<string | null>(null);

  const handleDelete = async () => {
    setFailure(null);
    const answer = await remove({ kind, documentId: record.documentId });
    if ('error' in answer) {
      setFailure(failureText(answer.error));
      return;
    }
    announce(answer.data.operationId);
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
