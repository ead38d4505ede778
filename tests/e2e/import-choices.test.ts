import type { Page } from 'playwright-core';
import { sheetsOf } from '../factories/imports';
import { findViolations } from './support/axe';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { contactsOf } from './support/contacts';
import { API, panelOf, ROOT } from './support/panel';
import { pasteInto } from './support/paste';

/** Imports that ask for more than a file: where its list is, what everybody gets, or rows without a file. */
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.signIn('contacts-manager');
});
afterAll(() => browser.close());

const { settle } = panelOf(() => page);
const openUpload = async () => {
  await page.goto(`${ROOT}/imports/new`);
  await page.getByText('Drop an Excel or CSV file here').waitFor();
};
const upload = (name: string, buffer: Buffer) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const reviewIsThere = async () => {
  await page.getByText('Nothing is saved yet.').waitFor();
  await settle();
};

test('As a contacts manager I choose sheet and header row, put everyone in a group, and archive new people', async () => {
  const owner = browser.apiOf('strapi-super-admin');
  const { data: group } = await owner.post(`${API}/groups`, { name: 'Wizard members' });
  const headers = ['Who', 'Number of', 'Town'];
  const book = await sheetsOf({
    Archive: [headers, ['Wizard Old', '+91 98400 00101', 'Pune']],
    'Members 2026': [
      ['Members of the club'],
      headers,
      ['Wizard One', '+91 98400 00102', 'Pune'],
      ['Wizard Two', '+91 98400 00103', 'Goa'],
    ],
  });
  try {
    await openUpload();
    await page.getByRole('button', { name: 'More options' }).click();
    // The last option, which is there once the panel has opened to its end.
    await page.getByRole('radio', { name: 'Archived' }).check();
    await page.getByRole('button', { name: 'Add everyone to these groups' }).click();
    await page.getByRole('checkbox', { name: 'Wizard members' }).check();
    await takePicture(page, 'import-options');
    await page.keyboard.press('Escape');
    expect(await findViolations(page)).toEqual([]);
    await upload('club.xlsx', book);

    await page.getByText('Where is the list?').waitFor();
    await page.getByRole('combobox', { name: 'Sheet' }).click();
    await page.getByRole('option', { name: 'Members 2026' }).click();
    await page.getByRole('cell', { name: 'Wizard Two' }).waitFor();
    await page.getByRole('radio', { name: 'Row 1 has the headers' }).check();
    await page.getByRole('radio', { name: 'Row 2 has the headers' }).check();
    expect(await findViolations(page)).toEqual([]);
    await takePicture(page, 'import-where-is-the-list');
    await page.getByRole('button', { name: 'Continue' }).click();

    await page.getByText('Which column is which?').waitFor();
    await page.getByText('Sheet “Members 2026” · Headers in row 2').waitFor();
    await page.getByText('Not imported: Town (column C).').waitFor();
    await takePicture(page, 'import-columns');
    await page.getByRole('button', { name: 'Continue' }).click();
    await reviewIsThere();
    await page
      .getByText('Groups for new people: Wizard members · New people: saved as archived')
      .waitFor();
    await page.getByRole('button', { name: 'Add 2 contacts' }).click();
    await page.getByText('2 contacts added').first().waitFor();
    const found = await contactsOf(() => owner).findContact('Wizard Two');
    expect(found).toMatchObject({
      contactStatus: 'archived',
      groups: [{ name: 'Wizard members' }],
    });
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await page.getByText('This import was undone').waitFor();
  } finally {
    await owner.delete(`${API}/groups/${group.documentId}`);
  }
});

const ROWS = 'Name\tPrimary Contact\r\nWizard Pasted\t+91 98400 00104\r\n';

test('… and paste rows into the page, or into the place that is offered for it', async () => {
  await openUpload();
  await pasteInto(page.locator('main'), ROWS);
  await reviewIsThere();
  await page.getByRole('button', { name: 'Add 1 contact' }).waitFor();

  await openUpload();
  await page.getByRole('button', { name: 'Paste rows from a spreadsheet' }).click();
  await page.getByRole('dialog').getByLabel('Rows').fill(ROWS);
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  await reviewIsThere();
  await page.getByText('Pasted rows.tsv').first().waitFor();
});

test('… and read the file again in the country that its numbers seem to be of', async () => {
  await openUpload();
  const lines = [
    'Name,Primary Contact',
    'Wizard Abroad,+91 98400 00105',
    'Wizard Local,98400 00106',
  ];
  await upload('local.csv', Buffer.from(lines.join('\n')));
  await reviewIsThere();
  await page.getByText('1 number has no country code').waitFor();
  await page.getByText('It seems to be a number of this country: India.').waitFor();
  const country = page.getByRole('combobox', { name: 'Country for numbers without country code' });
  expect(await country.inputValue()).toBe('India (+91)');
  await takePicture(page, 'import-country-guess');
  expect(await findViolations(page)).toEqual([]);

  // What would be lost is said first.
  await page.getByRole('button', { name: /Wizard Abroad/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Wizard Corrected');
  await page.keyboard.press('Enter');
  await page.getByText('Wizard Corrected').first().waitFor();
  await page.getByRole('button', { name: 'Read the file again' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('One row that you corrected is read from the file again').waitFor();
  await dialog.getByRole('button', { name: 'Read the file again' }).click();

  await page.getByRole('button', { name: 'Add 2 contacts' }).waitFor();
  await page.getByText('Wizard Abroad').first().waitFor();
  await page.getByText('+91 98400 00106').first().waitFor();
});

test('nothing of ours was written to the console as an error', () => {
  expect(browser.consoleErrors()).toEqual([]);
});
