import { Typography } from '@strapi/design-system';
import { usePreviewBulkQuery } from '../../api/contacts';
import { useRetention } from '../../components/useRetention';
import { useText } from '../../components/useText';
import { ChangeDialog } from './ChangeDialog';
import { countOf, Impact } from './Impact';
import { useBulkChange } from './useBulkChange';
import type { DialogProps } from './VerbDialog';

/** Moves archived and blocked contacts to the bin, where they stay for as many days as the settings say. */
export function BinDialog({ chosen, onDone, onClose, returnFocus }: DialogProps) {
  const t = useText();
  const { binDays } = useRetention();
  const { selection, contacts } = chosen;
  const preview = usePreviewBulkQuery({ action: 'delete', selection });
  const change = useBulkChange('delete', onDone);
  const count = countOf(chosen, preview.data);
  return (
    <ChangeDialog
      title={t('dialog.delete.title', { count, name: contacts[0]?.name ?? '' })}
      confirmLabel={t('verb.delete')}
      isDangerous
      isPointless={preview.data?.applied === 0}
      onConfirm={() => void change.apply({ selection })}
      onClose={change.partly ? onDone : onClose}
      returnFocus={returnFocus}
      {...change}
    >
      <Typography textColor="neutral800">
        {t('dialog.delete.meaning', { days: binDays })}
      </Typography>
      <Impact verb="delete" preview={preview} />
    </ChangeDialog>
  );
}
