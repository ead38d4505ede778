import { Button, Dialog, Typography } from '@strapi/design-system';
import { Trash, WarningCircle } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { NamedRecordView } from '../../../../shared/contracts/named-records';
import { useDeleteNamedRecordMutation, type NamedRecordKind } from '../../api/named-records';
import { useFailureText } from '../../components/useFailureText';
import { DialogText } from '../../components/DialogTitle';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';
import { isolate } from './isolate';

/** A name may be one word of 255 characters. */
const Question = styled.span`
  min-width: 0;
  overflow-wrap: anywhere;
`;

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
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && !isLoading && onClose()}>
      <Dialog.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        <Dialog.Header>
          <Question>{t(`${kind}.delete.title`, { name: isolate(record.name) })}</Question>
        </Dialog.Header>
        <Dialog.Body>
          <DialogText direction="column" gap={3} width="100%">
            <WarningCircle width="2.4rem" height="2.4rem" fill="danger600" aria-hidden />
            <Dialog.Description textAlign="center">
              {t(`${kind}.delete.touches`, record.members)}
            </Dialog.Description>
            <Typography textAlign="center" fontWeight="semiBold">
              {t('groups.delete.kept')}
            </Typography>
            {failure === null ? null : <Notice tone="danger">{failure}</Notice>}
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
            onClick={handleDelete}
          >
            {t(`${kind}.delete`)}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
