import type { Locator, Page } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { findViolations } from './support/axe';
import { openBrowser, type TestBrowser } from './support/browser';
import { contactsOf } from './support/contacts';
import { API, panelOf, ROOT } from './support/panel';

/** All screens, in light and in dark, as axe-core reads them. */
let browser: TestBrowser;
let owner: AdminClient;
let page: Page;
/** documentId of the blocked contact. */
let contactId: string;
/** documentId of a custom field; other files of the run expect the form without it. */
let fieldId: string;

const SETTINGS = '/admin/settings/contacts-manager';
const BLOCKED = 'Accessible Blocked';

beforeAll(async () => {
  browser = await openBrowser();
  owner = browser.apiOf('strapi-super-admin');
  contactId = await addContact(BLOCKED, '+91 98200 00801', {
    secondaryContact: '+91 98200 00802',
    email: 'accessible@example.com',
  });
  await owner.post(`${API}/contacts/${contactId}/block`, { reason: 'Sent spam' });
  const { data: field } = await owner.post(`${API}/custom-fields`, {
    label: 'Accessible entrance',
    type: 'choice',
    options: ['Front', 'Side'],
    help: 'Where to meet them',
  });
  fieldId = String(field.documentId);
  const email = 'accessible.twins@example.com';
  await addContact('Accessible Twin 7', '+91 98200 00807', { email });
  await addContact('Accessible Twin 8', '+91 98200 00808', { email });
  const deleted = await addContact('Accessible Deleted', '+91 98200 00803');
  await owner.post(`${API}/contacts/${deleted}/archive`);
  await owner.delete(`${API}/contacts/${deleted}`);
});
afterAll(async () => {
  await owner.delete(`${API}/custom-fields/${fieldId}`);
  await browser.close();
});

