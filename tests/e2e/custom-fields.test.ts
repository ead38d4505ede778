import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { writeRows } from '../factories/workbook.mjs';
import { createAdminClient, Refused } from '../../scripts/lib/admin-client.mjs';
import { FIELD_CASES } from '../factories/custom-fields';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { FIELDS, fillInFields, LABELS, removeFields } from './support/custom-fields';
import { API, panelOf, ROOT } from './support/panel';

/** Custom fields from the settings screen of the running production build to everywhere they appear. */
let browser: TestBrowser;
let admin: Page;
let folder: string;

const owner = () => browser.apiOf('strapi-super-admin');
const SETTINGS = '/admin/settings/contacts-manager/custom-fields';

beforeAll(async () => {
  browser = await openBrowser();
  admin = await browser.signIn('strapi-super-admin');
  await removeFields(owner());
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'custom-fields-'));
});
afterAll(async () => {
  fs.rmSync(folder, { recursive: true });
  await removeFields(owner());
  await browser.close();
});

const { dialog } = panelOf(() => admin);
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
  await fillInFields(page);
  await page.getByLabel('Score').fill('many');
  await page.getByLabel('Office mail').fill('asha');
  await page.getByLabel('Web page').fill('example.com');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Enter a number.').waitFor();
  await page.getByText('Enter a valid e-mail address').waitFor();
  await page
    .getByText(/https:/)
    .first()
    .waitFor();
  await page.getByLabel('Office mail').fill('asha@office.example');
  await page.getByLabel('Web page').fill('https://example.com/asha');
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
    await history.getByText(field.shown, { exact: true }).first().waitFor();
  }
  await page.getByLabel('Employer').fill('Menon Ltd');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved Custom Asha.').first().waitFor();
});

/** The keys of the fields, which the server has made from their labels, in their order. */
async function keysOfFields(): Promise<string[]> {
  const { results } = await owner().get(`${API}/custom-fields`);
  return results.map(({ key }: { key: string }) => key);
}
const byKey = (keys: readonly string[], values: readonly unknown[]) =>
  Object.fromEntries(keys.map((key, index) => [key, values[index]]));

test('… see them in the list, choose and find by each, and export them', async () => {
  const page = await browser.signIn('contacts-manager');
  const keys = await keysOfFields();
  const columns = ['name', ...keys.map((key) => `customFields.${key}`)];
  const address = columns.map((column) => `columns=${column}`).join('&');
  await page.goto(`${ROOT}/active?search=${encodeURIComponent('Custom Asha')}&${address}`);
  const row = page.getByRole('row').filter({ hasText: 'Custom Asha' });
  for (const { label, shown } of FIELDS) {
    await page.getByRole('columnheader', { name: label }).waitFor();
    await row
      .getByText(label === 'Employer' ? 'Menon Ltd' : shown, { exact: true })
      .first()
      .waitFor();
  }
  await takePicture(page, 'custom fields list');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  for (const label of LABELS)
    await page.getByRole('dialog').getByRole('checkbox', { name: label }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Field' }).click();
  expect(await page.getByRole('option').allInnerTexts()).toEqual(LABELS);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  const colleague = browser.apiOf('contacts-manager');
  const is = [
    'Menon Ltd',
    'Met at the fair',
    '1234.5',
    'yes',
    '2000-02-29',
    'Large',
    'Coffee, black',
  ];
  const isNot = ['Rao', 'Met', '1234', 'no', '2000-03-01', 'Small', 'Tea'];
  is.push('asha@office.example', 'https://example.com/asha');
  isNot.push('asha@example.com', 'https://example.com/');
  const found = async (key: string, value: string) => {
    const query = new URLSearchParams({ search: 'Custom Asha', fields: `${key}:is:${value}` });
    return (await colleague.get(`${API}/contacts?${query.toString()}`)).results.length;
  };
  for (const [index, key] of keys.entries()) {
    const counts = [await found(key, is[index] ?? ''), await found(key, isNot[index] ?? '')];
    expect([key, ...counts]).toEqual([key, 1, 0]);
  }

  await row.getByRole('checkbox').check();
  await page
    .getByRole('toolbar', { name: 'Bulk actions' })
    .getByRole('button', { name: 'More' })
    .click();
  await page.getByRole('menuitem', { name: 'Export' }).click();
  await page.getByRole('dialog').getByText('CSV, for other programs').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Download' }).click(),
  ]);
  const [headers = '', line = ''] = fs.readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(headers).toContain(LABELS.join(','));
  expect(line).toContain(
    'Menon Ltd,Met at the fair,1234.5,Yes,2000-02-29,Large,"""Coffee, black""",asha@office.example,https://example.com/asha',
  );
});

