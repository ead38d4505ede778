import type { ContactField } from '../../../../shared/contact';
import type { TextKey } from '../../components/useText';

/** The names of the fields, as the form has them. */
export const FIELD_LABELS = {
  name: 'column.name',
  primaryContact: 'column.primaryContact',
  category: 'column.category',
  email: 'form.email',
  secondaryContact: 'column.secondaryContact',
  groups: 'form.groups',
  notes: 'form.notes',
} as const satisfies Record<ContactField, TextKey>;