const { pickMore, settle, tickAll } = panelOf(() => page);
const { addContact } = contactsOf(() => owner);
const open = async (address: string) => {
  await page.goto(`${ROOT}/${address}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settle();
};
const listIsThere = () => page.getByRole('table').locator('tbody tr').first().waitFor();
const firstMenu = (): Locator => page.getByRole('button', { name: /^Actions for/ }).first();
const pick = async (verb: string) => {
  await firstMenu().click();
  await page.getByRole('menuitem', { name: verb, exact: true }).click();
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().waitFor();
};
/** A button that opens a panel or a dialog. */
const press = async (name: string) => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor();
};
const twins = (): Locator => page.getByRole('button', { name: /^Merge Accessible Twin/ });
const more = () => page.getByRole('button', { name: 'More', exact: true }).click();

/** A CSV of its own, as if chosen from a folder. */
const upload = async (text: string) => {
  await open('imports/new');
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').setInputFiles(file);
};

const SCREENS: [name: string, show: () => Promise<unknown>][] = [
  ['Active', async () => (await open('active'), listIsThere())],
  ['Active with ticked rows', async () => (await open('active'), tickAll())],
  [
    'Active with chips of filters',
    () => open('active?hasEmail=no&createdFrom=2026-01-01&search=Accessible'),
  ],
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
  [
    'the dialog to move to a group',
    async () => (await open('active'), await tickAll(), pickMore('Move to group')),
  ],
  ['Archived', () => open('archived')],
  ['Blocked', async () => (await open('blocked'), listIsThere())],
  [
    'nothing found',
    async () => (
      await open('active?search=Nobodyatall'),
      page.getByText('No contact matches').waitFor()
    ),
  ],
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
      await page.getByText('Reason: Sent spam').waitFor();
    },
  ],
  ['the dialog to add to groups', async () => (await open('active'), pick('Add to Group'))],
  ['the form', async () => (await open('new'), page.getByLabel('Name').waitFor())],
  [
    'the form with problems',
    async () => {
      await open('new');
      await page.getByLabel('Name').fill('Somebody');
      await page.getByLabel('Primary Contact').fill('+91 98200 00801');
      await page.getByLabel('Email Address').fill('nonsense');
      await page.getByRole('button', { name: 'Add More Contact' }).click();
      await page.getByText(`already ${BLOCKED}`, { exact: false }).first().waitFor();
    },
  ],
  [
    'a contact',
    async () => {
      await open(`blocked?search=${BLOCKED}`);
      await page.getByRole('link', { name: BLOCKED }).click();
      await page.getByRole('heading', { name: BLOCKED, level: 1 }).waitFor();
      await settle();
    },
  ],
  [
    'a contact while a field is edited',
    async () => {
      await open(`contacts/${contactId}`);
      await page.getByRole('button', { name: 'Edit Email Address' }).click();
      await page.getByRole('textbox', { name: 'Email Address' }).fill('nonsense');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Enter a valid e-mail address').waitFor();
    },
  ],
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
  ['Groups', async () => (await open('groups'), listIsThere())],
  [
    'the list of a group',
    async () => {
      await open('groups');
      await page.getByRole('table').getByRole('link').first().click();
      await page.getByRole('link', { name: 'Back to Groups' }).waitFor();
      await settle();
    },
  ],
  ['the dialog to add a group', async () => (await open('groups'), press('Add Group'))],
  ['the question before a group is deleted', async () => (await open('groups'), pick('Delete'))],
  ['Categories', async () => (await open('categories'), listIsThere())],
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
    'an import: upload, with all options',
    async () => {
      await open('imports/new');
      await page.getByRole('button', { name: 'More options' }).click();
      await page.getByRole('radio').first().waitFor();
    },
  ],
  [
    'an import: columns',
    async () => {
      await upload('Person,Phone\nAccessible Mapped,+91 98200 00804\n');
      await page.getByText('Which column is which?').waitFor();
    },
  ],
  [
    'an import: review',
    async () => {
      await upload(
        `Name,Category,Primary Contact\nAccessible New,Brand new,+91 98200 00805\n,,12\nX,,+91 98200 00801\n`,
      );
      await page.getByRole('button', { name: 'Add 1 contact' }).waitFor();
      await page.getByRole('table').waitFor();
      await settle();
    },
  ],
  [
    'an import: a cell that is corrected',
    async () => {
      await upload('Name,Primary Contact\nAccessible Cell,12\n');
      await page.getByRole('button', { name: 'Edit Primary Contact of row 2' }).click();
      await page.getByRole('textbox', { name: 'Primary Contact of row 2' }).waitFor();
    },
  ],
  [
    'an import: find and replace',
    async () => {
      await upload('Name,Primary Contact\nAccessible Cell,12\n');
      await press('Find and replace');
    },
  ],
  [
    'an import: result',
    async () => {
      await upload(`Name,Primary Contact\nX,+91 98200 00801\nY,+91 98200 00806\n`);
      await page.getByRole('button', { name: 'Add 1 contact' }).click();
      await page.getByText('1 contact added').first().waitFor();
    },
  ],
  ['Imports', async () => (await open('imports'), listIsThere())],
  ['History', async () => (await open('history'), listIsThere())],
  [
    'a change',
    async () => {
      await open('history');
      await page.getByRole('table').getByRole('link').first().click();
      await page.waitForURL(/history\/.+/);
      await page.getByRole('table').waitFor();
      await settle();
    },
  ],
  ['Duplicates', async () => (await open('duplicates'), twins().waitFor())],
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
    'the custom fields',
    async () => {
      await page.goto(`${SETTINGS}/custom-fields`);
      await page.getByRole('cell', { name: 'Accessible entrance', exact: true }).waitFor();
    },
  ],
  [
    'the dialog of a custom field',
    async () => (await page.goto(`${SETTINGS}/custom-fields`), press('Edit Accessible entrance')),
  ],
  ['the bin', async () => (await open('bin'), listIsThere())],
  [
    'the settings',
    async () => {
      await page.goto(`${SETTINGS}/general`);
      await page.getByRole('heading', { name: 'Contacts: General' }).waitFor();
    },
  ],
  [
    'the settings with a problem',
    async () => {
      await page.goto(`${SETTINGS}/general`);
      await page.getByLabel('Changes can be undone for').fill('999');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Enter a number from 1 to 365').waitFor();
    },
  ],
];

/** The panel follows the system from one moment to the next: no screen has to be opened twice. */
async function turn(colorScheme: 'light' | 'dark'): Promise<void> {
  const background = () => getComputedStyle(document.body).backgroundColor;
  const before = await page.evaluate(background);
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (former) => getComputedStyle(document.body).backgroundColor !== former,
    before,
  );
}

describe('in light and dark', () => {
  beforeAll(async () => {
    page = await browser.signIn('strapi-super-admin', { colorScheme: 'light' });
    page.on('dialog', (question) => void question.accept());
  });
  afterAll(() => page.context().close());

  test.each(SCREENS)('%s', async (_name, show) => {
    await show();
    const light = await findViolations(page);
    await turn('dark');
    const dark = await findViolations(page);
    await turn('light');
    expect({ light, dark }).toEqual({ light: [], dark: [] });
  });
});
