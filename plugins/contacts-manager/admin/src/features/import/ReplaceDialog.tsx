import { Button, Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import type { ImportView } from '../../../../shared/contracts/imports';
import { isImportColumn, type ImportColumn } from '../../../../shared/import-fields';
import { FormDialog } from '../../components/FormDialog';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { useImportColumns } from './useImportColumns';
import { useReplaceAll } from './useReplaceAll';

interface FormProps {
  view: ImportView;
  /** Rows were changed, of any kind. */
  onReplaced: () => void;
  onClose: () => void;
  returnFocus: () => void;
}

function ReplaceForm({ view, onReplaced, onClose, returnFocus }: FormProps) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const { columns, labelOf } = useImportColumns(Object.keys(view.mapping).filter(isImportColumn));
  const [field, setField] = useState<ImportColumn>('primaryContact');
  const [find, setFind] = useState('');
  const [replacement, setReplacement] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { run, stop, changed } = useReplaceAll(view.id, onReplaced);
  const findField = useRef<HTMLInputElement>(null);

  const save = async () => {
    if (find === '') {
      setMissing(true);
      findField.current?.focus();
      return;
    }
    const outcome = await run({ field, find, replace: replacement, as: 'text' });
    if (outcome.error !== undefined) {
      setFailure(failureText(outcome.error));
      return;
    }
    toggleNotification({
      type: outcome.changed > 0 ? 'success' : 'warning',
      message: t('import.replace.done', { rows: outcome.changed }),
    });
    if (outcome.changed > 0) onClose();
  };

  return (
    <FormDialog
      title={t('import.replace.title')}
      saveLabel={t('import.replace.submit')}
      isSaving={changed !== null}
      failure={failure}
      onSave={() => void save()}
      onClose={() => {
        stop();
        onClose();
      }}
      returnFocus={returnFocus}
    >
      <Field.Root name="field">
        <Field.Label>{t('import.replace.column')}</Field.Label>
        <SingleSelect
          value={field}
          onChange={(value) => {
            if (isImportColumn(value)) setField(value);
          }}
        >
          {columns.map((column) => (
            <SingleSelectOption key={column} value={column}>
              {labelOf(column)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root
        name="find"
        required
        hint={t('import.replace.find.hint')}
        error={isMissing && find === '' ? t('import.replace.find.missing') : false}
      >
        <Field.Label>{t('import.replace.find')}</Field.Label>
        <TextInput
          ref={findField}
          value={find}
          dir="auto"
          onChange={(event) => setFind(event.target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Field.Root name="replacement" hint={t('import.replace.with.hint')}>
        <Field.Label>{t('import.replace.with')}</Field.Label>
        <TextInput
          value={replacement}
          dir="auto"
          onChange={(event) => setReplacement(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
    </FormDialog>
  );
}

/** Find and replace in one column of the file that is being reviewed. */
export function ReplaceButton({ view, onReplaced }: Pick<FormProps, 'view' | 'onReplaced'>) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={button} variant="tertiary" onClick={() => setOpen(true)}>
        {t('import.replace.title')}
      </Button>
      {isOpen ? (
        <ReplaceForm
          view={view}
          onReplaced={onReplaced}
          onClose={() => setOpen(false)}
          returnFocus={() => button.current?.focus()}
        />
      ) : null}
    </>
  );
}
