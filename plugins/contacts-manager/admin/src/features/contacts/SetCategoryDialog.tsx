import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';
import { usePreviewBulkQuery } from '../../api/contacts';
import { useGetNamedRecordsQuery } from '../../api/named-records';
import { useText } from '../../components/useText';
import { ChangeDialog } from './ChangeDialog';
import { countOf, Impact } from './Impact';
import { useBulkChange } from './useBulkChange';
import type { DialogProps } from './VerbDialog';

/** No documentId, so that "no category" can be chosen like the others. */
const NONE = '-';

/** Gives contacts one category, or takes theirs away. */
export function SetCategoryDialog({ chosen, onDone, onClose, returnFocus }: DialogProps) {
  const t = useText();
  const [choice, setChoice] = useState('');
  const [isTried, setTried] = useState(false);
  const { data: categories = [] } = useGetNamedRecordsQuery({ kind: 'categories' });
  const { selection, contacts } = chosen;
  const category = choice === NONE ? null : choice;
  const preview = usePreviewBulkQuery(
    { action: 'set-category', selection, category },
    { skip: choice === '' },
  );
  const change = useBulkChange('set-category', onDone);
  const count = countOf(chosen, preview.data);

  const confirm = () => {
    setTried(true);
    if (choice !== '') void change.apply({ selection, category });
  };

  return (
    <ChangeDialog
      title={t('dialog.set-category.title', { count, name: contacts[0]?.name ?? '' })}
      confirmLabel={t('verb.set-category')}
      isPointless={choice !== '' && preview.currentData?.applied === 0}
      onConfirm={confirm}
      onClose={change.partly ? onDone : onClose}
      returnFocus={returnFocus}
      {...change}
    >
      <Field.Root
        required
        hint={t('dialog.set-category.hint')}
        error={isTried && choice === '' ? t('dialog.set-category.none-chosen') : undefined}
      >
        <Field.Label>{t('column.category')}</Field.Label>
        <SingleSelect
          value={choice}
          placeholder={t('form.choose-category')}
          onChange={(value) => setChoice(String(value))}
        >
          {categories.map(({ documentId, name }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {name}
            </SingleSelectOption>
          ))}
          <SingleSelectOption value={NONE}>{t('dialog.set-category.none')}</SingleSelectOption>
        </SingleSelect>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      {choice === '' ? null : <Impact verb="set-category" preview={preview} />}
    </ChangeDialog>
  );
}
