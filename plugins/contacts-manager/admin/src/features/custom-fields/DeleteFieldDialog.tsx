import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { CustomField } from '../../../../shared/custom-fields';
import { useDeleteFieldMutation, useGetFieldUsageQuery } from '../../api/custom-fields';
import { DeleteFrame } from '../../components/DeleteFrame';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { isolate } from '../named-records/isolate';

interface Props {
  field: CustomField;
  onClose: () => void;
  returnFocus: () => void;
}

/** Says how many contacts have a value before the field goes; the values stay stored. */
export function DeleteFieldDialog({ field, onClose, returnFocus }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const usage = useGetFieldUsageQuery(field.documentId);
  const [remove, { isLoading }] = useDeleteFieldMutation();
  const [failure, setFailure] = useState<string | null>(null);
  const problem = failure ?? (usage.error === undefined ? null : failureText(usage.error));

  const handleDelete = async () => {
    setFailure(null);
    const answer = await remove(field.documentId);
    if ('error' in answer) {
      setFailure(failureText(answer.error));
      return;
    }
    const message = t('fields.deleted', { label: isolate(field.label) });
    toggleNotification({ type: 'success', message });
    onClose();
  };

  return (
    <DeleteFrame
      question={t('fields.delete.title', { label: isolate(field.label) })}
      meaning={
        usage.data
          ? t('fields.delete.touches', { count: usage.data.contacts })
          : t('fields.delete.counting')
      }
      confirmLabel={t('fields.delete')}
      isDeleting={isLoading}
      isWaiting={usage.isLoading}
      failure={problem}
      onConfirm={() => void handleDelete()}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <Typography textAlign="center">
        {t('fields.delete.kept', { key: isolate(field.key) })}
      </Typography>
    </DeleteFrame>
  );
}
