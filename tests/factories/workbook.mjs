import ExcelJS from 'exceljs';
import { personAt, quoteGroup } from './people.mjs';

export const TEMPLATE_HEADERS = [
  'Name',
  'Category',
  'Primary Contact',
  'Secondary Contact',
  'Email',
  'Groups',
  'Notes',
];

/** A person as the cells of the template. @param {import('./people.mjs').Person} person */
export const rowOf = (person) => [
  person.name,
  person.category,
  person.primaryContact,
  person.secondaryContact,
  person.email,
  person.groups.map(quoteGroup).join(', '),
  person.notes,
];

/**
 * Streams rows into a workbook in template form, in flat memory whatever their number: text is written
 * into the cells themselves. `sharedStrings` gathers it in memory, in a part of its own as Excel does.
 *
 * @param {string} path
 * @param {Iterable<(string | number)[]>} rows
 * @param {string[]} [headers]
 * @param {{ sharedStrings?: boolean }} [options]
 */
export async function writeRows(
  path,
  rows,
  headers = TEMPLATE_HEADERS,
  { sharedStrings = false } = {},
) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useSharedStrings: sharedStrings,
    useStyles: false,
  });
  const sheet = workbook.addWorksheet('Contacts');
  sheet.addRow(headers).commit();
  let written = 0;
  for (const cells of rows) {
    sheet.addRow(cells.map((cell) => (cell === '' ? null : cell))).commit();
    written += 1;
    // The writer's buffers empty between turns of the event loop only.
    if (written % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await workbook.commit();
}

/**
 * Fills rows of an existing workbook, such as the template, as a person does in a spreadsheet.
 *
 * @param {string} path @param {number} first 1-based, as spreadsheets count @param {string[][]} rows
 */
export async function fillRows(path, first, rows) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  for (const [at, cells] of rows.entries()) {
    workbook.worksheets[0]?.getRow(first + at).splice(1, cells.length, ...cells);
  }
  await workbook.xlsx.writeFile(path);
}

/**
 * A workbook of valid people without problems: row k is `personAt(startIndex + k, seed)`.
 *
 * @param {string} path
 * @param {{ rows: number, seed?: number, startIndex?: number, headers?: string[] }} options
 */
export async function writeWorkbook(path, { rows, seed = 1, startIndex = 0, headers }) {
  await writeRows(path, people(rows, seed, startIndex), headers);
}

/** @param {number} rows @param {number} seed @param {number} startIndex */
function* people(rows, seed, startIndex) {
  for (let index = startIndex; index < startIndex + rows; index += 1) {
    yield rowOf(personAt(index, seed));
  }
}
