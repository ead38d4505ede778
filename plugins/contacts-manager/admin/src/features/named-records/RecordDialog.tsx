import { Field, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import type { NamedRecordView } from '../../../../shared/contracts/named-records';
import type { NamedRecordKind } from '../../api/named-records';
import { FormDialog } from '../../components/FormDialog';
import { NameField } from '../../components/NameField';
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
      <NameField
        name="name"
        label={t('groups.name')}
        value={values.name}
        problem={nameProblem ?? undefined}
        onChange={(name) => onChange({ name })}
      />
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

  return (
    <FormDialog
      title={t(record ? `${kind}.edit` : `${kind}.add`)}
      saveLabel={t(record ? 'groups.save' : `${kind}.add`)}
      isSaving={saving.isSaving}
      failure={saving.failure}
      onSave={() => void saving.save(values)}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <RecordFields
        kind={kind}
        values={values}
        nameProblem={saving.problem}
        onChange={handleChange}
      />
    </FormDialog>
  );
}