test('Applications read and write them over REST and GraphQL, and are refused what is wrong', async () => {
  const { data: token } = await owner().post('/admin/api-tokens', {
    ...{ name: 'Custom fields', description: '', type: 'full-access', lifespan: null },
  });
  const application = createAdminClient(browser.installation.url, token.accessKey);
  const keys = await keysOfFields();
  const values = byKey(
    keys,
    FIELDS.map(({ value }) => value),
  );
  const wrong = byKey(
    keys,
    Object.values(FIELD_CASES).map((one) => one.wrong),
  );
  const codes = Object.values(FIELD_CASES).map(({ code }, index) => `${keys[index]} ${code}`);
  const refusedOf = ({
    error,
  }: {
    error: { details: { errors: { path: string[]; code: string }[] } };
  }) => error.details.errors.map(({ path, code }) => `${path.at(-1)} ${code}`);
  const contact = (customFields: object, number: string) => ({
    data: { name: 'Custom Application', primaryContact: `+91 98200 4000${number}`, customFields },
  });
  try {
    const refused = await application
      .post('/api/contacts', contact(wrong, '5'))
      .catch((error: unknown) => error);
    if (!(refused instanceof Refused)) throw new Error('Wrong values were taken.');
    expect(refused.status).toBe(400);
    expect(refusedOf(refused.body).sort()).toEqual([...codes].sort());
    const { data: created } = await application.post('/api/contacts', contact(values, '5'));
    const { data: read } = await application.get(`/api/contacts/${created.documentId}`);
    expect(read.customFields).toEqual(values);

    const graphql = (variables: object) =>
      application.post('/graphql', {
        query: 'mutation ($data: ContactInput!) { createContact(data: $data) { customFields } }',
        variables,
      });
    const { errors } = await graphql(contact(wrong, '6'));
    expect(refusedOf(errors[0].extensions).sort()).toEqual([...codes].sort());
    const { data } = await graphql(contact(values, '6'));
    expect(data.createContact.customFields).toEqual(values);
  } finally {
    await owner().delete(`/admin/api-tokens/${token.id}`);
  }
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
      [
        ...['Custom Eve', '', '+919820040003', ...blank],
        ...Object.values(FIELD_CASES).map(({ wrongCell }) => wrongCell),
      ],
    ],
    headers,
  );
  await page.locator('input[type="file"]').setInputFiles(filled);
  await page.getByText('Choose one of the options of this field.').first().waitFor();
  const id = page.url().split('/').at(-1) ?? '';
  const { results } = await browser.apiOf('contacts-manager').get(`${API}/imports/${id}/rows`);
  const told = results[1].issues.map(({ code }: { code: string }) => code);
  expect(told.sort()).toEqual(
    Object.values(FIELD_CASES)
      .map(({ code }) => code)
      .sort(),
  );
  expect(await page.getByRole('columnheader', { name: 'Shirt' }).count()).toBe(1);
  await takePicture(page, 'custom fields import');
  await page.getByRole('button', { name: 'Add 1 contact' }).first().click();
  await page.getByText('1 contact added').first().waitFor();
});

test('As an administrator I am told what a deletion touches, and lose no values by it', async () => {
  await admin.goto(SETTINGS);
  await admin.getByRole('button', { name: 'Delete Shirt' }).click();
  const question = admin.getByRole('alertdialog');
  await question.getByText('4 contacts have a value in this field.').waitFor();
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
