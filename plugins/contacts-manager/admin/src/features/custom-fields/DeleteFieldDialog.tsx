import { Button, Dialog, Typography } from '@strapi/design-system';
import { Trash, WarningCircle } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { CustomField } from '../../../../shared/custom-fields';
import { useDeleteFieldMutation, useGetFieldUsageQuery } from '../../api/custom-fields';
import { DialogText } from '../../components/DialogTitle';
import { Notice } from '../../components/Notice';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { isolate } from '../named-records/isolate';

/** A label may be one word of 255 characters. */
const Question = styled.span`
  min-width: 0;
  overflow-wrap: anywhere;
`;

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
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && !isLoading && onClose()}>
      <Dialog.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        <Dialog.Header>
          <Question>{t('fields.delete.title', { label: isolate(field.label) })}</Question>
        </Dialog.Header>
        <Dialog.Body>
          <DialogText direction="column" gap={3} width="100%">
            <WarningCircle width="2.4rem" height="2.4rem" fill="danger600" aria-hidden />
            <Dialog.Description textAlign="center" aria-live="polite">
              {usage.data
                ? t('fields.delete.touches', { count: usage.data.contacts })
                : t('fields.delete.counting')}
            </Dialog.Description>
            <Typography textAlign="center">
              {t('fields.delete.kept', { key: isolate(field.key) })}
            </Typography>
            {problem === null ? null : <Notice tone="danger">{problem}</Notice>}
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
            disabled={usage.isLoading}
            onClick={() => void handleDelete()}
          >
            {t('fields.delete')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
