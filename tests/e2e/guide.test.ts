import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { fillRows } from '../factories/workbook.mjs';
import people from '../fixtures/demo-people.json';
import { openBrowser, type TestBrowser } from './support/browser';
import { API, panelOf, ROOT } from './support/panel';

/**
 * The user's guide, walked through by a contacts manager under the labels it uses. The lines build on each
 * other: people that one adds, the next one edits.
 */
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.signIn('contacts-manager');
});
afterAll(() => browser.close());

const { dialog, entry, menuOf, open, pick, row, rows, save, searchFor, settle, toast, toolbar } =
  panelOf(() => page);

/** Below the headers and the example. */
const FIRST_FREE_ROW = 3;
async function fillEntry(where: Locator, name: string, phone: string): Promise<void> {
  await where.getByLabel('Name').fill(name);
  await where.getByLabel('Primary Contact').fill(phone);
}

async function chooseFilter(label: string, option: string): Promise<void> {
  // The column is sorted by a button of the same name.
  await page.getByRole('button', { name: label, exact: true, expanded: false }).click();
  await page.getByRole('checkbox', { name: option, exact: true }).check();
  await page.keyboard.press('Escape');
  await settle();
}

test('Contacts opens on Active and shows every column', async () => {
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await page.getByRole('tab', { name: /^Active/, selected: true }).waitFor();
  for (const tab of ['Archived', 'Blocked', 'Groups']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).waitFor();
  }
  await rows().first().waitFor();
  const headers = await page.getByRole('columnheader').allTextContents();
  expect(headers.map((header) => header.trim()).filter(Boolean)).toEqual([
    'Name',
    'Category',
    'Primary Contact',
    'Secondary Contact',
    'Groups',
    'Status',
    'Created At',
    'Actions',
  ]);
  expect(await rows().count()).toBe(25);
});

test('add one contact', async () => {
  await open('active');
  await page.getByRole('link', { name: 'Add Contact' }).first().click();
  await page.getByText('Main phone number with country code').first().waitFor();
  await fillEntry(page.locator('form'), 'Asha Guide', '+91 98200 00001');
  await page.getByLabel('Email Address').fill('asha.guide@example.com');
  await page.getByLabel('Secondary Contact').fill('+44 20 7946 0958');
  await page.getByLabel('Notes').fill('Added by the guide');
  await save();
  await toast('Added 1 contact.');
  await open('active?search=Asha Guide');
  const added = row('Asha Guide');
  await added.getByText('+91 98200 00001').waitFor();
  await added.getByText('+44 20 7946 0958').waitFor();
  await added.getByText('Active').waitFor();
});

test('a taken number is explained while one types, and nothing typed is lost', async () => {
  await page.goto(`${ROOT}/new`);
  await fillEntry(page.locator('form'), 'Second Asha', '0091 98200 00001');
  await page.getByText(/already Asha Guide.*active/).waitFor();
  await save();
  expect(await page.getByLabel('Name').inputValue()).toBe('Second Asha');
  page.once('dialog', (asked) => void asked.accept());
  await page.goto('about:blank');
});

test('add three at once, one of them removed', async () => {
  await page.goto(`${ROOT}/new`);
  await fillEntry(page.locator('form'), 'Guide One', '+91 98200 00011');
  await page.getByRole('button', { name: 'Add More Contact' }).click();
  await fillEntry(entry(2), 'Guide Two', '+91 98200 00012');
  await page.getByRole('button', { name: 'Add More Contact' }).click();
  await fillEntry(entry(3), 'Guide Three', '+91 98200 00013');
  await entry(2).getByRole('button', { name: 'Remove' }).click();
  await save();
  await toast('Added 2 contacts.');
  await open('active?search=Guide T');
  await row('Guide Three').waitFor();
  expect(await row('Guide Two').count()).toBe(0);
});

