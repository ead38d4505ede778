import { Box, Button } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { BATCH_MAX } from '../../../../../shared/contracts/contacts';
import type { CountryCode } from '../../../../../shared/phone';
import { useText } from '../../../components/useText';
import type { Entry } from '../entries';
import { PasteDialog } from './PasteDialog';
import { PasteOutcome, usePaste } from './usePaste';

interface Props {
  entries: Entry[];
  defaultCountry: CountryCode | undefined;
  onChange: (entries: Entry[]) => void;
  onPasted: () => void;
  /** The entries, with the button that opens the place to paste into. */
  children: (button: ReactNode) => ReactNode;
}

/** Around the entries: takes rows of a spreadsheet wherever they are pasted, and offers a place to paste them. */
export function PasteRows({ children, ...options }: Props) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const message = useRef<HTMLDivElement>(null);
  const { pasteText, handlePaste, outcome } = usePaste(options);
  const focusMessage = () => message.current?.querySelector<HTMLElement>('[role]')?.focus();
  useEffect(() => {
    if (outcome) focusMessage();
  }, [outcome]);
  return (
    <Box onPaste={handlePaste}>
      {outcome ? (
        <Box ref={message} paddingBottom={4}>
          <PasteOutcome {...outcome} />
        </Box>
      ) : null}
      {children(
        <Button
          ref={button}
          variant="tertiary"
          startIcon={<Duplicate aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t('paste.open')}
        </Button>,
      )}
      {isOpen ? (
        <PasteDialog
          meaning={t('paste.meaning', { max: BATCH_MAX })}
          hint={t('paste.hint')}
          confirmLabel={t('paste.confirm')}
          onClose={() => setOpen(false)}
          onPaste={pasteText}
          returnFocus={(isPasted) => {
            if (isPasted) focusMessage();
            else button.current?.focus();
          }}
        />
      ) : null}
    </Box>
  );
}
