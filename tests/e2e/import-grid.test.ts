import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { workbookOf, row as cells } from '../factories/imports';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { panelOf, ROOT } from './support/panel';

/** A file with many problems, corrected in three ways, imported and undone. */
let browser: TestBrowser;
let page: Page;

const PEOPLE = 200;
/** With the letter O where zeros belong. */
const numberOf = (index: number): string => `+91 98O2O ${index + 10_000}`;

const phoneOf = (index: number): string => `+91 98310 ${index + 10_000}`;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.signIn('contacts-manager');
});
afterAll(() => browser.close());

const { row, toast, settle } = panelOf(() => page);
const card = (name: RegExp) =>
  page.getByRole('group', { name: 'Show rows' }).getByRole('button', { name });
const upload = async (name: string, buffer: Buffer) => {
  await page.goto(`${ROOT}/imports/new`);
  const file = { name, mimeType: 'application/octet-stream', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('Nothing is saved yet.').waitFor();
  await settle();
};

test('200 problem rows are corrected by replacing, in the grid and in the workbook, imported and undone', async () => {
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    cells({ name: `Grid ${index}`, phone: numberOf(index), category: 'Studnet' }),
  );
  people[0] = cells({ name: 'Grid 0', phone: '12' });
  people[1] = cells({ name: 'Grid 1', phone: 'unknwn' });
  await upload('people.xlsx', await workbookOf(people));
  await card(/^200 Problem rows/).waitFor();

  await replaceAll('Primary Contact', 'o', '0');
  await toast('Changed 198 rows.');
  await card(/^2 Problem rows/).click();

  const phone = page.getByRole('button', { name: 'Edit Primary Contact of row 2' });
  await phone.click();
  const field = page.getByRole('textbox', { name: 'Primary Contact of row 2' });
  await field.fill('+91 98300 77001');
  await field.press('Enter');
  await row('Grid 0').getByText('New', { exact: true }).waitFor();
  await phone.and(page.locator(':focus')).waitFor();
  await card(/^1 Problem rows/).waitFor();

  await page.getByRole('button', { name: 'Use “Student”' }).click();
  await toast('198 rows use “Student” now.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download problem rows' }).click(),
  ]);
  const corrected = await correctWorkbook(await download.path(), '+91 98300 77002');
  await page.getByRole('button', { name: 'Add 199 contacts' }).click();
  await page.getByText('199 contacts added').first().waitFor();
  const first = page.url();

  await upload('problems.xlsx', corrected);
  await page.getByRole('button', { name: 'Add 1 contact' }).click();
  await page.getByText('1 contact added').first().waitFor();
  await undoImport();
  await page.goto(first);
  await undoImport();
});

async function replaceAll(column: string, find: string, replacement: string): Promise<void> {
  await page.getByRole('button', { name: 'Find and replace' }).click();
  const dialog = page.getByRole('dialog', { name: 'Find and replace' });
  await dialog.getByRole('combobox').click();
  await page.getByRole('option', { name: column, exact: true }).click();
  await dialog.getByLabel('Find', { exact: false }).first().fill(find);
  await dialog.getByLabel('Replace with').fill(replacement);
  await dialog.getByRole('button', { name: 'Replace all' }).click();
}