test('edit', async () => {
  await open('active?search=Guide Three');
  expect(await menuOf('Guide Three')).toEqual(['Edit', 'Archive', 'Block', 'Add to Group']);
  await pick('Guide Three', 'Edit');
  await page.getByRole('heading', { name: 'Guide Three' }).waitFor();
  await page.getByLabel('Name').fill('Guide Three Edited');
  await page.getByLabel('Category').click();
  await page.getByRole('option', { name: 'Student', exact: true }).click();
  await save();
  await toast('Saved Guide Three Edited.');
  await open('active?search=Guide Three');
  await row('Guide Three Edited').getByText('Student').waitFor();
});

test('add to group from the row', async () => {
  await open('active?search=Guide Three');
  await pick('Guide Three Edited', 'Add to Group');
  await dialog().getByRole('checkbox', { name: 'Newsletter', exact: true }).check();
  await dialog().getByRole('checkbox', { name: 'Choir', exact: true }).check();
  await dialog().getByRole('button', { name: 'Add to Group', exact: true }).click();
  await toast('Added 1 contact to groups.');
  await row('Guide Three Edited').getByText('Newsletter').waitFor();
});

test('archive, after reading what it touches', async () => {
  await open('active?search=Guide Three');
  await pick('Guide Three Edited', 'Archive');
  await dialog().getByText('In 2 groups').waitFor();
  await dialog().getByText('Choir · Newsletter').waitFor();
  await dialog().getByLabel('Reason').fill('Has left');
  await dialog().getByRole('button', { name: 'Archive', exact: true }).click();
  await toast('Archived 1 contact.');
  await open('archived?search=Guide Three');
  await row('Guide Three Edited').getByText('Archived').waitFor();
});

test('the search says what other tabs hold', async () => {
  await open('active?search=Guide Three');
  await page.getByRole('link', { name: '1 in Archived' }).click();
  await row('Guide Three Edited').waitFor();
  expect(new URL(page.url()).pathname).toBe(`${ROOT}/archived`);
});

test('activate', async () => {
  await open('archived?search=Guide Three');
  expect(await menuOf('Guide Three Edited')).toEqual(['Edit', 'Activate', 'Block', 'Add to Group']);
  await pick('Guide Three Edited', 'Activate');
  await dialog().getByRole('button', { name: 'Activate', exact: true }).click();
  await toast('Activated 1 contact.');
  await open('active?search=Guide Three');
  await row('Guide Three Edited').getByText('Choir').waitFor();
});

test('block with a reason, and not without one', async () => {
  await open('active?search=Guide Three');
  await pick('Guide Three Edited', 'Block');
  await dialog().getByRole('button', { name: 'Block', exact: true }).click();
  await dialog().getByText('Enter a reason for blocking.').waitFor();
  await dialog().getByLabel('Reason').fill('Sent spam twice');
  await dialog().getByRole('button', { name: 'Block', exact: true }).click();
  await toast('Blocked 1 contact.');
});

test('unblock, after reading who blocked, when and why', async () => {
  await open('blocked?search=Guide Three');
  expect(await menuOf('Guide Three Edited')).toEqual(['Edit', 'Unblock', 'Add to Group']);
  await pick('Guide Three Edited', 'Unblock');
  await dialog()
    .getByText(/^Blocked by Maya Manager, .*\d/)
    .waitFor();
  await dialog().getByText('Reason: Sent spam twice').waitFor();
  await dialog().getByRole('button', { name: 'Unblock', exact: true }).click();
  await toast('Unblocked 1 contact.');
  await open('active?search=Guide Three');
  await row('Guide Three Edited').waitFor();
});

test('tick five and archive them', async () => {
  await open('active');
  const names = await rows().locator('td:nth-child(2)').allInnerTexts();
  for (let index = 0; index < 5; index += 1) {
    await rows().nth(index).getByRole('checkbox').check();
  }
  await toolbar().getByText('5 contacts selected').waitFor();
  await toolbar().getByRole('button', { name: 'Archive', exact: true }).click();
  await dialog().getByRole('button', { name: 'Archive', exact: true }).click();
  await toast('Archived 5 contacts.');
  await open('archived');
  await row(String(names[4])).waitFor();
});

