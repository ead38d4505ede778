import type { Role } from '../../scripts/lib/accounts.mjs';
import { openBrowser, type TestBrowser } from './support/browser';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PEOPLE: [string, Role][] = [
  ['a super admin', 'strapi-super-admin'],
  ['a contacts manager', 'contacts-manager'],
  ['an agent', 'contacts-agent'],
];

test.each(PEOPLE)('As %s I can sign in and open Contacts from the menu', async (_who, role) => {
  const page = await browser.signIn(role);
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await page.getByRole('heading', { name: 'Contacts', level: 1 }).waitFor();
  await page.getByRole('tab', { name: /^Active/, selected: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/admin/plugins/contacts-manager/active');
  expect(browser.consoleErrors()).toEqual([]);
});
