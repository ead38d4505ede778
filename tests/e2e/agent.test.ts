import type { Locator, Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from './support/browser';
import { panelOf, ROOT } from './support/panel';

/** What a person with the role Contacts Agent sees, and does not see. */
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.signIn('contacts-agent');
});
afterAll(() => browser.close());

const { open, rows } = panelOf(() => page);

const buttonsIn = async (where: Locator): Promise<string[]> =>
  (await where.getByRole('button').allTextContents()).map((text) => text.trim()).filter(Boolean);

test('As an agent I can edit and add to groups, but neither archive nor block', async () => {
  await open('active');
  await rows()
    .first()
    .getByRole('button', { name: /^Actions for/ })
    .click();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Edit', 'Add to Group']);
  await page.keyboard.press('Escape');
});

test('As an agent I see the bulk verbs I may use', async () => {
  await open('active');
  await rows().nth(0).getByRole('checkbox').check();
  await rows().nth(1).getByRole('checkbox').check();
  const toolbar = page.getByRole('toolbar', { name: 'Bulk actions' });
  await toolbar.getByText('2 contacts selected').waitFor();
  const buttons = await buttonsIn(toolbar);
  expect(buttons).toContain('Add to Group');
  for (const verb of ['Archive', 'Block', 'Activate', 'Unblock']) {
    expect(buttons).not.toContain(verb);
  }
});

test('As an agent I can put two people into a group', async () => {
  await open('active');
  await rows().nth(0).getByRole('checkbox').check();
  await rows().nth(1).getByRole('checkbox').check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Add to Group' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Open day', exact: true }).check();
  await dialog.getByRole('button', { name: 'Add to Group', exact: true }).click();
  await page.getByText(/^Added \d contacts? to groups\.$/).waitFor();
});

test('As an agent I can add a contact, and am not offered Excel', async () => {
  await page.goto(`${ROOT}/new`);
  await page.getByLabel('Name').fill('Added By Agent');
  await page.getByLabel('Primary Contact').fill('+91 98200 00031');
  expect(await page.getByRole('link', { name: 'Excel' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Added 1 contact.').first().waitFor();
});

test('As an agent I can add people to a group, but not change the group itself', async () => {
  await open('groups');
  expect(await page.getByRole('button', { name: 'Add Group' }).count()).toBe(0);
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Add people']);
  await page.keyboard.press('Escape');
});

test('As an agent I find under More what I may use', async () => {
  await open('active');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const items = await page.getByRole('menuitem').allTextContents();
  // A count may follow.
  expect(items.map((item) => item.replace(/\d.*/, '').trim())).toEqual([
    'Duplicates',
    'Keyboard shortcuts',
  ]);
  await page.keyboard.press('Escape');
});

test.each(['imports', 'imports/new', 'categories'])(
  'As an agent I am told that I may not open %s',
  async (address) => {
    await page.goto(`${ROOT}/${address}`);
    await page.getByText(/don't have the permissions/i).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  },
);

test('As a visitor without a session I am asked to sign in', async () => {
  const visitor = await browser.openAnonymous();
  await visitor.goto(`${ROOT}/active`);
  await visitor.waitForURL(/auth\/login/);
});
