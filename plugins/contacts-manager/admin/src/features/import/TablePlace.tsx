import { Button, Flex, Typography } from '@strapi/design-system';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useText } from '../../components/useText';

interface Props {
  view: ImportView;
  onChange: () => void;
}

/** Where the columns come from, and the way to choose another place. */
export function TablePlace({ view, onChange }: Props) {
  const t = useText();
  // Imports that wait since an older release know no sheets.
  if (view.sheets.length === 0) return null;
  const row = view.headerRow ?? 0;
  return (
    <Flex gap={4} wrap="wrap" justifyContent="space-between">
      <Typography variant="pi" textColor="neutral600">
        {view.sheets.length > 1 && `${t('import.table.in-sheet', { sheet: view.sheet })} · `}
        {row > 0 ? t('import.table.in-row', { row }) : t('import.table.no-header.short')}
      </Typography>
      <Button variant="tertiary" onClick={onChange}>
        {t(view.sheets.length > 1 ? 'import.table.change' : 'import.table.change-row')}
      </Button>
    </Flex>
  );
}
