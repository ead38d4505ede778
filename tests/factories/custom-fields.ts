import type { CustomField } from '../../plugins/contacts-manager/shared/custom-fields';

/** A text field that nobody has to fill in, unless told otherwise. Label and document are named after the key. */
export const customField = (key: string, more: Partial<CustomField> = {}): CustomField => ({
  documentId: `doc-${key}`,
  key,
  label: key.charAt(0).toUpperCase() + key.slice(1),
  type: 'text',
  options: [],
  required: false,
  help: null,
  defaultValue: null,
  position: 0,
  ...more,
});
