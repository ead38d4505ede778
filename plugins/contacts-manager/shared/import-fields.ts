/** The columns of the template, in order, with the headers it carries. */
export const IMPORT_FIELDS = {
  name: { header: 'Name', required: true },
  category: { header: 'Category', required: false },
  primaryContact: { header: 'Primary Contact', required: true },
  secondaryContact: { header: 'Secondary Contact', required: false },
  email: { header: 'Email', required: false },
  groups: { header: 'Groups', required: false },
  notes: { header: 'Notes', required: false },
} as const;

export type ImportField = keyof typeof IMPORT_FIELDS;
export const IMPORT_FIELD_NAMES = Object.keys(IMPORT_FIELDS) as ImportField[];

/** The template's example row carries this name and is never imported. */
export const EXAMPLE_NAME = 'Example – this row is not imported';
