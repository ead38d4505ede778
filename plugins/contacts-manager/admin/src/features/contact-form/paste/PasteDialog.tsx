import { Button, Field, Textarea, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { DialogFrame } from '../../../components/DialogFrame';
import { useText } from '../../../components/useText';

interface Props {
  /** What to copy, and what becomes of it. */
  meaning: string;
  hint: string;
  confirmLabel: string;
  onPaste: (text: string) => void;
  onClose: () => void;
  /** Where the focus goes afterwards. */
  returnFocus: (isPasted: boolean) => void;
}

/** For those who do not know that rows can be pasted into the page itself. */
export function PasteDialog({ onPaste, onClose, returnFocus, ...texts }: Props) {
  const t = useText();
  const [text, setText] = useState('');
  const isPasted = useRef(false);
  return (
    <DialogFrame
      title={t('paste.title')}
      onClose={onClose}
      returnFocus={() => returnFocus(isPasted.current)}
      footer={
        <>
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
            {texts.confirmLabel}
          </Button>
        </>
      }
    >
      <Typography textColor="neutral800">{texts.meaning}</Typography>
      <Field.Root name="rows" hint={texts.hint}>
        <Field.Label>{t('paste.label')}</Field.Label>
        <Textarea
          name="rows"
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
    </DialogFrame>
  );
}
