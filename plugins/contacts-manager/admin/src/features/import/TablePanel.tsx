import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import type { ImportView, SheetPreview } from '../../../../shared/contracts/imports';
import { findWideRow } from '../../../../shared/wide-row';
import { useText } from '../../components/useText';
import { HeaderRowChoice } from './HeaderRowChoice';
import { useMapping } from './useMapping';

interface SheetFieldProps {
  sheets: SheetPreview[];
  value: string;
  onChange: (sheet: string) => void;
}

function SheetField({ sheets, value, onChange }: SheetFieldProps) {
  const t = useText();
  return (
    <Field.Root name="sheet">
      <Field.Label>{t('import.table.sheet')}</Field.Label>
      <SingleSelect value={value} onChange={(sheet) => onChange(String(sheet))}>
        {sheets.map(({ name, rows }) => (
          <SingleSelectOption key={name} value={name} disabled={rows.length === 0}>
            {rows.length > 0 ? name : t('import.table.empty-sheet', { sheet: name })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}

/** Which sheet of a workbook, and which row names the columns, with what stands there. */
export function TablePanel({ view }: { view: ImportView }) {
  const t = useText();
  const { submit, isLoading } = useMapping(view.id);
  const [place, setPlace] = useState({ sheet: view.sheet ?? '', headerRow: view.headerRow ?? 0 });
  const hasSheets = view.sheets.length > 1;
  const rowsOf = (sheet: string) => view.sheets.find(({ name }) => name === sheet)?.rows ?? [];
  const openSheet = (sheet: string) => {
    const rows = rowsOf(sheet);
    const suggested = rows[Math.max(0, findWideRow(rows))];
    setPlace({ sheet, headerRow: suggested?.row ?? 0 });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Box>
        <Typography variant="delta" tag="h2">
          {t('import.table.title')}
        </Typography>
        <Typography textColor="neutral600" tag="p">
          {t(hasSheets ? 'import.table.hint' : 'import.table.hint-row')}
        </Typography>
      </Box>
      {hasSheets && <SheetField sheets={view.sheets} value={place.sheet} onChange={openSheet} />}
      <HeaderRowChoice
        rows={rowsOf(place.sheet)}
        headerRow={place.headerRow}
        onChoose={(headerRow) => setPlace({ ...place, headerRow })}
      />
      <Flex justifyContent="flex-end">
        <Button size="L" loading={isLoading} onClick={() => void submit(place)}>
          {t('import.mapping.submit')}
        </Button>
      </Flex>
    </Flex>
  );
}
