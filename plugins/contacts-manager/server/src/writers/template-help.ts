import type { CustomField, FieldType } from '../../../shared/custom-fields';
import {
  customColumn,
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type ImportColumn,
  type ImportField,
} from '../../../shared/import-fields';
import { NO, writeFieldCell, YES } from '../domain/custom-fields/cells';
import { joinGroups } from '../domain/import/groups-cell';

/** What the second sheet says of each column. */
const COLUMN_HELP: Record<ImportField, { text: string; example: string; width: number }> = {
  name: {
    text: 'The name as it should stand in Contacts, up to 255 characters.',
    example: 'Asha Rao',
    width: 34,
  },
  category: {
    text: 'One category. Choose one from the list, or write a new one: it is created when you confirm.',
    example: 'Student',
    width: 18,
  },
  primaryContact: {
    text: 'The main phone number with + and the country code. Spaces and dashes do not matter. Each number can belong to one contact only.',
    example: '+1 202 555 0143',
    width: 22,
  },
  secondaryContact: {
    text: 'A second phone number, written in the same way and different from the first.',
    example: '+1 202 555 0178',
    width: 22,
  },
  email: { text: 'One e-mail address.', example: 'asha.rao@example.com', width: 28 },
  groups: {
    text: 'Any number of groups, separated by commas. Put a name that has a comma of its own in quotation marks: "Pickup, North". New groups are created when you confirm.',
    example: 'Newsletter, Evening course',
    width: 34,
  },
  notes: {
    text: 'Anything worth knowing, up to 10,000 characters.',
    example: 'Prefers messages in the evening',
    width: 34,
  },
};

export const GENERAL_HELP = [
  'Fill in the sheet "Contacts", one row for each person, and upload the file under Contacts › + Add Contact › Excel.',
  'Nothing is saved when you upload: first you see what is new, what is already in Contacts and which rows have problems.',
  'Keep the first row with the column names. The example row below it is never imported; you may leave it or delete it.',
  'Blank rows are left out. A blank cell never erases what is already in Contacts.',
  'Whether a contact is active, archived or blocked is not changed by an import.',
];

/** A column of the template: how it looks, what fills it, and what the second sheet says of it. */
export interface TemplateColumn {
  column: ImportColumn;
  header: string;
  required: boolean;
  text: string;
  example: string;
  width: number;
  /** Without it a spreadsheet turns what is typed into a number or date of its own and drops signs and digits. */
  isText: boolean;
  /** What a drop-down offers. */
  choices: string[];
  /** Nothing else than the choices can be entered. */
  isClosed: boolean;
}

const isPhone = (field: ImportField): boolean =>
  field === 'primaryContact' || field === 'secondaryContact';

/** The template's own columns, then the custom fields. */
export const templateColumns = ({
  categories,
  customFields,
}: {
  categories: string[];
  customFields: CustomField[];
}): TemplateColumn[] => [
  ...IMPORT_FIELD_NAMES.map((field) => ({
    column: field,
    ...IMPORT_FIELDS[field],
    ...COLUMN_HELP[field],
    isText: isPhone(field),
    choices: field === 'category' ? categories : [],
    // Other names are welcome: the review offers to create them.
    isClosed: false,
  })),
  ...customFields.map(customFieldColumn),
];

const TYPE_HELP: Record<FieldType, { text: string; example: string; width: number }> = {
  text: { text: 'Text on one line, up to 1,000 characters.', example: 'Text', width: 24 },
  'long-text': { text: 'Text, up to 10,000 characters.', example: 'Text', width: 34 },
  number: { text: 'A number with a point before decimals.', example: '12.5', width: 14 },
  'yes-no': { text: `${YES} or ${NO}.`, example: YES, width: 14 },
  date: { text: 'A date as year-month-day.', example: '2026-03-31', width: 14 },
  choice: { text: 'One of these:', example: '', width: 22 },
  choices: {
    text: 'Any of these, separated by commas. Put an option that has a comma of its own in quotation marks:',
    example: '',
    width: 30,
  },
  email: { text: 'One e-mail address.', example: 'asha.rao@example.com', width: 28 },
  link: {
    text: 'A web address that starts with http:// or https://.',
    example: 'https://example.com',
    width: 30,
  },
};

function customFieldColumn(field: CustomField): TemplateColumn {
  const { key, label, type, options, required, help, defaultValue } = field;
  const about = TYPE_HELP[type];
  const listed = joinGroups(options);
  const sentences = [
    help,
    listed ? `${about.text} ${listed}.` : about.text,
    defaultValue === null
      ? null
      : `New contacts get "${writeFieldCell(field, defaultValue)}" when it is blank.`,
  ];
  return {
    column: customColumn(key),
    header: label,
    required: required && defaultValue === null,
    text: sentences.filter(Boolean).join(' '),
    example: about.example || exampleOf(field),
    width: about.width,
    isText: type !== 'yes-no' && type !== 'choice',
    choices: type === 'yes-no' ? [YES, NO] : type === 'choice' ? options : [],
    isClosed: true,
  };
}

const exampleOf = ({ type, options }: CustomField): string =>
  type === 'choices' ? joinGroups(options.slice(0, 2)) : (options[0] ?? '');
