import { Modal } from '@strapi/design-system';
import type { FormEvent, ReactNode } from 'react';
import { DialogText, DialogTitle } from './DialogTitle';
import { useText } from './useText';

interface Props {
  title: string;
  /** Something is under way that must not lose its dialog. */
  isHeld?: boolean;
  /** Makes a form of it all, which the footer's button submits. */
  onSubmit?: (form: HTMLFormElement) => void;
  onClose: () => void;
  /** Where the focus goes afterwards. */
  returnFocus?: () => void;
  /** Between the parts of the body. */
  gap?: 4 | 5 | 6;
  footer: ReactNode;
  children: ReactNode;
}

/** Every dialog with a title, a body that scrolls and buttons below. */
export function DialogFrame(props: Props) {
  const { title, isHeld = false, onSubmit, onClose, returnFocus, gap = 4 } = props;
  const t = useText();
  const parts = (
    <>
      <Modal.Header closeLabel={t('action.close')}>
        <DialogTitle title={title}>{title}</DialogTitle>
      </Modal.Header>
      <Modal.Body>
        <DialogText direction="column" alignItems="stretch" gap={gap}>
          {props.children}
        </DialogText>
      </Modal.Body>
      <Modal.Footer>{props.footer}</Modal.Footer>
    </>
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A dialog is part of the page's tree even where it is drawn elsewhere.
    event.stopPropagation();
    onSubmit?.(event.currentTarget);
  };
  return (
    <Modal.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen && !isHeld) onClose();
      }}
    >
      <Modal.Content
        onCloseAutoFocus={(event) => {
          if (!returnFocus) return;
          event.preventDefault();
          returnFocus();
        }}
      >
        {onSubmit ? (
          <form onSubmit={submit} noValidate>
            {parts}
          </form>
        ) : (
          parts
        )}
      </Modal.Content>
    </Modal.Root>
  );
}
