import { Button, Dialog } from '@strapi/design-system';
import { Trash, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { DialogText } from './DialogTitle';
import { Notice } from './Notice';
import { useText } from './useText';

/** A name may be one word of 255 characters. */
const Question = styled.span`
  min-width: 0;
  overflow-wrap: anywhere;
`;

interface Props {
  question: string;
  /** What it touches. */
  meaning: string;
  confirmLabel: string;
  isDeleting: boolean;
  /** What it touches is not known yet. */
  isWaiting?: boolean;
  failure: string | null;
  onConfirm: () => void;
  onClose: () => void;
  /** Where the focus goes afterwards. */
  returnFocus: () => void;
  /** More than the meaning, such as what stays. */
  children?: ReactNode;
}

/** The question before something with a name is deleted. */
export function DeleteFrame(props: Props) {
  const { isDeleting, failure, onClose } = props;
  const t = useText();
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && !isDeleting && onClose()}>
      <Dialog.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          props.returnFocus();
        }}
      >
        <Dialog.Header>
          <Question>{props.question}</Question>
        </Dialog.Header>
        <Dialog.Body>
          <DialogText direction="column" gap={3} width="100%">
            <WarningCircle width="2.4rem" height="2.4rem" fill="danger600" aria-hidden />
            <Dialog.Description textAlign="center" aria-live="polite">
              {props.meaning}
            </Dialog.Description>
            {props.children}
            {failure === null ? null : <Notice tone="danger">{failure}</Notice>}
          </DialogText>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary" disabled={isDeleting}>
              {t('action.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            variant="danger-light"
            startIcon={<Trash />}
            loading={isDeleting}
            disabled={props.isWaiting ?? false}
            onClick={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
