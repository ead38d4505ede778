import type { Page } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { contactsOf } from './support/contacts';
import { API, panelOf, ROOT } from './support/panel';
import { pasteInto } from './support/paste';

/** Adding people: rows out of a spreadsheet, drafts, and numbers that somebody has already. */
let browser: TestBrowser;
let owner: AdminClient;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  owner = browser.apiOf('strapi-super-admin');
});
beforeEach(async () => {
  page = await browser.signIn('contacts-manager');
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const { entry, save } = panelOf(() => page);
const { findContact } = contactsOf(() => owner);
const openForm = async (where = page) => {
  await where.goto(`${ROOT}/new`);
  await where.getByLabel('Name').first().waitFor();
};
const DRAFT = /^This is what you typed until/;
const TABLE = [
  'Full name\tMobile\tCategory\tTags\tAge\tNotes',
  'Paste One\t+91 98200 00401\tstudent\tChoir, Newsletter\t30\t"Two\nlines"',
  'Paste Two\t+91 98200 00402\tStudnet\tChoir, Bnad\t31\t',
  'Paste Three\t+91 98200 00401\t\t\t\t',
].join('\r\n');

test('As a contacts manager I paste rows from a spreadsheet, settle what is unclear, and save', async () => {
  await openForm();
  await pasteInto(page.getByLabel('Name'), TABLE);
  await page.getByText('Pasted 3 rows. This column was not understood: Age.').waitFor();
  expect(await entry(1).getByLabel('Name').inputValue()).toBe('Paste One');
  expect(await entry(1).getByLabel('Notes').inputValue()).toBe('Two\nlines');
  await entry(1).getByRole('button', { name: 'Remove Newsletter' }).waitFor();
  await entry(2).getByText('There is no Studnet yet.').waitFor();
  await entry(2).getByText('There is no Bnad yet.').waitFor();
  await entry(3).getByText('This number is used more than once here.').waitFor();
  await takePicture(page, 'pasted');

  await save();
  expect(await findContact('Paste One')).toBeUndefined();
  await entry(2).getByLabel('Category').click();
  await page.getByRole('option', { name: 'Student', exact: true }).click();
  await entry(2).getByRole('button', { name: 'Leave out Bnad' }).click();
  await entry(3).getByLabel('Primary Contact').fill('+91 98200 00403');
  await save();
  await page.getByText('Added 3 contacts.').first().waitFor();
  expect(await findContact('Paste Two')).toMatchObject({
    category: { name: 'Student' },
    groups: [{ name: 'Choir' }],
  });
});

test('… with columns for custom fields', async () => {
  const { data: field } = await owner.post(`${API}/custom-fields`, {
    label: 'Seat colour',
    type: 'choice',
    options: ['Red', 'Blue'],
  });
  try {
    await openForm();
    const colour = entry(1).getByRole('combobox', { name: 'Seat colour' });
    await colour.waitFor();
    const rows = ['Name\tPhone\tseat colour', 'Paste Six\t+91 98200 00406\tblue'];
    await pasteInto(page.getByLabel('Name'), rows.join('\n'));
    await page.getByText('Pasted 1 row.', { exact: true }).waitFor();
    await colour.getByText('Blue').waitFor();
    await save();
    await page.getByText('Added 1 contact.').first().waitFor();
    expect((await findContact('Paste Six')).customFields).toEqual({ [field.key]: 'Blue' });
  } finally {
    // Other files of the run share the server, and expect the form of a new one.
    await owner.delete(`${API}/custom-fields/${field.documentId}`);
  }
});

test('… or into the place that is offered for it, without headers', async () => {
  await openForm();
  await page.getByRole('button', { name: 'Paste rows from a spreadsheet' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('Rows')
    .fill('Paste Four\t+91 98200 00404\nPaste Five\t+91 98200 00405\n');
  await dialog.getByRole('button', { name: 'Add to the form' }).click();
  await page.getByText('Pasted 2 rows.').waitFor();
  expect(await entry(2).getByLabel('Primary Contact').inputValue()).toBe('+91 98200 00405');
  await save();
  await page.getByText('Added 2 contacts.').first().waitFor();
});

test('As a contacts manager I find what I typed after a reload, after closing the tab and after signing out', async () => {
  await openForm();
  await page.getByLabel('Name').fill('Draft Contact');
  await page.getByLabel('Primary Contact').fill('+91 98200 00411');
  await page.reload();
  await page.getByText(DRAFT).waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('Draft Contact');
  await takePicture(page, 'draft');

  const context = page.context();
  await page.close({ runBeforeUnload: true });
  const again = await context.newPage();
  await openForm(again);
  await again.getByText(DRAFT).waitFor();
  expect(await again.getByLabel('Primary Contact').inputValue()).toBe('+91 98200 00411');

  await again.getByRole('button', { name: 'Discard draft' }).click();
  await again.getByText(DRAFT).waitFor({ state: 'detached' });
  expect(await again.getByLabel('Name').inputValue()).toBe('');
  await again.reload();
  await again.getByLabel('Name').waitFor();
  expect(await again.getByText(DRAFT).count()).toBe(0);
});

test('As a contacts manager with two windows I keep a draft in each', async () => {
  await openForm();
  await page.getByLabel('Name').fill('First Window');
  const second = await page.context().newPage();
  await openForm(second);
  expect(await second.getByText(DRAFT).count()).toBe(0);
  await second.getByLabel('Name').fill('Second Window');
  await second.waitForFunction(() => JSON.stringify(localStorage).includes('Second Window'));
  await page.reload();
  await second.reload();
  for (const [where, name] of [
    [page, 'First Window'],
    [second, 'Second Window'],
  ] as const) {
    await where.getByText(DRAFT).waitFor();
    expect(await where.getByLabel('Name').inputValue()).toBe(name);
  }
});

test('As a contacts manager I lose no draft by saving, and see none afterwards', async () => {
  await openForm();
  await page.getByLabel('Name').fill('Saved Draft');
  await page.getByLabel('Primary Contact').fill('+91 98200 00412');
  await save();
  await page.getByText('Added 1 contact.').first().waitFor();
  await openForm();
  expect(await page.getByText(DRAFT).count()).toBe(0);
});

test('As a contacts manager I open who has a number, or update them with what I typed', async () => {
  const { data } = await owner.post(`${API}/contacts`, {
    name: 'Taken Owner',
    primaryContact: '+91 98200 00421',
    notes: 'Known for long',
  });
  await openForm();
  await page.getByLabel('Name').fill('Taken Owner');
  await page.getByLabel('Primary Contact').fill('098200 00421');
  await page.getByLabel('Primary Contact').fill('0091 98200 00421');
  await page.getByLabel('Email Address').fill('taken@example.com');
  await page.getByLabel('Notes').fill('Wrote today');
  await page.getByText(/already Taken Owner.*active/).waitFor();
  const open = page.getByRole('link', { name: 'Open Taken Owner' });
  expect(await open.getAttribute('href')).toContain(`/contacts/${data.documentId}`);
  await takePicture(page, 'taken');
  await page.getByRole('link', { name: 'Update Taken Owner with this instead' }).click();
  await page.getByRole('heading', { name: 'Taken Owner', level: 1 }).waitFor();
  await page.getByText('Filled in from what you typed: Email Address and Notes.').waitFor();
  expect(await page.getByLabel('Notes').inputValue()).toBe('Known for long\nWrote today');
  expect((await owner.get(`${API}/contacts/${data.documentId}`)).data.email).toBeNull();
  await save();
  await page.getByText('Saved Taken Owner.').first().waitFor();
  expect((await owner.get(`${API}/contacts/${data.documentId}`)).data).toMatchObject({
    email: 'taken@example.com',
    notes: 'Known for long\nWrote today',
    primaryContact: '+919820000421',
  });
  await openForm();
  expect(await page.getByText(DRAFT).count()).toBe(0);
});

test('nothing of ours was written to the console as an error', () => {
  expect(browser.consoleErrors()).toEqual([]);
});
