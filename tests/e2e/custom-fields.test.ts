import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { writeRows } from '../factories/workbook.mjs';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { API, panelOf, ROOT } from './support/panel';

/** Custom fields from the settings screen of the running production build to everywhere they appear. */
let browser: TestBrowser;
let admin: Page;
let folder: string;

const SETTINGS = '/admin/settings/contacts-manager/custom-fields';

/** A field of each type: what is chosen on the settings screen, typed on the form, and read afterwards. */
const FIELDS = [
  { label: 'Employer', type: 'Text', typed: 'Rao & Co', shown: 'Rao & Co' },
  { label: 'Story so far', type: 'Long text', typed: 'Met at the fair', shown: 'Met at the fair' },
  { label: 'Score', type: 'Number', typed: '1234.5', shown: '1,234.5' },
  { label: 'Speaks French', type: 'Yes or no', chosen: 'Yes', shown: 'Yes' },
  { label: 'Birthday', type: 'Date', typed: '2000-02-29', shown: 'Feb 29, 2000' },
  {
    label: 'Shirt',
    type: 'Single choice',
    options: 'Small\nLarge',
    chosen: 'Large',
    shown: 'Large',
  },
  {
    label: 'Drinks',
    type: 'Several choices',
    options: 'Tea\nCoffee, black',
    ticked: 'Coffee, black',
  },
  { label: 'Office mail', type: 'E-mail address', typed: 'asha@office.example', shown: '' },
  { label: 'Web page', type: 'Link', typed: 'https://example.com/asha', shown: '' },
] as const;
const LABELS = FIELDS.map(({ label }) => label);

beforeAll(async () => {
  browser = await openBrowser();
  admin = await browser.signIn('strapi-super-admin');
  await removeFields();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'custom-fields-'));
});
afterAll(async () => {
  fs.rmSync(folder, { recursive: true });
  await removeFields();
  await browser.close();
});

/** Other files of the run share the server, and expect the form and the template of a new one. */
async function removeFields(): Promise<void> {
  const owner = browser.apiOf('strapi-super-admin');
  const { results } = await owner.get(`${API}/custom-fields`);
  for (const { documentId } of results) {
    await owner.delete(`${API}/custom-fields/${documentId}`);
  }
}

const { dialog } = panelOf(() => admin);
const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test('As an administrator I add a field of each type', async () => {
  await admin.goto('/admin/settings');
  await admin.getByRole('link', { name: 'Custom fields', exact: true }).click();
  await admin.waitForURL(`**${SETTINGS}`);
  for (const field of FIELDS) {
    await admin.getByRole('button', { name: 'Add field' }).first().click();
    await dialog().getByLabel('Name', { exact: false }).first().fill(field.label);
    await dialog().getByRole('combobox', { name: 'Type', exact: true }).click();
    await admin.getByRole('option', { name: field.type, exact: true }).click();
    if ('options' in field) await dialog().getByLabel('Options').fill(field.options);
    await dialog().getByRole('button', { name: 'Add field' }).click();
    await dialog().waitFor({ state: 'detached' });
    await admin.getByRole('cell', { name: field.label, exact: true }).waitFor();
  }
  await admin.getByText('9 custom fields').waitFor();
  await takePicture(admin, 'custom fields');
});

test('As an administrator I am told what cannot be, at its place', async () => {
  await admin.getByRole('button', { name: 'Add field' }).click();
  await dialog().getByRole('button', { name: 'Add field' }).click();
  await dialog().getByText('Enter a name of at most 255 characters.').waitFor();
  await dialog().getByLabel('Name', { exact: false }).first().fill('employer');
  await dialog().getByRole('button', { name: 'Add field' }).click();
  await dialog()
    .getByText(/has this name already/)
    .waitFor();
  await takePicture(admin, 'custom field refused');
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await dialog().waitFor({ state: 'detached' });
});

test('As an administrator I put fields in order with the keyboard', async () => {
  const firstLabel = (name: string) =>
    admin.locator('tbody tr').first().getByRole('cell', { name, exact: true });
  const order = async () =>
    (await admin.getByRole('row').allTextContents())
      .slice(1)
      .map((text) => LABELS.find((label) => text.startsWith(label)));
  await admin.getByRole('button', { name: 'Move Story so far up' }).focus();
  await admin.keyboard.press('Enter');
  await admin.getByText('Story so far is number 1 of 9').waitFor({ state: 'attached' });
  await firstLabel('Story so far').waitFor();
  expect((await order()).slice(0, 2)).toEqual(['Story so far', 'Employer']);
  // The focus has gone with the row: its other button is the next one.
  await admin.keyboard.press('Tab');
  await admin.keyboard.press('Enter');
  await admin.getByText('Story so far is number 2 of 9').waitFor({ state: 'attached' });
  await firstLabel('Employer').waitFor();
  expect(await order()).toEqual(LABELS);
});

