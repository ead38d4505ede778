/**
 * Every code a refusal can carry, over REST, GraphQL, the admin API and in import rows.
 * The sentence is what a person reads when no translation is at hand: it says what to do.
 */
export const ERRORS = {
  'name.invalid': 'Enter a name of 1 to 255 characters without control characters.',
  'name.taken': 'This name is already used. Choose another one.',
  'email.invalid': 'Enter a valid e-mail address, such as asha@example.com.',
  'phone.required': 'Enter a phone number with country code.',
  'phone.invalid': 'This is not a valid phone number. Check the country code and the digits.',
  'phone.country-code-missing': 'Start the number with + and the country code, such as +91.',
  'phone.truncated':
    'The spreadsheet has shortened this number. Format the column as text and enter it again.',
  'phone.several':
    'The cell has more than one number. Leave one here, move another to Secondary Contact and the rest to Notes.',
  'phone.extension': 'An extension cannot be stored. Take it out, or move it to Notes.',
  'phone.taken': 'This number already belongs to another contact.',
  'phone.repeated': 'This number is used more than once here. Keep it in one place only.',
  'phone.same-as-primary': 'The secondary number must differ from the primary number.',
  'notes.invalid': 'Notes can have up to 10,000 characters.',
  'value.invalid': 'This value is not accepted here.',
  'field.required': 'This field needs a value.',
  'field.unknown': 'There is no custom field with this key.',
  'field.too-long': 'This text is too long.',
  'field.number': 'Enter a number.',
  'field.yes-no': 'Choose yes or no.',
  'field.date': 'Enter a date as year-month-day, such as 2026-03-31.',
  'field.choice': 'Choose one of the options of this field.',
  'field.link': 'Enter a web address that starts with http:// or https://.',
  'field.not-found': 'This custom field does not exist any more.',
  'field.label-taken': 'Another column or custom field has this name already. Choose another one.',
  'field.key-taken': 'This key belongs to another custom field. Choose another one.',
  'field.options': 'Give at least one option, each only once.',
  'field.too-many': 'There can be up to 100 custom fields. Delete one that nobody uses.',
  'status.transition': 'A contact with this status cannot make this change.',
  'status.reason-required': 'Enter a reason for blocking.',
  'status.reason-invalid': 'A reason can have up to 1,000 characters.',
  'status.direct-write':
    'This value cannot be written directly. Use archive, activate, block or unblock.',
  'contact.not-found': 'This contact does not exist any more.',
  'contact.changed-meanwhile':
    'Somebody else changed the same fields since you opened this contact. Nothing was saved.',
  'note.empty': 'Write something before you save the note.',
  'note.not-found': 'This note does not exist any more.',
  'contact.delete-unavailable':
    'Contacts cannot be deleted this way. Move them to the bin in Contacts.',
  'contact.delete-active':
    'Active contacts cannot be moved to the bin. Archive or block the contact first.',
  'contact.not-in-bin': 'This contact is not in the bin any more.',
  'merge.value': 'Choose one of the two values.',
  'merge.same': 'Choose two different ones to merge.',
  'category.not-found': 'This category does not exist any more.',
  'category.unknown': 'This category does not exist.',
  'group.not-found': 'This group does not exist any more.',
  'group.unknown': 'This group does not exist.',
  'groups.invalid': 'Separate groups with commas and close every quotation mark.',
  'bulk.unsupported': 'This change cannot be made to many contacts at once.',
  'write.unsupported':
    'Contacts cannot be changed this way. Save them one by one, or use the Contacts screens.',
  'conflict.retry': 'Somebody else changed the same data. Try again.',
  'database.no-room':
    'The server has no room left to save anything. Nothing was changed. Tell whoever runs the server.',
  'request.invalid': 'The request is not in the expected form.',
  'file.missing': 'Choose an Excel, CSV or vCard file.',
  'file.unsupported':
    'Use an Excel workbook (.xlsx), a CSV file or contact cards (.vcf). Open another kind of file, such as .xls, .ods or .numbers, in its own program and save it as .xlsx or CSV.',
  'file.encrypted': 'The file is protected with a password. Remove the password and try again.',
  'file.corrupt': 'The file is damaged. Save it again in the program that wrote it and try again.',
  'file.too-complex':
    'The file holds more than a contact list can. Copy the rows to a new workbook.',
  'file.too-large':
    'The file is larger than an import may have: 100 MB unless the settings say otherwise. Split it into smaller files.',
  'file.too-many-rows':
    'The file has more rows than an import may have: 1,000,000 unless the settings say otherwise. Split it into smaller files.',
  'file.no-room':
    'The server has no room for the file at the moment. Try again later, or tell whoever runs the server.',
  'file.no-rows': 'The file has no rows with contacts.',
  'file.missing-column':
    'The file lacks the columns Name and Primary Contact. Download the template to see them.',
  'sheet.not-found': 'The file has no sheet of this name that shows and has rows.',
  'header-row.not-found':
    'There is nothing in this row. Choose the row that names the columns, among the first rows of the sheet.',
  'file.encoding': 'The text encoding of the file is not readable. Save it as UTF-8.',
  'file.parser-crashed':
    'The file could not be read. Save it again in your spreadsheet program, or split it into smaller files.',
  'file.out-of-memory':
    'Reading the file needs more memory than an import may use. Split it into smaller files, or ask for a higher limit under Settings → Contacts.',
  'file.out-of-time':
    'Reading the file took longer than an import may take. Split it into smaller files, or ask for a higher limit under Settings → Contacts.',
  'import.not-found': 'This import does not exist any more.',
  'import.row-not-found': 'The import has no such row.',
  'import.file-gone': 'The file of this import is not kept any more.',
  'import.changed':
    'Somebody has changed this import since you looked at it. Look at its rows again, then confirm.',
  'import.state': 'The import is not at a step that allows this.',
  'import.interrupted':
    'The import stopped because of a fault of the server. Import the file again: people who are in already are skipped.',
  'undo.running': 'This change is still being made. Wait for it, or cancel it, and try again.',
  'undo.expired': 'This change is too old to be undone.',
  'undo.done': 'This change has been undone already.',
  'undo.nothing': 'This change changed no contact, so there is nothing to undo.',
  'undo.changed-since': 'This contact was changed again since and keeps its newer values.',
  'sort.too-many':
    'By this column up to 50,000 contacts can be sorted. Narrow the list first, with a filter or a search.',
  'undo.together': 'This contact and the one it was merged with can only be taken back together.',
  'view.not-found': 'This view does not exist any more.',
  'view.nested': 'A view that is used as a group cannot hold other views. Choose groups instead.',
  'operation.state': 'This change is over and cannot be cancelled any more.',
  'operation.not-found': 'This change does not exist any more.',
  'settings.changed-meanwhile':
    'Somebody else changed the settings since you opened them. Nothing was saved.',
  'settings.number-conflicts': 'Some contacts share a number. Correct them first.',
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** One problem at one field. `path` addresses the value in the request, such as `['contacts', 2, 'email']`. */
export interface FieldError {
  path: (string | number)[];
  code: ErrorCode;
  message: string;
  /** The number a problem of a setting is about. */
  phone?: string;
  /** Who holds a taken number; only for callers who may read contacts. */
  owner?: { documentId: string; name: string; contactStatus: string };
}

export const fieldError = (
  path: (string | number)[],
  code: ErrorCode,
  message: string = ERRORS[code],
): FieldError => ({ path, code, message });

/** A refusal the product foresees. Anything else that is thrown is a bug and answers 500 without details. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly errors: FieldError[] = [],
    message: string = errors[0]?.message ?? ERRORS[code],
    /** What the answer's `details` carry besides, as the contract of the endpoint says. */
    readonly details: object = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** A refusal whose code is that of its first field error. */
export const refuseFields = (errors: FieldError[]): Refusal =>
  new Refusal(errors[0]?.code ?? 'request.invalid', errors);
