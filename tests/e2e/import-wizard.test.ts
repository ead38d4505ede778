import type { Locator, Page } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { cancelImport } from '../../scripts/lib/import-file.mjs';
import { OTHER_FILES } from '../factories/import-fixtures/other-files';
import { row as cells, workbookOf } from '../factories/imports';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { API, panelOf, ROOT } from './support/panel';

/** The wizard from its first screen on: by keyboard alone, in the queue, and for files that cannot be read. */
let browser: TestBrowser;
let owner: AdminClient;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  owner = browser.apiOf('strapi-super-admin');
  page = await browser.signIn('contacts-manager');
});
afterAll(() => browser.close());

const { row, settle } = panelOf(() => page);
const TYPE = 'application/octet-stream';

const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement);

/** Presses Tab until this has the focus, as somebody does who cannot use a mouse. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}
const pressOn = async (target: Locator, key = 'Enter') => {
  await tabTo(target);
  await page.keyboard.press(key);
};
async function chooseFrom(list: Locator, name: RegExp): Promise<void> {
  await pressOn(list);
  const option = page.getByRole('option', { name });
  await option.waitFor();
  for (let pressed = 0; pressed < 20; pressed += 1) {
    if (await hasFocus(option)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await list.filter({ hasText: name }).waitFor();
}
const button = (name: string | RegExp) => page.getByRole('button', { name });
/** Not the field of the form behind it, which has the same name. */
const choose = () => page.locator('button', { hasText: 'Choose a file' });

test('the whole wizard works by keyboard: file, columns, review, correction, confirmation, undo', async () => {
  // The browser takes a moment to hand its dialog over: whoever asks for it only now may be too late.
  const chosen = page.waitForEvent('filechooser');
  await page.goto(`${ROOT}/imports/new`);
  await tabTo(choose());
  await page.keyboard.press('Enter');
  const chooser = await chosen;
  const buffer = await workbookOf(
    [
      ['Keyboard One', '+91 98300 88001', 'x'],
      ['Keyboard Two', 'unknwn', 'y'],
    ],
    ['Who', 'Where', 'What'],
  );
  await chooser.setFiles({ name: 'keys.xlsx', mimeType: TYPE, buffer });

  await chooseFrom(page.getByRole('combobox', { name: 'Name', exact: true }), /^Who/);
  await chooseFrom(page.getByRole('combobox', { name: 'Primary Contact' }), /^Where/);
  await pressOn(button('Continue'));

  await page.getByText('Nothing is saved yet.').waitFor();
  await settle();
  await tabTo(button('Edit Name of row 2'));
  await page.keyboard.press('ArrowDown');
  const phone = button('Edit Primary Contact of row 3');
  for (let column = 0; column < 5 && !(await hasFocus(phone)); column += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await page.keyboard.type('+91 98300 88002');
  await page.keyboard.press('Enter');
  await row('Keyboard Two').getByText('New', { exact: true }).waitFor();
  await pressOn(button('Add 2 contacts'));
  await page.getByText('2 contacts added').first().waitFor();
  await pressOn(page.getByRole('button', { name: 'Undo', exact: true }).first());
  await page.getByText('This import was undone').waitFor();
});

test.each([
  ['Excel 97–2003 (.xls)', /save it as \.xlsx or CSV/],
  ['OpenDocument (.ods)', /save it as \.xlsx or CSV/],
  ['a workbook with a password', /Remove the password/],
])('%s says what to do', async (name, sentence) => {
  const fixture = OTHER_FILES.find((entry) => entry.name === name)!;
  await page.goto(`${ROOT}/imports/new`);
  const buffer = await fixture.make();
  const file = { name: fixture.fileName, mimeType: TYPE, buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('alert').getByText(sentence).waitFor();
  await takePicture(page, `refused ${fixture.fileName}`);
  await page.getByRole('link', { name: 'Try another file' }).click();
  await choose().waitFor();
});

/** Takes a server long to read, and is never imported: no row has a number. */
const LONG = Buffer.from(`Name,Primary Contact\n${'Nobody,none\n'.repeat(400_000)}`);

test('an import that waits for another says so, and goes on when that one is over', async () => {
  const form = new FormData();
  form.set('file', new Blob([LONG]), 'long.csv');
  const { id } = await owner.post(`${API}/imports`, form);
  const buffer = await workbookOf([cells({ name: 'Queued', phone: '+91 98300 88003' })]);
  await page.goto(`${ROOT}/imports/new`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'second.xlsx', mimeType: TYPE, buffer });
  await page.getByText('1 other import comes first.').waitFor();
  await takePicture(page, 'queued');
  await cancelImport(owner, id);
  await button('Add 1 contact').waitFor();
  await button('Cancel import').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel import' }).click();
  await page.getByText('Import cancelled').first().waitFor();
});

test('the list tells how long an import took and gives its file back', async () => {
  await page.goto(`${ROOT}/imports`);
  await settle();
  const done = row('keys.xlsx').first();
  await done.getByText(/\d+ sec/).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    done.getByRole('button', { name: 'Download keys.xlsx' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('keys.xlsx');
  await takePicture(page, 'imports');
});

test('nothing of ours was written to the console as an error', () => {
  expect(browser.consoleErrors()).toEqual([]);
});
