import type { Locator, Page } from 'playwright-core';
import { DEFAULT_SETTINGS } from '../../plugins/contacts-manager/shared/contracts/settings';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { API, ROOT } from './support/panel';

/** Settings → Contacts → General. Other tests run on the same server, so everything is put back at the end. */
let browser: TestBrowser;
let owner: AdminClient;
let page: Page;

const PAGE = '/admin/settings/contacts-manager/general';

beforeAll(async () => {
  browser = await openBrowser();
  owner = browser.apiOf('strapi-super-admin');
});
beforeEach(async () => {
  page = await browser.signIn('strapi-super-admin');
});
afterEach(() => page.context().close());
afterAll(async () => {
  const { results } = await owner.get(`${API}/contacts?search=Settings`);
  const ids = results.map(({ documentId }: { documentId: string }) => documentId);
  for (const action of ['archive', 'delete']) {
    await owner.post(`${API}/contacts/bulk`, { action, selection: { kind: 'ids', ids } });
  }
  await owner.put(`${API}/settings`, DEFAULT_SETTINGS);
  await browser.close();
});

const open = async () => {
  await page.goto(PAGE);
  await page.getByRole('heading', { name: 'Contacts: General' }).waitFor();
};
const save = (): Locator => page.getByRole('button', { name: 'Save', exact: true });
const saved = () => page.getByText('The settings are saved.').first().waitFor();

test('As an administrator I find the settings of Contacts in Strapi’s settings', async () => {
  await page.goto('/admin/settings');
  await page.getByRole('link', { name: 'General', exact: true }).click();
  await page.getByRole('heading', { name: 'Contacts: General' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(PAGE);
  expect(await save().isDisabled()).toBe(true);
});

test('As an administrator I set the country, and the form reads numbers of it', async () => {
  await open();
  const country = page.getByRole('combobox', { name: 'Country for numbers' });
  await country.click();
  await page.keyboard.type('India');
  await page.getByRole('option', { name: /^India \(/ }).click();
  await save().click();
  await saved();
  await page.getByText(/^Last changed by /).waitFor();
  await page.goto(`${ROOT}/new`);
  await page.getByLabel('Name').fill('Settings Local');
  await page.getByLabel('Primary Contact').fill('098200 00551');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Added 1 contact.').first().waitFor();
});

test('As an administrator I am told at the field which number is wrong', async () => {
  await open();
  const days = page.getByLabel('Changes can be undone for');
  await days.fill('999');
  await save().click();
  await page.getByText('Enter a number from 1 to 365').waitFor();
  expect(await days.evaluate((field) => field === document.activeElement)).toBe(true);
  await days.fill('45');
  await save().click();
  await saved();
  await page.reload();
  expect(await page.getByLabel('Changes can be undone for').inputValue()).toBe('45');
  await page.goto(`${ROOT}/history`);
  await page.getByText('For 45 days each can be undone.', { exact: false }).waitFor();
});

test('As an administrator I am warned before I lose unsaved changes', async () => {
  await open();
  await page.getByLabel('Deleted contacts stay in the bin for').fill('12');
  await page.getByRole('link', { name: 'Contacts', exact: true }).first().click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await page.getByLabel('Deleted contacts stay in the bin for').inputValue()).toBe('12');
});

test('As an administrator I let secondary numbers be shared, and see who shares them before I forbid it', async () => {
  await open();
  await page.getByRole('radio', { name: /^Secondary numbers may be shared/ }).click();
  await save().click();
  await saved();
  const secondaryContact = '+91 98200 00560';
  for (const [name, primaryContact] of [
    ['Settings Asha', '+91 98200 00561'],
    ['Settings Ben', '+91 98200 00562'],
  ]) {
    await owner.post(`${API}/contacts`, { name, primaryContact, secondaryContact });
  }
  await page.getByRole('radio', { name: /^A number belongs to one person only/ }).click();
  await save().click();
  const notice = page.getByRole('alert').filter({ hasText: 'Some numbers are shared' });
  await notice.getByText('+91 98200 00560').waitFor();
  await notice.getByRole('link', { name: 'Settings Ben' }).waitFor();
  await takePicture(page, 'settings conflicts');
  const [other] = await Promise.all([
    page.context().waitForEvent('page'),
    notice.getByRole('link', { name: 'Settings Asha' }).click(),
  ]);
  await other.getByRole('row').filter({ hasText: 'Settings Asha' }).waitFor();
  await other.close();
  const { results } = await owner.get(`${API}/contacts?search=Settings%20Ben`);
  await owner.put(`${API}/contacts/${results[0].documentId}`, { secondaryContact: null });
  await save().click();
  await saved();
  await notice.waitFor({ state: 'detached' });
});

test('As a contacts manager I do not see the settings', async () => {
  const manager = await browser.signIn('contacts-manager');
  await manager.goto('/admin/settings');
  await manager.getByRole('navigation').first().waitFor();
  expect(await manager.getByRole('link', { name: 'General', exact: true }).count()).toBe(0);
  await manager.goto(PAGE);
  await manager.getByText(/don't have the permissions/i).waitFor();
  await manager.context().close();
});

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 400],
] as const)('the page fits a window, %s and %i wide', async (colorScheme, width) => {
  const window = await browser.signIn('strapi-super-admin', { colorScheme, width });
  await window.goto(PAGE);
  await window.getByRole('heading', { name: 'Contacts: General' }).waitFor();
  await takePicture(window, `settings ${colorScheme} ${width}`);
  const html = window.locator('html');
  expect(await html.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
  await window.context().close();
});
