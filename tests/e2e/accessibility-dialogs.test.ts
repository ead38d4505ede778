import type { Locator, Page } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { findInBothSchemes } from './support/axe';
import { openBrowser, type TestBrowser } from './support/browser';
import { contactsOf } from './support/contacts';
import { API, panelOf } from './support/panel';
import { pasteInto } from './support/paste';
import { SETTINGS, walkOf, type Screen } from './support/walk';

/** Dialogs, menus and panels, in light and in dark, as axe-core reads them; accessibility.test.ts has the screens. */
let browser: TestBrowser;
let owner: AdminClient;
let page: Page;
/** documentId of the blocked contact, which has a note. */
let contactId: string;
/** documentId of a custom field; other files of the run expect the form without it. */
let fieldId: string;
let viewId: string;

const BLOCKED = 'Readable Blocked';

beforeAll(async () => {
  browser = await openBrowser();
  owner = browser.apiOf('strapi-super-admin');
  contactId = await addContact(BLOCKED, '+91 98200 00811', { email: 'readable@example.com' });
  await owner.post(`${API}/contacts/${contactId}/block`, { reason: 'Sent letters' });
  await owner.post(`${API}/contacts/${contactId}/notes`, { text: 'Reads large print' });
  const { data: field } = await owner.post(`${API}/custom-fields`, {
    label: 'Readable print',
    type: 'choice',
    options: ['Large', 'Small'],
  });
  fieldId = String(field.documentId);
  const { data: view } = await owner.post(`${API}/views`, {
    name: 'Readable view',
    filter: { hasEmail: 'no' },
  });
  viewId = String(view.documentId);
  const email = 'readable.twins@example.com';
  await addContact('Readable Twin 7', '+91 98200 00817', { email });
  await addContact('Readable Twin 8', '+91 98200 00818', { email });
  const archived = await addContact('Readable Archived', '+91 98200 00813');
  await owner.post(`${API}/contacts/${archived}/archive`);
});
afterAll(async () => {
  await owner.delete(`${API}/custom-fields/${fieldId}`);
  await owner.delete(`${API}/views/${viewId}`);
  await browser.close();
});

const { dialog, pickMore, searchField, settle, tickAll } = panelOf(() => page);
const { addContact } = contactsOf(() => owner);
const { firstMenu, more, open, pick, press, upload } = walkOf(() => page);
const twins = (): Locator => page.getByRole('button', { name: /^Merge Readable Twin/ });
/** An action behind More of the toolbar, for all rows of a list. */
const ask = async (verb: string, address = 'active') => {
  await open(address);
  await tickAll();
  await pickMore(verb);
};

const SCREENS: Screen[] = [
  ['more filters', async () => (await open('active'), press('More filters'))],
  ['the columns', async () => (await open('active'), press('Columns'))],
  [
    'the dialog to save a view',
    async () => {
      await open('active?hasEmail=no');
      await page.getByRole('button', { name: 'Views' }).click();
      await press('Save this list as a view');
    },
  ],
  [
    'the dialog to export',
    async () => {
      await open('active');
      await tickAll();
      await pickMore('Export');
      await page.getByRole('dialog').getByText('Everybody in groups or views').click();
      await page.getByRole('dialog').getByRole('group', { name: 'Groups', exact: true }).waitFor();
    },
  ],
  ['the dialog to move to a group', () => ask('Move to group')],
  [
    'a row menu',
    async () => (await open('active'), firstMenu().click(), page.getByRole('menu').waitFor()),
  ],
  [
    'the category filter',
    async () => (
      await open('active'),
      page.getByRole('button', { name: 'Category', exact: true, expanded: false }).click()
    ),
  ],
  ['the dialog to archive', async () => (await open('active'), pick('Archive'))],
  [
    'the dialog to block, without a reason',
    async () => {
      await open('active');
      await pick('Block');
      await page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).click();
      await page.getByText('Enter a reason for blocking.').waitFor();
    },
  ],
  [
    'the dialog to unblock',
    async () => {
      await open(`blocked?search=${BLOCKED}`);
      await pick('Unblock');
      await page.getByText('Reason: Sent letters').waitFor();
    },
  ],
  ['the dialog to add to groups', async () => (await open('active'), pick('Add to Group'))],
  [
    'both versions of a field that two people changed',
    async () => {
      await owner.put(`${API}/contacts/${contactId}`, { notes: 'Before' });
      await open(`contacts/${contactId}`);
      await page.getByRole('button', { name: 'Edit Notes' }).click();
      await owner.put(`${API}/contacts/${contactId}`, { notes: 'Theirs' });
      await page.getByRole('textbox', { name: 'Notes' }).fill('Mine');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
    },
  ],
  [
    'the dialog to paste rows',
    async () => (await open('new'), press('Paste rows from a spreadsheet')),
  ],
  ['the dialog to add a group', async () => (await open('groups'), press('Add Group'))],
  ['the question before a group is deleted', async () => (await open('groups'), pick('Delete'))],
  ['More', async () => (await open('active'), more(), page.getByRole('menu').waitFor())],
  [
    'keyboard shortcuts',
    async () => {
      await open('active');
      await more();
      await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'an import: find and replace',
    async () => {
      await upload('Name,Primary Contact\nReadable Cell,12\n');
      await press('Find and replace');
    },
  ],
  [
    'the dialog to merge two contacts',
    async () => {
      await open('duplicates');
      await twins().click();
      await page.getByRole('dialog').getByText('What happens').waitFor();
    },
  ],
  ['the dialog to add people to a group', async () => (await open('groups'), pick('Add people'))],
  [
    'the dialog of a custom field',
    async () => (await page.goto(`${SETTINGS}/custom-fields`), press('Edit Readable print')),
  ],
  ['the dialog to set the category', () => ask('Set category')],
  ['the dialog to remove from groups', () => ask('Remove from groups')],
  [
    'the dialog to move to the bin',
    async () => {
      await ask('Move to bin', 'archived?search=Readable');
      await dialog().getByText('They can be restored').waitFor();
    },
  ],
  [
    'the numbers that were pasted',
    async () => {
      await open('active');
      await pasteInto(searchField(), '+91 98200 00811\n+91 98200 00899\nnot a number\n');
      await page.getByRole('region', { name: 'Pasted numbers' }).getByText('1 of 3').waitFor();
      await settle();
    },
  ],
  [
    'the views',
    async () => {
      await open('active');
      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('dialog').getByRole('link', { name: 'Readable view' }).waitFor();
    },
  ],
  [
    'the question before a view is deleted',
    async () => (await open(`active?hasEmail=no&view=${viewId}`), press('Delete view')),
  ],
  [
    'the question before a custom field is deleted',
    async () => (await page.goto(`${SETTINGS}/custom-fields`), press('Delete Readable print')),
  ],
  [
    'the question before a note is deleted',
    async () => {
      await open(`contacts/${contactId}`);
      await page.getByRole('button', { name: /^Delete the note of/ }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  ],
  [
    'the dialog to merge two groups',
    async () => (await open('groups'), pick('Merge into another')),
  ],
];

describe('in light and dark', () => {
  beforeAll(async () => {
    page = await browser.signIn('strapi-super-admin', { colorScheme: 'light' });
    page.on('dialog', (question) => void question.accept());
  });
  afterAll(() => page.context().close());

  test.each(SCREENS)('%s', async (_name, show) => {
    await show();
    expect(await findInBothSchemes(page)).toEqual({ light: [], dark: [] });
  });
});
