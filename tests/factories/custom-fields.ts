import type { CustomField, FieldType } from '../../plugins/contacts-manager/shared/custom-fields';
import type { TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

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

const FIELDS = '/contacts-manager/custom-fields';

/** A field of a running installation, made by somebody who may change settings. */
export const defineField = async (owner: Client, field: object): Promise<CustomField> =>
  (await owner.post(FIELDS, field).expect(201)).body.data;

/** For `beforeEach`: as if there had never been a field, nor a contact. */
export async function removeFieldsAndContacts({ knex }: TestApp): Promise<void> {
  await knex('contacts').delete();
  await knex('contact_custom_fields').delete();
  await knex('contact_custom_field_keys').delete();
}

/** A field of one type, and what becomes of what is written there. */
interface FieldCase {
  type: FieldType;
  options?: string[];
  sent: unknown;
  stored: unknown;
  cell: string;
  wrong: unknown;
  wrongCell: string;
  code: string;
}
/** One field of each type. */
export const FIELD_CASES: Record<string, FieldCase> = {
  company: {
    ...{ type: 'text', sent: ' Rao & Co ', stored: 'Rao & Co', cell: 'Rao & Co' },
    ...{ wrong: 5, wrongCell: 'two\nlines', code: 'value.invalid' },
  },
  story: {
    ...{ type: 'long-text', sent: 'one\r\ntwo', stored: 'one\ntwo', cell: 'one\ntwo' },
    ...{ wrong: 'x'.repeat(10_001), wrongCell: 'x'.repeat(10_001), code: 'field.too-long' },
  },
  score: {
    ...{ type: 'number', sent: '7.5', stored: 7.5, cell: '7.5' },
    ...{ wrong: 'many', wrongCell: 'many', code: 'field.number' },
  },
  vip: {
    ...{ type: 'yes-no', sent: true, stored: true, cell: 'yes' },
    ...{ wrong: 'perhaps', wrongCell: 'perhaps', code: 'field.yes-no' },
  },
  born: {
    ...{ type: 'date', sent: '2000-02-29', stored: '2000-02-29', cell: '2000-02-29' },
    ...{ wrong: '2001-02-29', wrongCell: '29.2.2000', code: 'field.date' },
  },
  size: {
    ...{ type: 'choice', options: ['S', 'M'], sent: 'M', stored: 'M', cell: 'm' },
    ...{ wrong: 'XL', wrongCell: 'XL', code: 'field.choice' },
  },
  drinks: {
    ...{ type: 'choices', options: ['Tea', 'Coffee, black'], cell: '"Coffee, black", tea' },
    ...{ sent: ['Coffee, black', 'Tea'], stored: ['Tea', 'Coffee, black'] },
    ...{ wrong: ['Tea', 'Beer'], wrongCell: 'Tea, Beer', code: 'field.choice' },
  },
  office: {
    ...{ type: 'email', sent: 'Asha@Example.com', stored: 'asha@example.com' },
    ...{ cell: 'Asha@Example.com', wrong: 'asha', wrongCell: 'asha', code: 'email.invalid' },
  },
  site: {
    ...{ type: 'link', sent: 'https://example.com', stored: 'https://example.com' },
    ...{ cell: 'https://example.com', wrong: 'javascript:alert(1)' },
    ...{ wrongCell: 'example.com', code: 'field.link' },
  },
};
export const FIELD_KEYS = Object.keys(FIELD_CASES);
/** One column of the table, by the fields' keys. */
export const column = <Name extends keyof FieldCase>(name: Name): Record<string, FieldCase[Name]> =>
  Object.fromEntries(Object.entries(FIELD_CASES).map(([key, one]) => [key, one[name]]));
