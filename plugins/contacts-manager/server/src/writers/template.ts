import type ExcelJS from 'exceljs';
import type { CustomField } from '../../../shared/custom-fields';
import { EXAMPLE_NAME } from '../../../shared/import-fields';
import { GENERAL_HELP, templateColumns, type TemplateColumn } from './template-help';

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
  customFields: CustomField[];
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
  const columns = templateColumns(content);
  addContactsSheet(workbook, columns);
  addHelpSheet(workbook, columns, content);
  addListsSheet(workbook, columns);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addContactsSheet(workbook: ExcelJS.Workbook, columns: TemplateColumn[]): void {
  const sheet = workbook.addWorksheet('Contacts', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ column, width, isText }) => ({
    key: column,
    width,
    style: isText ? { numFmt: TEXT_FORMAT } : {},
  }));
  styleHeader(sheet.addRow(columns.map(({ header }) => header)));
  const example = sheet.addRow(
    columns.map(({ column, example }) => (column === 'name' ? EXAMPLE_NAME : example)),
  );
  example.font = HINT_FONT;
  withChoices(columns).forEach(({ column, choices, isClosed }, index) => {
    const { letter } = sheet.getColumn(column);
    // Letters of columns are the same on every sheet.
    const list = sheet.getColumn(index + 1).letter;
    sheet.dataValidations.add(`${letter}2:${letter}${LAST_DROP_DOWN_ROW}`, {
      type: 'list',
      allowBlank: true,
      showErrorMessage: isClosed,
      formulae: [`${LISTS_SHEET}!$${list}$1:$${list}$${choices.length}`],
    });
  });
}

const withChoices = (columns: TemplateColumn[]): TemplateColumn[] =>
  columns.filter(({ choices }) => choices.length > 0);

function styleHeader(row: ExcelJS.Row): void {
  row.eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = HEADER_FILL;
  });
}

function addHelpSheet(
  workbook: ExcelJS.Workbook,
  columns: TemplateColumn[],
  { categories, groups }: TemplateContent,
): void {
  const sheet = workbook.addWorksheet('How to fill this in');
  sheet.columns = [{ width: 24 }, { width: 12 }, { width: 80 }, { width: 34 }];
  for (const line of GENERAL_HELP) sheet.addRow([line]);
  sheet.addRow([]);
  styleHeader(sheet.addRow(['Column', 'Required', 'What to enter', 'Example']));
  for (const { header, required, text, example } of columns) {
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

/**
 * A drop-down takes its values from cells, a column for each: names written into its formula could hold no comma and
 * 255 characters together.
 */
function addListsSheet(workbook: ExcelJS.Workbook, columns: TemplateColumn[]): void {
  const sheet = workbook.addWorksheet(LISTS_SHEET, { state: 'hidden' });
  withChoices(columns).forEach(({ choices }, index) => {
    choices.forEach((choice, row) => {
      sheet.getCell(row + 1, index + 1).value = choice;
    });
  });
}
