import { Button, Flex, Modal } from '@strapi/design-system';
import { useRef, useState, type FormEvent } from 'react';
import type { CustomField } from '../../../../shared/custom-fields';
import { useGetFieldUsageQuery } from '../../api/custom-fields';
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
const focusProblem = (form: HTMLFormElement | null) =>
  setTimeout(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (field ?? form?.querySelector<HTMLElement>('[role="alert"]'))?.focus();
  }, 0);

/** Adds or edits a custom field. */
export function DefinitionDialog({ field, onClose, returnFocus }: Props) {
  const t = useText();
  const [form, setForm] = useState<DefinitionForm>(() =>
    field ? formOf(field) : EMPTY_DEFINITION,
  );
  const saving = useDefinitionSaving({ field, onSaved: onClose });
  const element = useRef<HTMLFormElement>(null);

  const handleChange = (change: Partial<DefinitionForm>) => {
    setForm((before) => ({ ...before, ...change }));
    for (const attribute of Object.keys(EMPTY_DEFINITION) as (keyof DefinitionForm)[]) {
      if (attribute in change) saving.clear(attribute);
    }
  };
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    // A dialog is part of the page's tree even where it is drawn elsewhere.
    event.stopPropagation();
    if (saving.isSaving) return;
    if (!(await saving.save(form))) focusProblem(element.current);
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && !saving.isSaving && onClose()}>
      <Modal.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        <form ref={element} onSubmit={(event) => void handleSubmit(event)} noValidate>
          <Modal.Header closeLabel={t('action.close')}>
            <Modal.Title>{t(field ? 'fields.edit' : 'fields.add')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {saving.failure === null ? null : <Notice tone="danger">{saving.failure}</Notice>}
              <DefinitionFields
                form={form}
                problems={saving.problems}
                isNew={field === undefined}
                onChange={handleChange}
              />
              {field ? <RemovedOptions field={field} form={form} /> : null}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose} disabled={saving.isSaving}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t(field ? 'fields.save' : 'fields.add')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
