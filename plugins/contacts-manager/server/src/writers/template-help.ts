import type { ImportField } from '../../../shared/import-fields';

/** What the second sheet says of each column. */
export const COLUMN_HELP: Record<ImportField, { text: string; example: string; width: number }> = {
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
