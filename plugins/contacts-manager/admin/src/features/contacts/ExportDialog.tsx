import { Field, Radio, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import {
  EXPORT_FORMATS,
  SHEET_ROWS_MAX,
  type ExportFormat,
} from '../../../../shared/contracts/exports';
import { exportColumns } from '../../../../shared/export-columns';
import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { CheckList } from '../../components/CheckList';
import { useText } from '../../components/useText';
import { ChangeDialog } from './ChangeDialog';
import { ExportProgress } from './ExportProgress';
import { useExport } from './useExport';
import type { DialogProps } from './VerbDialog';
import { useWhomToExport } from './WhomToExport';

interface FormatProps {
  value: ExportFormat;
  error: string | undefined;
  onChange: (value: ExportFormat) => void;
}

function FormatField({ value, error, onChange }: FormatProps) {
  const t = useText();
  return (
    <Field.Root error={error}>
      <Field.Label>{t('export.format')}</Field.Label>
      <Radio.Group
        aria-label={t('export.format')}
        value={value}
        onValueChange={(next: string) =>
          onChange(EXPORT_FORMATS.find((format) => format === next) ?? 'xlsx')
        }
      >
        {EXPORT_FORMATS.map((format) => (
          <Radio.Item key={format} value={format}>
            {t(`export.format.${format}`)}
          </Radio.Item>
        ))}
      </Radio.Group>
      <Field.Error />
    </Field.Root>
  );
}

/** The selection, or groups and views in its place, as a file with the columns that are wanted. */
export function ExportDialog({ chosen, onClose, returnFocus }: DialogProps) {
  const t = useText();
  const { toggleNotification } = useNotification();
  const { people, field } = useWhomToExport(chosen);
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  /** Those that were unticked: what is added to the columns later is exported, too. */
  const [left, setLeft] = useState<readonly string[]>([]);
  const fields = useGetCustomFieldsQuery(undefined);
  const options = exportColumns(fields.data ?? []).map(({ key, header }) => ({
    documentId: key,
    name: header,
  }));
  const columns = options.flatMap(({ documentId: key }) => (left.includes(key) ? [] : [key]));
  // One row is that of the headers.
  const isTooLong = format === 'xlsx' && people !== null && people.count >= SHEET_ROWS_MAX;
  const knownTotal = people?.isExact ? people.count : null;
  const download = useExport(() => {
    toggleNotification({ type: 'success', message: t('export.saved') });
    onClose();
  });

  return (
    <ChangeDialog
      title={
        people
          ? t(people.isExact ? 'export.title' : 'export.title-more', { count: people.count })
          : t('export.title-none')
      }
      confirmLabel={t('export.confirm')}
      isPointless={!people?.count || columns.length === 0 || isTooLong || fields.isLoading}
      isApplying={download.isApplying}
      isCancellable
      failure={download.failure}
      partly={null}
      onConfirm={() => {
        if (!people) return;
        const { selection } = people;
        void download.start({ selection, format, ...(left.length > 0 && { columns }) });
      }}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {download.isApplying ? (
        <ExportProgress {...download.progress} total={download.progress.total ?? knownTotal} />
      ) : (
        <>
          <Typography textColor="neutral800">{t('export.meaning')}</Typography>
          {field}
          <FormatField
            value={format}
            error={isTooLong ? t('export.too-long', { count: SHEET_ROWS_MAX - 1 }) : undefined}
            onChange={setFormat}
          />
          <Field.Root
            error={columns.length === 0 ? t('export.no-column') : undefined}
            hint={format === 'vcard' ? t('export.vcard-columns') : undefined}
          >
            <Field.Label>{t('export.columns')}</Field.Label>
            <CheckList
              label={t('export.columns')}
              searchLabel={t('export.search-columns')}
              options={options}
              isLoading={fields.isLoading}
              value={columns}
              onChange={(value) =>
                setLeft(
                  options.flatMap(({ documentId: key }) => (value.includes(key) ? [] : [key])),
                )
              }
              emptyText=""
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </>
      )}
    </ChangeDialog>
  );
}
