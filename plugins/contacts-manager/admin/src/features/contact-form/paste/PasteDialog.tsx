import { Button, Field, Modal, Textarea, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { BATCH_MAX } from '../../../../../shared/contracts/contacts';
import { DialogText, DialogTitle } from '../../../components/DialogTitle';
import { useText } from '../../../components/useText';

interface Props {
  onPaste: (text: string) => void;
  onClose: () => void;
  /** Where the focus goes afterwards. */
  returnFocus: (isPasted: boolean) => void;
}

/** For those who do not know that rows can be pasted into the form itself. */
export function PasteDialog({ onPaste, onClose, returnFocus }: Props) {
  const t = useText();
  const [text, setText] = useState('');
  const isPasted = useRef(false);
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus(isPasted.current);
        }}
      >
        <Modal.Header closeLabel={t('action.close')}>
          <DialogTitle>{t('paste.title')}</DialogTitle>
        </Modal.Header>
        <Modal.Body>
          <DialogText direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral800">{t('paste.meaning', { max: BATCH_MAX })}</Typography>
            <Field.Root name="rows" hint={t('paste.hint')}>
              <Field.Label>{t('paste.label')}</Field.Label>
              <Textarea
                name="rows"
                autoFocus
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <Field.Hint />
            </Field.Root>
          </DialogText>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            disabled={text.trim() === ''}
            onClick={() => {
              isPasted.current = true;
              onPaste(text);
              onClose();
            }}
          >
            {t('paste.confirm')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
