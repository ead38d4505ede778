import { IconButton } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ContactView } from '../../../../shared/contracts/contacts';
import type { CustomField } from '../../../../shared/custom-fields';
import { useText } from '../../components/useText';
import type { EntryField } from '../contact-form/entries';
import { FieldRow } from './FieldRow';
import { InPlaceForm } from './InPlaceForm';

interface Props {
  contact: ContactView;
  field: EntryField;
  /** Of a custom field. */
  definition?: CustomField;
  label: string;
  canEdit: boolean;
  onSaved: () => void;
  /** The value as it is read; null when there is none. */
  children: ReactNode;
}

/** A field that is read, and edited where it stands. */
export function EditableField(props: Props) {
  const { contact, field, definition, label, canEdit, onSaved, children } = props;
  const t = useText();
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !isEditing) button.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  if (isEditing) {
    return (
      <InPlaceForm
        contact={contact}
        field={field}
        definition={definition}
        label={label}
        onDone={() => {
          setEditing(false);
          onSaved();
        }}
        onCancel={() => setEditing(false)}
      />
    );
  }
  return (
    <FieldRow
      label={label}
      action={
        canEdit ? (
          <IconButton
            ref={button}
            variant="ghost"
            label={t('edit.field', { field: label })}
            onClick={() => setEditing(true)}
          >
            <Pencil aria-hidden />
          </IconButton>
        ) : undefined
      }
    >
      {children}
    </FieldRow>
  );
}