test('filter by category and by group', async () => {
  await open('active');
  await chooseFilter('Category', 'Student');
  const categories = await rows().locator('td:nth-child(3)').allInnerTexts();
  expect(categories.length).toBeGreaterThan(5);
  expect(new Set(categories.map((text) => text.trim()))).toEqual(new Set(['Student']));
  await chooseFilter('Group', 'Choir');
  const members = await rows().count();
  expect(members).toBeGreaterThan(0);
  expect(new URL(page.url()).searchParams.getAll('groups')).toHaveLength(1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await settle();
  expect(await rows().count()).toBe(25);
});

test.each(people.named)('search finds $name by name, number and e-mail', async (person) => {
  await open('active');
  for (const fragment of [person.nameFragment, person.lastSixDigits, person.emailFragment]) {
    await searchFor(fragment);
    await row(person.name).waitFor();
    expect(await rows().count()).toBe(1);
  }
});

test('rows per page', async () => {
  await open('active');
  await page.getByRole('combobox', { name: 'Rows per page' }).click();
  await page.getByRole('option', { name: '50', exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get('pageSize') === '50');
  await rows().nth(49).waitFor();
  expect(await rows().count()).toBe(50);
  // It is remembered, and the lines below expect the usual list.
  await browser.apiOf('contacts-manager').put(`${API}/preferences`, { pageSize: null });
});

test('the template is downloaded, filled, uploaded, reviewed and confirmed', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-guide-'));
  const file = path.join(folder, 'template.xlsx');
  await page.goto(`${ROOT}/new`);
  await page.getByRole('link', { name: 'Excel' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the template' }).click(),
  ]);
  await download.saveAs(file);
  await fillRows(file, FIRST_FREE_ROW, [
    ['Template One', 'Student', '+91 98200 00021', '', 'one@example.com', 'From the template'],
    ['Template Two', '', '0091 98200 00022'],
    ['Asha Guide', '', '+91 98200 00001'],
    ['No Number', '', '12'],
  ]);
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('button', { name: 'Add 2 contacts' }).waitFor();
  await page.getByText('Problem rows').first().waitFor();
  await page.getByText('Already in Contacts – skipped').first().waitFor();
  await page.getByRole('button', { name: 'Add 2 contacts' }).click();
  await page.getByText('2 contacts added').first().waitFor();
  fs.rmSync(folder, { recursive: true });
  await open('active?search=Template');
  await row('Template One').getByText('From the template').waitFor();
  await row('Template Two').waitFor();
});

test.each([
  ['group', 'Group', 'groups'],
  ['category', 'Category', 'categories'],
])('a %s is created, renamed and deleted', async (_kind, label, tab) => {
  await page.goto(`${ROOT}/${tab}`);
  await page.getByRole('button', { name: `Add ${label}` }).click();
  await dialog().getByLabel('Name').fill(`Guide ${label}`);
  await dialog().getByLabel('Description').fill('What it is for');
  await dialog()
    .getByRole('button', { name: `Add ${label}` })
    .click();
  await toast(new RegExp(`Guide ${label}.? is added`));

  await pick(`Guide ${label}`, 'Edit');
  await dialog().getByLabel('Name').fill(`Guide ${label} renamed`);
  await dialog().getByRole('button', { name: 'Save' }).click();
  await toast(new RegExp(`Guide ${label} renamed.? is saved`));

  await pick(`Guide ${label} renamed`, 'Delete');
  const question = page.getByRole('alertdialog');
  await question.getByText('The contacts themselves are kept.').waitFor();
  await question.getByRole('button', { name: /^Delete/ }).click();
  await toast(new RegExp(`Guide ${label} renamed.? is deleted`));
  await row(`Guide ${label} renamed`).waitFor({ state: 'detached' });
});

test('nothing of ours was written to the console as an error', () => {
  expect(browser.consoleErrors()).toEqual([]);
});
