import { Button, Flex } from '@strapi/design-system';
import { useEffect, useRef, type FormEvent, type KeyboardEvent } from 'react';
import type { ContactView } from '../../../../shared/contracts/contacts';
import type { CustomField } from '../../../../shared/custom-fields';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';
import type { EntryField } from '../contact-form/entries';
import { FieldInput } from './FieldInput';
import { useInPlaceEdit } from './useInPlaceEdit';

const INPUT = 'input, textarea, [role="combobox"], button';

interface Props {
  contact: ContactView;
  field: EntryField;
  definition: CustomField | undefined;
  label: string;
  /** Saved, or nothing to save. */
  onDone: () => void;
  onCancel: () => void;
}

/** One field as an input, with Save and Cancel; Escape cancels, Enter saves what is one line. */
export function InPlaceForm({ contact, field, definition, label, onDone, onCancel }: Props) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const edit = useInPlaceEdit({ contact, field, definition, onDone });

  useEffect(() => {
    form.current?.querySelector<HTMLElement>(INPUT)?.focus();
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (edit.isSaving || (await edit.save())) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const cancelOnEscape = (event: KeyboardEvent) => {
    // React tells of keys in lists and dialogs too that this field has opened elsewhere on the page.
    const isHere = event.target instanceof Element && form.current?.contains(event.target);
    const closesList =
      event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Escape' && isHere && !closesList) onCancel();
  };

  return (
    <>
      <form
        ref={form}
        data-in-place
        noValidate
        aria-label={t('edit.field', { field: label })}
        onSubmit={(event) => void submit(event)}
        onKeyDown={cancelOnEscape}
      >
        <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3} paddingBottom={3}>
          {edit.failure === null ? null : <Notice tone="danger">{edit.failure}</Notice>}
          <FieldInput
            field={field}
            definition={definition}
            label={label}
            entry={edit.entry}
            problem={edit.problem}
            defaultCountry={edit.defaultCountry}
            onChange={edit.change}
            onFinish={edit.showProblem}
          />
          <Flex gap={2}>
            <Button type="submit" size="S" loading={edit.isSaving}>
              {t('form.save')}
            </Button>
            <Button variant="tertiary" size="S" onClick={onCancel}>
              {t('action.cancel')}
            </Button>
          </Flex>
        </Flex>
      </form>
      {edit.dialog}
    </>
  );
}
