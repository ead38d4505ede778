import { Button, Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useText } from '../../components/useText';
import { useMapping } from './useMapping';

interface Props {
  view: ImportView;
  country: string;
}

/** Reads the file again with its numbers in another country; asks first when that loses corrections. */
export function ReadAgainButton({ view, country }: Props) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { submit, isLoading } = useMapping(view.id);

  const { corrected } = view;
  const readAgain = async () => {
    await submit({ country, corrected });
    setIsOpen(false);
  };
  const button = (
    <Button
      variant="secondary"
      size="L"
      disabled={country === view.options.country}
      loading={isLoading}
      {...(corrected === 0 && { onClick: () => void readAgain() })}
    >
      {t('import.numbers.read-again')}
    </Button>
  );
  if (corrected === 0) return button;

  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger>{button}</Dialog.Trigger>
      <ConfirmDialog
        title={t('import.numbers.lost.title')}
        onConfirm={readAgain}
        endAction={
          <Button fullWidth variant="danger-light" loading={isLoading} onClick={readAgain}>
            {t('import.numbers.read-again')}
          </Button>
        }
      >
        {t('import.numbers.lost.text', { corrected })}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
