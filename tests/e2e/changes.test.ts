import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from './support/browser';
import { panelOf, ROOT } from './support/panel';

/** Selecting everything that matches, and taking changes back. */
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.signIn('contacts-manager');
});
afterAll(() => browser.close());

const { dialog, more, notice, open, row, rows, settle, toolbar } = panelOf(() => page);

const totalOf = async (tab: string): Promise<number> => {
  await open(tab);
  const text = await page
    .getByText(/^[\d,]+ contacts?$/)
    .first()
    .innerText();
  return Number(text.replace(/\D/g, ''));
};

test('As a contacts manager I can archive everything that matches, but for two, and take it back', async () => {
  await open('active?search=an');
  const found = Number(
    (
      await page
        .getByText(/^[\d,]+ contacts$/)
        .first()
        .innerText()
    ).replace(/\D/g, ''),
  );
  expect(found).toBeGreaterThan(50);
  await page.getByRole('checkbox', { name: 'Select all contacts on this page' }).check();
  await toolbar().getByText('25 contacts selected').waitFor();
  await toolbar()
    .getByRole('button', { name: `Select all ${found.toLocaleString('en')} that match` })
    .click();
  await rows().nth(0).getByRole('checkbox').uncheck();
  await page.getByRole('link', { name: 'Next page' }).click();
  await page.waitForURL(/page=2/);
  await settle();
  await rows().nth(0).getByRole('checkbox').uncheck();
  await toolbar()
    .getByText(`${(found - 2).toLocaleString('en')} contacts selected, all that match but 2`)
    .waitFor();

  await toolbar().getByRole('button', { name: 'Archive', exact: true }).click();
  await dialog().getByLabel('Reason').fill('Season over');
  await dialog().getByRole('button', { name: 'Archive', exact: true }).click();
  await notice()
    .getByText(`Archived ${(found - 2).toLocaleString('en')} contacts.`)
    .waitFor();
  await open('active?search=an');
  expect(await rows().count()).toBe(2);
});

test('… from History, where it says who, how many and why', async () => {
  await open('history');
  const line = row('Season over').first();
  await line.getByText('Maya Manager').waitFor();
  await line.getByRole('button', { name: 'Undo' }).click();
  await notice()
    .getByText(/^Took [\d,]+ contacts back to what they were\.$/)
    .waitFor();
  await open('active?search=an');
  expect(await rows().count()).toBe(25);
});

test('As a contacts manager I can undo straight from the notice', async () => {
  await open('active');
  const name = (await rows().nth(0).locator('td:nth-child(2)').innerText()).trim();
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Block', exact: true }).click();
  await dialog().getByLabel('Reason').fill('By mistake');
  await dialog().getByRole('button', { name: 'Block', exact: true }).click();
  await notice().getByText('Blocked 1 contact.').waitFor();
  await notice().getByRole('button', { name: 'Undo' }).click();
  await notice().getByText('Took 1 contact back to what it was.').waitFor();
  await open(`blocked?search=${encodeURIComponent(name)}`);
  expect(await row(name).count()).toBe(0);
});

test('As a contacts manager I find in History what was done to one contact', async () => {
  await open('history');
  await row('By mistake').first().waitFor();
  const all = await page.getByRole('row').count();
  await open('active');
  const person = (await rows().nth(0).locator('td:nth-child(2)').innerText()).trim();
  await open('history');
  await page.getByRole('combobox', { name: 'Contact', exact: true }).pressSequentially(person);
  await page.getByRole('option', { name: new RegExp(`^${person} ·`) }).click();
  await page.waitForURL(/contact=/);
  await settle();
  await row('By mistake').first().waitFor();
  expect(await page.getByRole('row').count()).toBeLessThan(all);
  await page.reload();
  await page.locator(`input[role="combobox"][value="${person}"]`).waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.waitForURL((url) => !url.search.includes('contact='));
});

test('As a contacts manager I read the history of a contact, before and after', async () => {
  await open('active');
  await rows().nth(1).getByRole('link').first().click();
  const history = page.getByRole('region', { name: 'History of this contact' });
  await history.waitFor();
  await page.getByRole('button', { name: 'Edit Notes' }).click();
  const notes = await page.getByLabel('Notes', { exact: true }).inputValue();
  await page.getByLabel('Notes', { exact: true }).fill('Called twice');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const entry = history.getByRole('listitem').nth(0);
  await entry.getByText('Edited').waitFor();
  await entry.getByText('Called twice').waitFor();
  await entry.getByRole('button', { name: 'Undo' }).click();
  await notice().getByText('Took 1 contact back to what it was.').waitFor();
  await page.getByRole('button', { name: 'Edit Notes' }).click();
  expect(await page.getByLabel('Notes', { exact: true }).inputValue()).toBe(notes);
});

test('As a contacts manager I can move archived contacts to the bin and restore them', async () => {
  const before = await totalOf('active');
  await open('active');
  const name = (await rows().nth(2).locator('td:nth-child(2)').innerText()).trim();
  await rows().nth(2).getByRole('checkbox').check();
  await more().click();
  await page.getByRole('menuitem', { name: 'Export' }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Move to bin' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await toolbar().getByRole('button', { name: 'Archive', exact: true }).click();
  await dialog().getByRole('button', { name: 'Archive', exact: true }).click();
  await notice().getByText('Archived 1 contact.').waitFor();

  await open(`archived?search=${encodeURIComponent(name)}`);
  await rows().nth(0).getByRole('checkbox').check();
  await more().click();
  await page.getByRole('menuitem', { name: 'Move to bin' }).click();
  await dialog().getByText('They can be restored for 30 days').waitFor();
  await dialog().getByRole('button', { name: 'Move to bin' }).click();
  await notice().getByText('Moved 1 contact to the bin.').waitFor();

  await open('bin');
  await row(name).getByText('Maya Manager').waitFor();
  await row(name).getByRole('button', { name: 'Restore' }).click();
  await notice().getByText('Restored 1 contact.').waitFor();
  // Other files of the run share the bin.
  await row(name).waitFor({ state: 'detached' });
  expect(await totalOf('active')).toBe(before - 1);
});

test('As an agent I am shown neither History nor the bin', async () => {
  const agent = await browser.signIn('contacts-agent');
  for (const address of ['history', 'bin']) {
    await agent.goto(`${ROOT}/${address}`);
    await agent.getByText(/don't have the permissions/i).waitFor();
  }
});

test('nothing of ours was written to the console as an error', () => {
  expect(browser.consoleErrors()).toEqual([]);
});
