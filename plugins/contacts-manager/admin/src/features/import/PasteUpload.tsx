import { Button, Flex, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useEffect, useRef, useState } from 'react';
import { useLatest } from '../../components/useLatest';
import { useText } from '../../components/useText';
import { PasteDialog } from '../contact-form/paste/PasteDialog';
import { isTable } from '../contact-form/paste/read-rows';

/** Where a paste means the text of a field. */
const FIELDS = 'input, textarea, [contenteditable="true"]';

/** Takes rows pasted anywhere on the page. */
function usePastedTable(onPaste: (text: string) => void) {
  const takeText = useLatest(onPaste);
  useEffect(() => {
    const handlePaste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest(FIELDS)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isTable(text)) return;
      event.preventDefault();
      takeText(text);
    };
    document.addEventListener('paste', handlePaste);
    return () => document.removeEventListener('paste', handlePaste);
  }, [takeText]);
}

/** Rows of a spreadsheet instead of a file: pasted on the page, or into the place that the button opens. */
export function PasteUpload({ onPaste }: { onPaste: (text: string) => void }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  usePastedTable(onPaste);
  return (
    <Flex gap={4} wrap="wrap">
      <Button
        ref={button}
        variant="tertiary"
        startIcon={<Duplicate aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('paste.open')}
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {t('import.paste.anywhere')}
      </Typography>
      {isOpen && (
        <PasteDialog
          meaning={t('import.paste.meaning')}
          hint={t('import.paste.hint')}
          confirmLabel={t('import.paste.confirm')}
          onClose={() => setOpen(false)}
          onPaste={onPaste}
          returnFocus={() => button.current?.focus()}
        />
      )}
    </Flex>
  );
}
