import type { ReactNode } from 'react';
import { CONTACT_FIELDS, type ContactField } from '../../../../shared/contact';
import type { ContactView } from '../../../../shared/contracts/contacts';
import type { CustomField } from '../../../../shared/custom-fields';
import { customColumn } from '../../../../shared/import-fields';
import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { FIELD_LABELS } from '../contact-form/field-labels';
import { FieldValueText } from '../custom-fields/FieldValueText';
import { EditableField } from './EditableField';
import { NumberLine } from './NumberLine';
import { Panel } from './Panel';
import { CategoryName, EmailLink, GroupNames, LongText } from './Values';

function shownValue(contact: ContactView, field: ContactField): ReactNode {
  const { category, groups, email, notes, secondaryContact } = contact;
  switch (field) {
    case 'name':
      return <LongText>{contact.name}</LongText>;
    case 'primaryContact':
      return <NumberLine phone={contact.primaryContact} />;
    case 'secondaryContact':
      return secondaryContact ? <NumberLine phone={secondaryContact} /> : null;
    case 'email':
      return email ? <EmailLink email={email} /> : null;
    case 'category':
      return category ? <CategoryName {...category} /> : null;
    case 'groups':
      return groups.length > 0 ? <GroupNames groups={groups} /> : null;
    case 'notes':
      return notes ? <LongText>{notes}</LongText> : null;
  }
}

interface Props {
  contact: ContactView;
  onSaved: () => void;
}

function shownCustomValue(field: CustomField, value: unknown): ReactNode {
  if (value === undefined || value === null) return null;
  if (field.type === 'long-text' && typeof value === 'string') return <LongText>{value}</LongText>;
  return <FieldValueText field={field} value={value} maxWidth="100%" />;
}

/** Every field of a contact, each edited where it stands. */
export function DetailsPanel({ contact, onSaved }: Props) {
  const t = useText();
  const may = usePermissions();
  const { data: customFields = [] } = useGetCustomFieldsQuery(undefined);
  return (
    <Panel title={t('contact.details')}>
      {CONTACT_FIELDS.map((field) => (
        <EditableField
          key={field}
          contact={contact}
          field={field}
          label={t(FIELD_LABELS[field])}
          canEdit={may.update}
          onSaved={onSaved}
        >
          {shownValue(contact, field)}
        </EditableField>
      ))}
      {customFields.map((definition) => (
        <EditableField
          key={definition.key}
          contact={contact}
          field={customColumn(definition.key)}
          definition={definition}
          label={definition.label}
          canEdit={may.update}
          onSaved={onSaved}
        >
          {shownCustomValue(definition, contact.customFields?.[definition.key])}
        </EditableField>
      ))}
    </Panel>
  );
}
