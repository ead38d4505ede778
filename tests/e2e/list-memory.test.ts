import path from 'node:path';
import Database from 'better-sqlite3';
import type { Page, Route } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { openBrowser, type TestBrowser } from './support/browser';
import { contactsOf } from './support/contacts';
import { API, panelOf, ROOT } from './support/panel';

/** What a list keeps: ticks over pages, numbers of what is chosen, the days of its reader, the order of each person. */
let browser: TestBrowser;
/** Somebody else who works on the same contacts. */
let colleague: AdminClient;
let page: Page;

const LIST_REQUEST = /\/contacts-manager\/contacts\?/;
const TOTAL_REQUEST = /\/contacts-manager\/contacts\/total\?/;

beforeAll(async () => {
  browser = await openBrowser();
  colleague = browser.apiOf('strapi-super-admin');
});
beforeEach(async () => {
  page = await browser.signIn('contacts-manager');
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const { open, rows, settle, tickAll, toolbar } = panelOf(() => page);
const { addContact } = contactsOf(() => colleague);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const tickedRows = () => page.locator('tbody tr[data-ticked="true"]');

/** Holds requests back until they are let go. */
async function hold(address: RegExp): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route(address, (route) => void held.push(route));
  return async () => {
    await Promise.all(held.map((route) => route.continue()));
    await page.unroute(address);
  };
}

/** Nobody can set it through the product. */
function setCreated(documentId: string, at: number): void {
  const database = new Database(path.join(browser.installation.folder, 'data.db'));
  database.prepare('update contacts set created_at = ? where document_id = ?').run(at, documentId);
  database.close();
}

test('As a contacts manager I keep the bulk actions in sight while I turn the page or sort', async () => {
  await open('active?search=an');
  await tickAll();
  await button(/^Select all [\d,]+ that match$/).click();
  const all = toolbar().getByText(/^All [\d,]+ contacts that match are selected$/);
  const text = await all.innerText();
  const moves = [
    () => page.getByRole('link', { name: 'Next page' }).click(),
    () => page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click(),
  ];
  for (const move of moves) {
    const letGo = await hold(LIST_REQUEST);
    await move();
    await page.locator('table[aria-busy="true"]').waitFor();
    expect(await toolbar().innerText()).toContain(text);
    await letGo();
    await settle();
    expect(await toolbar().innerText()).toContain(text);
    expect(await tickedRows().count()).toBe(await rows().count());
  }
  await browser.apiOf('contacts-manager').put(`${API}/preferences`, { sort: null });
});

test('As a contacts manager I read how many are chosen, also of more than are counted at once', async () => {
  let total = 0;
  // What the server says of a list of more than 10,000.
  await page.route(LIST_REQUEST, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    total = answer.pagination.total;
    const pagination = { ...answer.pagination, total: 10_000, totalIsExact: false };
    await route.fulfill({ response, json: { ...answer, pagination } });
  });
  await open('active?search=an');
  await tickAll();
  const letGo = await hold(TOTAL_REQUEST);
  await button('Select everything that matches (more than 10,000)').click();
  await toolbar().getByText('More than 10,000 contacts selected', { exact: true }).waitFor();
  await rows().nth(1).getByRole('checkbox').uncheck();
  await rows().nth(2).getByRole('checkbox').uncheck();
  await toolbar().getByText('More than 10,000 contacts selected, without 2').waitFor();
  await letGo();
  const without = (total - 2).toLocaleString('en');
  await toolbar().getByText(`${without} contacts selected, all that match but 2`).waitFor();
});

test('As a contacts manager I tick a range with Shift, by mouse and by keyboard', async () => {
  await open('active');
  const box = (row: number) => rows().nth(row).getByRole('checkbox');
  await box(1).click();
  await box(5).click({ modifiers: ['Shift'] });
  await toolbar().getByText('5 contacts selected').waitFor();
  const ticked = await rows().evaluateAll((all) =>
    all.flatMap((row, index) => (row.getAttribute('data-ticked') === 'true' ? [index] : [])),
  );
  expect(ticked).toEqual([1, 2, 3, 4, 5]);
  // From the last one that was clicked, upwards, and to the state that the other end gets.
  await box(3).click({ modifiers: ['Shift'] });
  await toolbar().getByText('2 contacts selected').waitFor();
  await box(8).press('Space');
  await box(10).press('Shift+Space');
  await toolbar().getByText('5 contacts selected').waitFor();
});

test('As a reader in India I find contacts by the days that my screen shows', async () => {
  const early = await addContact('Before Dawn', '+91 98407 00101');
  const late = await addContact('Next Morning', '+91 98407 00102');
  setCreated(early, Date.parse('2025-12-01T21:30:00Z'));
  setCreated(late, Date.parse('2025-12-02T18:45:00Z'));

  await page.context().close();
  page = await browser.signIn('contacts-manager', { timezoneId: 'Asia/Kolkata' });
  await open('active?createdFrom=2025-12-02&createdTo=2025-12-02');
  await page.getByRole('row').filter({ hasText: 'Before Dawn' }).getByText('3:00').waitFor();
  expect(await rows().count()).toBe(1);
  await page.getByText('1 in Active').waitFor();
  expect(new URL(page.url()).searchParams.get('createdFrom')).toBe('2025-12-02');
  await rows().first().getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Before Dawn' }).waitFor();

  const [request] = await Promise.all([
    page.waitForRequest(/\/contacts-manager\/operations\?/),
    page.goto(`${ROOT}/history?from=2025-12-02&to=2025-12-02`),
  ]);
  const asked = new URL(request.url()).searchParams;
  expect(asked.get('from')).toBe('2025-12-01T18:30:00.000Z');
  expect(asked.get('to')).toBe('2025-12-02T18:29:59.999Z');
  // Other files of the run open the oldest contacts, and expect those of the import.
  for (const id of [early, late]) setCreated(id, Date.now());
});

test('As an agent I find my list in the order and the length in which I left it', async () => {
  const agent = await browser.signIn('contacts-agent');
  const namesOf = async () => {
    await agent.locator('tbody tr[data-ticked] a, tbody tr td a').first().waitFor();
    await agent.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    return (await agent.getByRole('table').locator('tbody tr td a').allInnerTexts()).slice(0, 3);
  };
  await agent.goto(`${ROOT}/active`);
  const usual = await namesOf();
  await agent.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await agent.waitForURL(/sort=name%3Aasc/);
  const sorted = await namesOf();
  expect(sorted).not.toEqual(usual);
  await agent.getByRole('combobox', { name: 'Rows per page' }).click();
  await agent.getByRole('option', { name: '50', exact: true }).click();
  await agent.waitForURL(/pageSize=50/);
  await agent.context().close();

  const again = await browser.signIn('contacts-agent');
  await again.goto(`${ROOT}/active`);
  const header = again.getByRole('columnheader', { name: 'Name' });
  await again.locator('th[aria-sort="ascending"]').waitFor();
  expect(await header.getAttribute('aria-sort')).toBe('ascending');
  await again.getByRole('table').locator('tbody tr').nth(49).waitFor();
  // An address that names an order wins.
  await again.goto(`${ROOT}/active?sort=createdAt:desc&pageSize=10`);
  await again.locator('th[aria-sort="descending"]').waitFor();
  await again.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  expect(await again.getByRole('table').locator('tbody tr').count()).toBe(10);
  await again.context().close();
  await browser.apiOf('contacts-agent').put(`${API}/preferences`, { sort: null, pageSize: null });
});

test('nothing of ours was written to the console as an error', () => {
  expect(browser.consoleErrors()).toEqual([]);
});
