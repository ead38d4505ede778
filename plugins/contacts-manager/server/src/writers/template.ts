import type ExcelJS from 'exceljs';
import { EXAMPLE_NAME, IMPORT_FIELD_NAMES, IMPORT_FIELDS } from '../../../shared/import-fields';
import { COLUMN_HELP, GENERAL_HELP } from './template-help';

declare module 'exceljs' {
  // Missing in exceljs' own types: the only way to cover a range without creating each of its cells.
  interface Worksheet {
    dataValidations: { add(range: string, validation: DataValidation): void };
  }
}

export interface TemplateContent {
  /** Names of the categories and groups there are today. */
  categories: string[];
  groups: string[];
}

const TEXT_FORMAT = '@';
/** How far down the drop-down reaches. Some programs keep a record for each of its cells. */
const LAST_DROP_DOWN_ROW = 10_000;
const LISTS_SHEET = 'Lists';
/** Beyond this the second sheet would be a directory; the drop-down has all of them. */
const MAX_LISTED_NAMES = 500;
const HEADER_FILL: ExcelJS.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFE7E5FF' },
};
const HINT_FONT: Partial<ExcelJS.Font> = { italic: true, color: { argb: 'FF666687' } };

/** The workbook people fill in: sheet 1 to fill, sheet 2 to read, and a hidden list for the drop-down. */
export async function writeTemplate(content: TemplateContent): Promise<Buffer> {
  // Loaded on the first download: it would make every start of the server half a second slower.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  addContactsSheet(workbook, content);
  addHelpSheet(workbook, content);
  addListsSheet(workbook, content);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addContactsSheet(workbook: ExcelJS.Workbook, { categories }: TemplateContent): void {
  const sheet = workbook.addWorksheet('Contacts', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = IMPORT_FIELD_NAMES.map((field) => ({
    key: field,
    width: COLUMN_HELP[field].width,
    // Without it a spreadsheet turns a typed number into a float and drops its + and its last digits.
    style: isPhone(field) ? { numFmt: TEXT_FORMAT } : {},
  }));
  styleHeader(sheet.addRow(IMPORT_FIELD_NAMES.map((field) => IMPORT_FIELDS[field].header)));
  const example = sheet.addRow(
    IMPORT_FIELD_NAMES.map((field) =>
      field === 'name' ? EXAMPLE_NAME : COLUMN_HELP[field].example,
    ),
  );
  example.font = HINT_FONT;
  if (categories.length === 0) return;
  const column = sheet.getColumn('category').letter;
  sheet.dataValidations.add(`${column}2:${column}${LAST_DROP_DOWN_ROW}`, {
    type: 'list',
    allowBlank: true,
    // Other names are welcome: the review offers to create them.
    showErrorMessage: false,
    formulae: [`${LISTS_SHEET}!$A$1:$A$${categories.length}`],
  });
}

const isPhone = (field: string): boolean =>
  field === 'primaryContact' || field === 'secondaryContact';

function styleHeader(row: ExcelJS.Row): void {
  row.eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = HEADER_FILL;
  });
}

function addHelpSheet(workbook: ExcelJS.Workbook, { categories, groups }: TemplateContent): void {
  const sheet = workbook.addWorksheet('How to fill this in');
  sheet.columns = [{ width: 24 }, { width: 12 }, { width: 80 }, { width: 34 }];
  for (const line of GENERAL_HELP) sheet.addRow([line]);
  sheet.addRow([]);
  styleHeader(sheet.addRow(['Column', 'Required', 'What to enter', 'Example']));
  for (const field of IMPORT_FIELD_NAMES) {
    const { header, required } = IMPORT_FIELDS[field];
    const { text, example } = COLUMN_HELP[field];
    const row = sheet.addRow([header, required ? 'yes' : 'no', text, example]);
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  addNames(sheet, 'Categories today', categories);
  addNames(sheet, 'Groups today', groups);
}

function addNames(sheet: ExcelJS.Worksheet, title: string, names: string[]): void {
  if (names.length === 0) return;
  sheet.addRow([]);
  styleHeader(sheet.addRow([title]));
  for (const name of names.slice(0, MAX_LISTED_NAMES)) sheet.addRow([name]);
  if (names.length > MAX_LISTED_NAMES) sheet.addRow(['…']);
}

/** A drop-down takes its values from cells: names written into its formula could hold no comma and 255 characters together. */
function addListsSheet(workbook: ExcelJS.Workbook, { categories }: TemplateContent): void {
  const sheet = workbook.addWorksheet(LISTS_SHEET, { state: 'hidden' });
  for (const name of categories) sheet.addRow([name]);
}
