import { Button, Modal } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { DialogText, DialogTitle } from '../../components/DialogTitle';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';

interface Props {
  title: string;
  confirmLabel: string;
  isDisabled?: boolean;
  isWorking: boolean;
  failure: string | null;
  onConfirm: () => void;
  onClose: () => void;
  /** Where the focus goes afterwards. */
  returnFocus: () => void;
  children: ReactNode;
}

/** The frame of a dialog that makes one change. */
export function ChangeFrame(props: Props) {
  const { title, isWorking, failure, onClose } = props;
  const t = useText();
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && !isWorking && onClose()}>
      <Modal.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          props.returnFocus();
        }}
      >
        <Modal.Header closeLabel={t('action.close')}>
          <DialogTitle title={title}>{title}</DialogTitle>
        </Modal.Header>
        <Modal.Body>
          <DialogText direction="column" alignItems="stretch" gap={4}>
            {failure === null ? null : <Notice tone="danger">{failure}</Notice>}
            {props.children}
          </DialogText>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose} disabled={isWorking}>
            {t('action.cancel')}
          </Button>
          <Button
            loading={isWorking}
            disabled={isWorking || (props.isDisabled ?? false)}
            onClick={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
