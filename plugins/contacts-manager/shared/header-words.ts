import type { CustomField } from './custom-fields';
import {
  customColumn,
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type ImportColumn,
  type ImportField,
} from './import-fields';
import { fold, nameKey } from './text';

/** Other words for our columns, as `headerKey` spells them. The template's own headers always win. */
export const SYNONYMS: Record<ImportField, string[]> = {
  name: [
    'fullname',
    'contactname',
    'displayname',
    'customername',
    'studentname',
    'contact',
    'nombre',
  ],
  category: ['contacttype', 'contactcategory', 'type', 'kategorie', 'categoria', 'categorie'],
  primaryContact: [
    ...['primaryphone', 'primarynumber', 'primarycontactnumber', 'primaryphonenumber'],
    ...['primarymobile', 'phone', 'phonenumber', 'phoneno', 'phone1', 'mobile', 'mobilenumber'],
    ...['mobileno', 'mobilephone', 'mobile1', 'cell', 'cellphone', 'telephone', 'tel', 'telefon'],
    ...['telefono', 'telefone', 'whatsapp', 'whatsappnumber', 'whatsappno', 'contactnumber'],
    'contactno',
  ],
  secondaryContact: [
    ...['secondaryphone', 'secondarynumber', 'secondarycontactnumber', 'secondaryphonenumber'],
    ...['secondarymobile', 'alternatenumber', 'alternativenumber', 'alternatephone', 'otherphone'],
    ...['alternatecontact', 'phone2', 'mobile2', 'secondphone', 'secondnumber'],
  ],
  email: ['emailaddress', 'emailid', 'mail', 'mailaddress', 'correo', 'emailadresse'],
  groups: ['group', 'groupassignment', 'contactgroups', 'tags', 'labels', 'gruppen', 'grupos'],
  notes: ['note', 'remarks', 'remark', 'comment', 'comments', 'bemerkung', 'notas'],
};

/** `E-Mail `, `e_mail` and `Émail` are one header. One of signs alone, such as `#`, is itself. */
export const headerKey = (header: string): string =>
  fold(header).replace(/[^\p{L}\p{M}\p{N}]/gu, '') || nameKey(header);

/** Columns of an export that an import leaves alone. */
const EXPORTED_ONLY = [
  ...['status', 'statusreason', 'statuschanged', 'statuschangedat', 'source'],
  ...['createdat', 'created', 'updatedat', 'updated', 'lastinteractionat'],
];

/** Whether a column with this header is one of the product's own, so that no custom field may be called so. */
export function isOwnHeader(header: string): boolean {
  const key = headerKey(header);
  return (
    EXPORTED_ONLY.includes(key) ||
    IMPORT_FIELD_NAMES.some(
      (field) => headerKey(IMPORT_FIELDS[field].header) === key || SYNONYMS[field].includes(key),
    )
  );
}

/** The field that a column with this header stands for, by the template's header or another word for it. */
export function fieldOfHeader(header: string): ImportField | null {
  const key = headerKey(header);
  const isOwn = (field: ImportField) => headerKey(IMPORT_FIELDS[field].header) === key;
  return (
    IMPORT_FIELD_NAMES.find(isOwn) ??
    IMPORT_FIELD_NAMES.find((field) => SYNONYMS[field].includes(key)) ??
    null
  );
}

/** The same, or the custom field that has the header for its label, else for its key. */
export function columnOfHeader(
  header: string,
  fields: readonly Pick<CustomField, 'key' | 'label'>[],
): ImportColumn | null {
  const own = fieldOfHeader(header);
  if (own) return own;
  const word = headerKey(header);
  const field =
    fields.find(({ label }) => headerKey(label) === word) ??
    fields.find(({ key }) => headerKey(key) === word);
  return field ? customColumn(field.key) : null;
}
