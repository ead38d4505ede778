import { useState } from 'react';
import type { CustomField } from '../../../../shared/custom-fields';
import { useGetFieldUsageQuery } from '../../api/custom-fields';
import { FormDialog } from '../../components/FormDialog';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';
import { EMPTY_DEFINITION, formOf, optionsIn, type DefinitionForm } from './definition-form';
import { DefinitionFields } from './DefinitionFields';
import { useDefinitionSaving } from './useDefinitionSaving';

interface Props {
  /** Undefined to add one. */
  field: CustomField | undefined;
  onClose: () => void;
  returnFocus: () => void;
}

/** Whom it touches that options are taken away. */
function RemovedOptions({ field, form }: { field: CustomField; form: DefinitionForm }) {
  const t = useText();
  const kept = optionsIn(form);
  const removed = field.options.filter((option) => !kept.includes(option));
  const { data } = useGetFieldUsageQuery(field.documentId, { skip: removed.length === 0 });
  if (!data || removed.length === 0) return null;
  const count = removed.reduce((sum, option) => sum + (data.options[option] ?? 0), 0);
  return (
    <Notice tone={count > 0 ? 'warning' : 'info'}>{t('fields.options.removed', { count })}</Notice>
  );
}

/** Waits for the problems to be drawn, then goes to the first field that has one, else to the message. */
const focusProblem = (form: HTMLFormElement) =>
  setTimeout(() => {
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    (field ?? form.querySelector<HTMLElement>('[role="alert"]'))?.focus();
  }, 0);

/** Adds or edits a custom field. */
export function DefinitionDialog({ field, onClose, returnFocus }: Props) {
  const t = useText();
  const [form, setForm] = useState<DefinitionForm>(() =>
    field ? formOf(field) : EMPTY_DEFINITION,
  );
  const saving = useDefinitionSaving({ field, onSaved: onClose });

  const handleChange = (change: Partial<DefinitionForm>) => {
    setForm((before) => ({ ...before, ...change }));
    for (const attribute of Object.keys(EMPTY_DEFINITION) as (keyof DefinitionForm)[]) {
      if (attribute in change) saving.clear(attribute);
    }
  };
  const handleSave = async (element: HTMLFormElement) => {
    if (!(await saving.save(form))) focusProblem(element);
  };

  return (
    <FormDialog
      title={t(field ? 'fields.edit' : 'fields.add')}
      saveLabel={t(field ? 'fields.save' : 'fields.add')}
      isSaving={saving.isSaving}
      failure={saving.failure}
      onSave={(element) => void handleSave(element)}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <DefinitionFields
        form={form}
        problems={saving.problems}
        isNew={field === undefined}
        onChange={handleChange}
      />
      {field ? <RemovedOptions field={field} form={form} /> : null}
    </FormDialog>
  );
}
