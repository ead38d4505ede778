import type { Page, Route } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { openBrowser, type TestBrowser } from './support/browser';
import { contactsOf } from './support/contacts';
import { boxOf, overflowOf } from './support/layout';
import { API, panelOf, ROOT } from './support/panel';

/** What the daily work meets: colleagues, bad connections, long texts and small windows. */
let browser: TestBrowser;
/** Somebody else who works on the same contacts. */
let colleague: AdminClient;
let page: Page;

const LIST_REQUEST = /\/contacts-manager\/contacts\?/;
const LONG_NAME = `Wide ${'W'.repeat(250)}`;
const LONG_TEXT = 'd'.repeat(1_000);

beforeAll(async () => {
  browser = await openBrowser();
  // Signing in through the API and the form as the same person too often is refused.
  colleague = browser.apiOf('strapi-super-admin');
  const { data: group } = await colleague.post(`${API}/groups`, {
    name: LONG_NAME,
    description: LONG_TEXT,
    color: '#e5484d',
  });
  await colleague.post(`${API}/groups`, { name: 'Without colour' });
  await addContact(LONG_NAME, '+91 98200 00101', {
    secondaryContact: '+44 20 7946 0101',
    groups: [group.documentId],
  });
});
beforeEach(async () => {
  page = await browser.signIn('contacts-manager');
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const { open, pick, row, rows, save, searchField, settle } = panelOf(() => page);
const { addContact, readContact } = contactsOf(() => colleague);

async function openForm(id: string, name: string): Promise<void> {
  await page.goto(`${ROOT}/edit/${id}`);
  await page.getByRole('heading', { name }).waitFor();
}
test('As a contacts manager I keep what a colleague saves while I edit the same contact', async () => {
  const id = await addContact('Shared Contact', '+91 98200 00102', {
    email: 'before@example.com',
    notes: 'To be emptied',
  });
  await openForm(id, 'Shared Contact');
  await colleague.put(`${API}/contacts/${id}`, {
    email: 'colleague@example.com',
    secondaryContact: '+44 20 7946 0102',
  });
  await page.getByLabel('Name').fill('Shared Contact Renamed');
  await page.getByLabel('Notes').fill('');
  await save();
  await page.getByText('Saved Shared Contact Renamed.').first().waitFor();
  expect(await readContact(id)).toMatchObject({
    name: 'Shared Contact Renamed',
    email: 'colleague@example.com',
    secondaryContact: '+442079460102',
    notes: null,
  });
});

test('As a contacts manager I may save a form that I did not change, and nothing is written', async () => {
  const id = await addContact('Unchanged Contact', '+91 98200 00103');
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') writes.push(request.url());
  });
  await openForm(id, 'Unchanged Contact');
  await save();
  await page.getByText('Nothing was changed.').first().waitFor();
  await rows().first().waitFor();
  expect(writes).toEqual([]);
});

test('As a contacts manager I see no former hits under a search that got no answer', async () => {
  await open('active');
  await page.context().setOffline(true);
  await searchField().fill('Unreachable');
  await page.getByText('No connection to the server.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await rows().count()).toBe(0);
  expect(await searchField().inputValue()).toBe('Unreachable');
  await page.context().setOffline(false);
  await page.getByText('No contact matches your search and filters here.').waitFor();
});

test('As a contacts manager I can try a failed list again', async () => {
  await open('active');
  await page.route(LIST_REQUEST, (route) => route.abort());
  await searchField().fill('Wide');
  const again = page.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  await page.unroute(LIST_REQUEST);
  await again.click();
  await row(LONG_NAME).waitFor();
});

test('As a contacts manager I cannot tick former hits while a search is under way', async () => {
  await open('active');
  const held: Route[] = [];
  await page.route(LIST_REQUEST, (route) => void held.push(route));
  await searchField().fill('Wide');
  await page.locator('table[aria-busy="true"]').waitFor();
  expect(await rows().count()).toBe(25);
  const box = rows().first().locator('[role="checkbox"]');
  await box.click({ force: true });
  await box.focus();
  await page.keyboard.press('Space');
  expect(await page.getByRole('toolbar', { name: 'Bulk actions' }).count()).toBe(0);
  await Promise.all(held.map((route) => route.continue()));
  await settle();
  expect(await rows().count()).toBe(1);
  await rows().first().getByRole('checkbox').check();
  await page.getByRole('toolbar', { name: 'Bulk actions' }).waitFor();
});

test('As a contacts manager I see the counts beside a long description, and no mark without a colour', async () => {
  await open('groups');
  const long = row(LONG_NAME);
  const description = long.getByTitle(LONG_TEXT);
  expect((await boxOf(description)).height).toBeLessThan(60);
  expect(await overflowOf(page.getByRole('table').locator('..'))).toBe(0);
  expect(await long.locator('div[aria-hidden="true"]').count()).toBe(1);
  expect(await row('Without colour').locator('div[aria-hidden="true"]').count()).toBe(0);
});

test('As a contacts manager I can close every dialog about a long name', async () => {
  await open('active?search=Wide');
  for (const verb of ['Archive', 'Block', 'Add to Group']) {
    await pick(LONG_NAME, verb);
    const dialog = page.getByRole('dialog');
    expect(await overflowOf(dialog.getByRole('heading'))).toBe(0);
    const close = dialog.getByRole('button', { name: 'Close', exact: true });
    expect((await boxOf(close)).right).toBeLessThan((await boxOf(dialog)).right);
    await close.click();
    await dialog.waitFor({ state: 'detached' });
  }
  await open('groups');
  await pick(LONG_NAME, 'Delete');
  const question = page.getByRole('alertdialog');
  expect(await overflowOf(question.getByRole('heading'))).toBe(0);
  await question.getByRole('button', { name: 'Cancel' }).click();
});

test('As a contacts manager I see a long group as one tag inside the form', async () => {
  const { results } = await colleague.get(`${API}/contacts?search=Wide`);
  await openForm(results[0].documentId, LONG_NAME);
  const remove = page.getByRole('button', { name: `Remove ${LONG_NAME}`, exact: true });
  await remove.waitFor();
  const tag = remove.locator('..');
  expect((await boxOf(tag)).height).toBeLessThan(40);
  expect((await boxOf(remove)).right).toBeLessThan((await boxOf(page.locator('form'))).right);
});

test('As a contacts manager I see every column at 1280 pixels, however long a row is', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open('active?search=Wide');
  expect(await overflowOf(page.getByRole('table').locator('..'))).toBe(0);
});

test('As a contacts manager I fill in one column on a phone', async () => {
  await page.setViewportSize({ width: 400, height: 900 });
  await page.goto(`${ROOT}/new`);
  const name = await boxOf(page.getByLabel('Name'));
  const phone = await boxOf(page.getByLabel('Primary Contact'));
  const groups = page.getByRole('button', { name: 'Group Assignment' });
  expect(phone.y).toBeGreaterThan(name.y + name.height);
  expect(phone.width).toBe(name.width);
  expect(await overflowOf(groups)).toBe(0);
  expect(await overflowOf(page.locator('html'))).toBe(0);
});
