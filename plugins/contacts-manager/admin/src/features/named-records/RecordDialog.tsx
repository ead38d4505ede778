import { Button, Field, Flex, Modal, Textarea, TextInput } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import type { NamedRecordView } from '../../../../shared/contracts/named-records';
import type { NamedRecordKind } from '../../api/named-records';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';
import { ColorField } from './ColorField';
import { useRecordSaving } from './useRecordSaving';

interface Values {
  name: string;
  description: string;
  color: string | null;
}

interface FieldsProps {
  kind: NamedRecordKind;
  values: Values;
  nameProblem: string | null;
  onChange: (change: Partial<Values>) => void;
}

const DESCRIPTION_MAX = 1_000;

/** Name, what it is for, colour. */
function RecordFields({ kind, values, nameProblem, onChange }: FieldsProps) {
  const t = useText();
  return (
    <>
      <Field.Root name="name" required error={nameProblem ?? undefined}>
        <Field.Label>{t('groups.name')}</Field.Label>
        <TextInput
          dir="auto"
          autoFocus
          autoComplete="off"
          value={values.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="description" hint={t(`${kind}.description.hint`)}>
        <Field.Label>{t('groups.description')}</Field.Label>
        <Textarea
          dir="auto"
          maxLength={DESCRIPTION_MAX}
          value={values.description}
          onChange={(event) => onChange({ description: event.target.value })}
        />
        <Field.Hint />
      </Field.Root>
      <ColorField value={values.color} onChange={(color) => onChange({ color })} />
    </>
  );
}

interface Props {
  kind: NamedRecordKind;
  /** Undefined to add one. */
  record: NamedRecordView | undefined;
  onClose: () => void;
  returnFocus: () => void;
}

/** Adds or edits a group or category. */
export function RecordDialog({ kind, record, onClose, returnFocus }: Props) {
  const t = useText();
  const [values, setValues] = useState<Values>({
    name: record?.name ?? '',
    description: record?.description ?? '',
    color: record?.color ?? null,
  });
  const saving = useRecordSaving({ kind, record, onSaved: onClose });

  const handleChange = (change: Partial<Values>) => {
    setValues((before) => ({ ...before, ...change }));
    if (change.name !== undefined) saving.clearProblem();
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isSaving) void saving.save(values);
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && !saving.isSaving && onClose()}>
      <Modal.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        <form onSubmit={handleSubmit} noValidate>
          <Modal.Header closeLabel={t('action.close')}>
            <Modal.Title>{t(record ? `${kind}.edit` : `${kind}.add`)}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {saving.failure === null ? null : <Notice tone="danger">{saving.failure}</Notice>}
              <RecordFields
                kind={kind}
                values={values}
                nameProblem={saving.problem}
                onChange={handleChange}
              />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose} disabled={saving.isSaving}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t(record ? 'groups.save' : `${kind}.add`)}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