/** The workbook of one problem row as a person hands it back: the number corrected, the reason left where it is. */
async function correctWorkbook(file: string, phone: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const [sheet] = workbook.worksheets;
  const headers = sheet?.getRow(1).values as string[];
  const cell = sheet?.getRow(2).getCell(headers.indexOf('Primary Contact'));
  expect(cell?.value).toBe('unknwn');
  expect(sheet?.getRow(2).getCell(headers.indexOf('Problem')).text).toContain('Primary Contact:');
  if (cell) cell.value = phone;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function undoImport(): Promise<void> {
  // The notice of the last change has such a button as well.
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('This import was undone').waitFor();
}

test('a corrected row keeps its place among the problems, and none behind it is passed over', async () => {
  const people = Array.from({ length: 150 }, (_, index) =>
    cells({ name: `Placed ${index}`, phone: '12' }),
  );
  await upload('placed.xlsx', await workbookOf(people));
  await card(/^150 Problem rows/).click();
  await page.getByRole('button', { name: /Edit Primary Contact of row 2$/ }).click();
  const field = page.getByRole('textbox', { name: 'Primary Contact of row 2' });
  await field.fill('+91 98300 77005');
  await field.press('Enter');
  await card(/^149 Problem rows/).waitFor();

  const area = page.locator('[data-scroll]');
  const scrollTo = (top: number) => area.evaluate((node, y) => node.scrollTo({ top: y }), top);
  await scrollTo(1_000_000);
  await page.getByText('Placed 149', { exact: true }).waitFor();
  await page.getByText('Placed 100', { exact: true }).waitFor();
  await scrollTo(0);
  await row('Placed 0').getByText('New', { exact: true }).waitFor();

  // After a replacement the list starts anew: without the corrected row, and with none twice where blocks meet.
  await page.getByText('Placed 99', { exact: true }).scrollIntoViewIfNeeded();
  await page.getByText('Placed 100', { exact: true }).waitFor();
  await replaceAll('Name', 'Placed 14', 'Moved 14');
  await toast('Changed 11 rows.');
  await row('Placed 0').waitFor({ state: 'detached' });
  await page.getByText('Placed 101', { exact: true }).waitFor();
  expect(await page.getByText('Placed 100', { exact: true }).count()).toBe(1);
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel import' }).click();
  await page.getByText('Import cancelled').first().waitFor();
});

test('a row is left out and taken in again, and arrow keys move between cells', async () => {
  await upload(
    'two.xlsx',
    await workbookOf([
      cells({ name: 'Left or not', phone: '+91 98300 77003' }),
      cells({ name: 'Always in', phone: '+91 98300 77004' }),
    ]),
  );
  await page.getByRole('button', { name: 'Leave out row 2' }).click();
  await row('Left or not').getByText('Left out', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add 1 contact' }).waitFor();
  await page.getByRole('button', { name: 'Take in row 2 again' }).click();
  await page.getByRole('button', { name: 'Add 2 contacts' }).waitFor();

  await page.getByRole('button', { name: 'Edit Name of row 2' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: 'Name of row 3' });
  await name.fill('Renamed here');
  await name.press('Enter');
  await row('Renamed here').waitFor();
  await page.keyboard.press('F2');
  await name.fill('Not kept');
  await name.press('Escape');
  await row('Renamed here').waitFor();
  expect(await row('Not kept').count()).toBe(0);
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel import' }).click();
  await page.getByText('Import cancelled').first().waitFor();
});

test('thousands of rows scroll in one table, of which a few hundred are drawn, and one far down is corrected', async () => {
  const people = Array.from({ length: 3_000 }, (_, index) =>
    cells({ name: `Scrolled ${index}`, phone: index === 2_500 ? 'none' : phoneOf(index) }),
  );
  await upload('long.xlsx', await workbookOf(people));
  const table = page.getByRole('table', { name: 'Rows of the file' });
  await table.and(page.locator('[aria-rowcount="3001"]')).waitFor();
  await row('Scrolled 0').first().waitFor();
  const area = page.getByRole('region', { name: 'Rows of the file' });
  await area.evaluate((element) => {
    element.scrollTop = (element.scrollHeight * 2_500) / 3_000;
  });
  const wrong = page.getByRole('button', { name: 'Edit Primary Contact of row 2502' });
  await wrong.scrollIntoViewIfNeeded();
  await takePicture(page, 'long');
  await wrong.click();
  await page.keyboard.type('+91 98300 77999');
  await page.keyboard.press('Enter');
  await row('Scrolled 2500').getByText('New', { exact: true }).waitFor();
  expect(await table.getByRole('row').count()).toBeLessThan(800);
  await area.evaluate((element) => element.scrollTo({ top: 0 }));
  await table.getByText('Scrolled 0', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel import' }).click();
  await page.getByText('Import cancelled').first().waitFor();
});

test('nothing of ours was written to the console as an error', () => {
  expect(browser.consoleErrors()).toEqual([]);
});