test('As a contacts manager I fill them in when I add a contact, and read them in its history', async () => {
  const page = await browser.signIn('contacts-manager');
  await page.goto(`${ROOT}/new`);
  await page.getByLabel('Name', { exact: false }).first().fill('Custom Asha');
  await page.getByLabel('Primary Contact').fill('+91 98200 40001');
  await page.getByLabel('Score').fill('many');
  for (const field of FIELDS) {
    if ('typed' in field && field.label !== 'Score')
      await page.getByLabel(field.label).fill(field.typed);
    if ('chosen' in field) await choose(page, field.label, field.chosen);
    if ('ticked' in field) {
      await page.getByRole('button', { name: field.label }).click();
      await page.getByRole('checkbox', { name: field.ticked }).check();
      await page.keyboard.press('Escape');
    }
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Enter a number.').waitFor();
  await page.getByLabel('Score').fill('1234.5');
  await takePicture(page, 'custom fields form');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Added 1 contact.').first().waitFor();

  await page.goto(`${ROOT}/active?search=${encodeURIComponent('Custom Asha')}`);
  await page.getByRole('button', { name: 'Actions for Custom Asha' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const history = page.getByRole('region', { name: 'History of this contact' });
  for (const field of FIELDS) {
    await history.getByText(field.label, { exact: true }).waitFor();
    if ('shown' in field && field.shown)
      await history.getByText(field.shown, { exact: true }).waitFor();
  }
  await page.getByLabel('Employer').fill('Menon Ltd');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved Custom Asha.').first().waitFor();
});

test('As a contacts manager I find them in the template and can import them', async () => {
  const page = await browser.signIn('contacts-manager');
  await page.goto(`${ROOT}/imports/new`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the template' }).click(),
  ]);
  const file = path.join(folder, 'template.xlsx');
  await download.saveAs(file);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const cells = workbook.getWorksheet('Contacts')?.getRow(1).values;
  const headers = (Array.isArray(cells) ? cells : []).slice(1).map(String);
  expect(headers.slice(7)).toEqual(LABELS);

  const filled = path.join(folder, 'filled.xlsx');
  const blank = ['', '', '', ''];
  await writeRows(
    filled,
    [
      [
        'Custom Ben',
        '',
        '+919820040002',
        ...blank,
        'Rao & Co',
        '',
        '7',
        'yes',
        '',
        'large',
        '',
        '',
        '',
      ],
      ['Custom Eve', '', '+919820040003', ...blank, '', '', '', '', '', 'Huge', '', '', ''],
    ],
    headers,
  );
  await page.locator('input[type="file"]').setInputFiles(filled);
  await page.getByText('Choose one of the options of this field.').waitFor();
  expect(await page.getByRole('columnheader', { name: 'Shirt' }).count()).toBe(1);
  await takePicture(page, 'custom fields import');
  await page.getByRole('button', { name: 'Add 1 contact' }).first().click();
  await page.getByText('1 contact added').first().waitFor();
});

test('As an administrator I am told what a deletion touches, and lose no values by it', async () => {
  await admin.goto(SETTINGS);
  await admin.getByRole('button', { name: 'Delete Shirt' }).click();
  const question = admin.getByRole('alertdialog');
  await question.getByText('2 contacts have a value in this field.').waitFor();
  await takePicture(admin, 'custom field deletion');
  await question.getByRole('button', { name: 'Delete field' }).click();
  await question.waitFor({ state: 'detached' });
  await admin.getByText('8 custom fields').waitFor();
});

test('As an agent I am not offered the settings page, and cannot open it', async () => {
  const page = await browser.signIn('contacts-agent');
  await page.goto('/admin/settings');
  await page.getByRole('navigation').first().waitFor();
  expect(await page.getByRole('link', { name: 'Custom fields' }).count()).toBe(0);
  await page.goto(SETTINGS);
  await page.getByText(/don't have the permissions/i).waitFor();
});

test('The screens stand in dark and on a phone', async () => {
  const dark = await browser.signIn('strapi-super-admin', { colorScheme: 'dark' });
  await dark.goto(SETTINGS);
  await dark.getByText('8 custom fields').waitFor();
  await takePicture(dark, 'custom fields dark');
  await dark.goto(`${ROOT}/new`);
  await dark.getByLabel('Birthday').scrollIntoViewIfNeeded();
  await takePicture(dark, 'custom fields form dark');
  const phone = await browser.signIn('strapi-super-admin', { width: 400 });
  await phone.goto(SETTINGS);
  await phone.getByText('8 custom fields').waitFor();
  await takePicture(phone, 'custom fields narrow');
  await phone.getByRole('button', { name: 'Add field' }).click();
  await phone.getByRole('dialog').waitFor();
  await takePicture(phone, 'custom field dialog narrow');
  expect(browser.consoleErrors()).toEqual([]);
});
