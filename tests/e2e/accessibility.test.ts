import type { Page } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { findInBothSchemes } from './support/axe';
import { openBrowser, type TestBrowser } from './support/browser';
import { contactsOf } from './support/contacts';
import { API, panelOf, ROOT } from './support/panel';
import { holdChange } from './support/running';
import { SETTINGS, walkOf, type Screen } from './support/walk';

/** All screens, in light and in dark, as axe-core reads them; accessibility-dialogs.test.ts has what opens over them. */
let browser: TestBrowser;
let owner: AdminClient;
let page: Page;
/** documentId of the blocked contact. */
let contactId: string;
/** documentId of a custom field; other files of the run expect the form without it. */
let fieldId: string;
/** Of a change that left somebody out. */
let operationId: string;

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
  const answer = await owner.post(`${API}/contacts/bulk`, {
    action: 'archive',
    selection: { kind: 'ids', ids: [deleted, contactId] },
  });
  operationId = String(answer.operationId);
  await owner.delete(`${API}/contacts/${deleted}`);
  await addContact('Accessible Noticed 1', '+91 98200 00821');
  await addContact('Accessible Noticed 2', '+91 98200 00822');
});
afterAll(async () => {
  await owner.delete(`${API}/custom-fields/${fieldId}`);
  await browser.close();
});

const { dialog, row, settle, tickAll } = panelOf(() => page);
const { addContact } = contactsOf(() => owner);
const { listIsThere, open, pick, upload } = walkOf(() => page);
/** What axe looks at besides the page itself. */
const latest = () => page.getByRole('complementary', { name: 'Latest changes' });
const archiveNoticed = async (number: number) => {
  await open(`active?search=Accessible%20Noticed%20${number}`);
  await pick('Archive');
  await dialog().getByLabel('Reason').fill(`Noticed ${number}`);
  await dialog().getByRole('button', { name: 'Archive', exact: true }).click();
};

const twins = () => page.getByRole('button', { name: /^Merge Accessible Twin/ });

const SCREENS: Screen[] = [
  ['Active', async () => (await open('active'), listIsThere())],
  ['Active with ticked rows', async () => (await open('active'), tickAll())],
  [
    'Active with chips of filters',
    () => open('active?hasEmail=no&createdFrom=2026-01-01&search=Accessible'),
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
  ['Categories', async () => (await open('categories'), listIsThere())],
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
    'the custom fields',
    async () => {
      await page.goto(`${SETTINGS}/custom-fields`);
      await page.getByRole('cell', { name: 'Accessible entrance', exact: true }).waitFor();
    },
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
  [
    'the form of a contact that is there',
    async () => {
      await page.goto(`${ROOT}/edit/${contactId}`);
      await page.getByLabel('Name').waitFor();
      await settle();
    },
  ],
  [
    'a change that left somebody out',
    async () => {
      await open(`history/${operationId}`);
      await page.getByText('1 contact was left as it is.').waitFor();
    },
  ],
  [
    'the notice of a change',
    async () => {
      await archiveNoticed(1);
      await latest().getByText('Archived 1 contact.').waitFor();
    },
  ],
  [
    'a change that is being made: its notice, and History',
    async () => {
      await holdChange(page, 'Noticed 2');
      await archiveNoticed(2);
      await latest().getByText('40% done').waitFor();
      await open('history');
      await row('Noticed 2').getByText('40% done').waitFor();
    },
  ],
  [
    '… and its page',
    async () => {
      await row('Noticed 2').getByRole('link').click();
      await page.getByRole('main').getByRole('progressbar').waitFor();
    },
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
