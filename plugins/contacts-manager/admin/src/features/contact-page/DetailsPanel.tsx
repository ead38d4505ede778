import { IconButton } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { CONTACT_FIELDS, type ContactField } from '../../../../shared/contact';
import type { ContactView } from '../../../../shared/contracts/contacts';
import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { editPath } from '../../components/contact-paths';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { FIELD_LABELS } from '../contact-form/field-labels';
import type { ReturnState } from '../contact-form/useReturnTo';
import { FieldValueText } from '../custom-fields/FieldValueText';
import { EditableField } from './EditableField';
import { FieldRow } from './FieldRow';
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
  /** For the way back from the form. */
  formState: ReturnState;
}

/** Custom fields are read here and edited in the form, which has their inputs. */
function CustomFields({ contact, formState }: Pick<Props, 'contact' | 'formState'>) {
  const t = useText();
  const may = usePermissions();
  const { data: fields = [] } = useGetCustomFieldsQuery(undefined);
  return fields.map((field) => {
    const value = contact.customFields?.[field.key];
    return (
      <FieldRow
        key={field.key}
        label={field.label}
        action={
          may.update ? (
            <IconButton
              variant="ghost"
              tag={RouterLink}
              to={editPath(contact.documentId)}
              state={formState}
              label={t('edit.field', { field: field.label })}
            >
              <Pencil aria-hidden />
            </IconButton>
          ) : undefined
        }
      >
        {value === undefined || value === null ? null : (
          <FieldValueText field={field} value={value} maxWidth="100%" />
        )}
      </FieldRow>
    );
  });
}

/** Every field of a contact, each edited where it stands. */
export function DetailsPanel({ contact, onSaved, formState }: Props) {
  const t = useText();
  const may = usePermissions();
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
      <CustomFields contact={contact} formState={formState} />
    </Panel>
  );
}
