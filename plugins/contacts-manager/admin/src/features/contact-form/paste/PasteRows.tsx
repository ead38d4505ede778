import { Box, Button } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useRef, useState, type ReactNode } from 'react';
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
  /** The entries. */
  children: ReactNode;
}

/** Around the entries: takes rows of a spreadsheet wherever they are pasted, and offers a place to paste them. */
export function PasteRows({ children, ...options }: Props) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { pasteText, handlePaste, outcome } = usePaste(options);
  const close = () => {
    setOpen(false);
    setTimeout(() => button.current?.focus(), 0);
  };
  return (
    <Box onPaste={handlePaste}>
      {outcome ? (
        <Box paddingBottom={4}>
          <PasteOutcome {...outcome} />
        </Box>
      ) : null}
      {children}
      <Box paddingTop={3}>
        <Button
          ref={button}
          variant="tertiary"
          startIcon={<Duplicate aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t('paste.open')}
        </Button>
      </Box>
      {isOpen ? (
        <PasteDialog
          onClose={close}
          onPaste={(text) => {
            close();
            pasteText(text);
          }}
        />
      ) : null}
    </Box>
  );
}
