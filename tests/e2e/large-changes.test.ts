import type { Page } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { confirmImport, waitForImport } from '../../scripts/lib/import-file.mjs';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { API, panelOf } from './support/panel';
import { holdChange } from './support/running';

/** Changes of more contacts than one request makes: in sight while they are made, exact about who was left out. */
let browser: TestBrowser;
let colleague: AdminClient;
let page: Page;

const STAY = 1_000;
const GO = 10;
const people = (name: string, count: number, from: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `${name} ${index + 1},+9198500${String(from + index).padStart(5, '0')}`,
  );

beforeAll(async () => {
  browser = await openBrowser();
  colleague = browser.apiOf('strapi-super-admin');
  const rows = [...people('Throng Stay', STAY, 1), ...people('Throng Go', GO, STAY + 1)];
  const form = new FormData();
  form.set('file', new Blob([['Name,Primary Contact', ...rows].join('\n')]), 'throng.csv');
  const { id } = await colleague.post(`${API}/imports`, form);
  await waitForImport(colleague, id);
  await confirmImport(colleague, id);
  await waitForImport(colleague, id);
  page = await browser.signIn('contacts-manager');
});
afterAll(async () => {
  // The files behind this one expect the lists of the demo.
  await colleague.post(`${API}/contacts/bulk`, {
    action: 'block',
    selection: { kind: 'filter', filter: { search: 'Throng', status: 'active' } },
    reason: 'Over',
  });
  await colleague.post(`${API}/contacts/bulk`, {
    action: 'delete',
    selection: { kind: 'filter', filter: { search: 'Throng' } },
  });
  await browser.close();
});

const { dialog, notice, open, row, settle, tickAll, toolbar } = panelOf(() => page);
const main = () => page.getByRole('main');
const archive = async (reason: string) => {
  await dialog().getByLabel('Reason').fill(reason);
  await dialog().getByRole('button', { name: 'Archive', exact: true }).click();
};
const archiveOne = async (name: string, reason: string) => {
  await open('active?search=Throng%20Go');
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Archive', exact: true }).click();
  await archive(reason);
};

test('As a contacts manager I find the change I started again: after a reload, in History and on its page', async () => {
  await open('active?search=Throng');
  await tickAll();
  await toolbar().getByRole('button', { name: 'Select all 1,010 that match' }).click();
  await toolbar().getByRole('button', { name: 'Archive', exact: true }).click();
  const letGo = await holdChange(page, 'Throng is over');
  await archive('Throng is over');
  await notice().getByText('Archived: 40% done').waitFor();
  await page.reload();
  await notice().getByText('Archived: 40% done').waitFor();

  await open('history');
  await row('Throng is over').getByText('40% done').waitFor();
  await row('Throng is over').getByRole('progressbar', { name: 'Archived' }).waitFor();
  await takePicture(page, 'change running history');
  await row('Throng is over').getByRole('link').click();
  await main().getByRole('progressbar', { name: 'Archived' }).waitFor();
  await main().getByRole('button', { name: 'Cancel' }).waitFor();
  await takePicture(page, 'change running');
  letGo();
  await main().getByText('Archived 1,010 contacts.').waitFor();
  await main().getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
  await main().getByRole('button', { name: 'Undo' }).click();
  await notice().getByText('Took 1,010 contacts back to what they were.').waitFor();
});

test('… and History follows it to its end', async () => {
  const letGo = await holdChange(page, 'Throng is over');
  await open('history');
  await row('Throng is over').getByText('40% done').waitFor();
  letGo();
  await row('Throng is over').getByText('40% done').waitFor({ state: 'detached' });
  expect(await row('Throng is over').locator('td').nth(3).innerText()).toBe('1,010');
});

test('As a contacts manager I can still cancel a change after I have started another one', async () => {
  const letGo = await holdChange(page, 'Throng one');
  await archiveOne('Throng Go 1', 'Throng one');
  await notice().getByText('Archived: 40% done').waitFor();
  await archiveOne('Throng Go 2', 'Throng two');
  const notices = page.getByRole('complementary', { name: 'Latest changes' }).getByRole('status');
  await notices.filter({ hasText: 'Archived 1 contact.' }).waitFor();
  const [request] = await Promise.all([
    page.waitForRequest(/\/operations\/[^/]+\/cancel$/),
    notices.filter({ hasText: '40% done' }).getByRole('button', { name: 'Cancel' }).click(),
  ]);
  const { reason } = await colleague.get(new URL(request.url()).pathname.replace('/cancel', ''));
  expect(reason).toBe('Throng one');
  await page.getByText('This change is over and cannot be cancelled any more.').first().waitFor();
  letGo();
  await notices.filter({ hasText: '40% done' }).waitFor({ state: 'detached' });
  const undone = await colleague.get(`${API}/contacts?search=Throng%20Go&status=archived`);
  await colleague.post(`${API}/contacts/bulk`, {
    action: 'activate',
    selection: {
      kind: 'ids',
      ids: undone.results.map(({ documentId }: { documentId: string }) => documentId),
    },
  });
});

test('a thousand who cannot make a change are a thousand, with their reason, in the dialog, the notice, the answer and History', async () => {
  const why = 'A contact with this status cannot make this change.';
  // One column: pages of a hundred rows are to be drawn in no time.
  await open('active?search=Throng&pageSize=100&columns=name');
  for (let number = 1; number <= 11; number += 1) {
    if (number > 1) {
      await page.getByRole('link', { name: 'Next page' }).click();
      await page.waitForURL((url) => url.searchParams.get('page') === String(number));
      await settle();
    }
    await tickAll();
  }
  await toolbar().getByText('1,010 contacts selected').waitFor();
  const blocked = await colleague.post(`${API}/contacts/bulk`, {
    action: 'block',
    selection: { kind: 'filter', filter: { search: 'Throng Stay', status: 'active' } },
    reason: 'Sent spam',
  });
  expect(blocked.applied).toBe(STAY);

  await toolbar().getByRole('button', { name: 'Archive', exact: true }).click();
  await dialog().getByText('10 contacts will change.').waitFor();
  await dialog().getByText('1,000 of 1,010 cannot be archived').waitFor();
  expect(await dialog().locator('li', { hasText: why }).count()).toBe(STAY);
  await archive('Throng leaves');
  await notice().getByText('Archived 10 contacts. 1,000 contacts were left as they are.').waitFor();

  await notice().getByRole('link', { name: 'Details' }).click();
  await main().getByText('1,000 contacts were left as they are.').waitFor();
  await main().getByText('Archived 10 contacts.').waitFor();
  expect(await main().locator('li', { hasText: why }).count()).toBe(STAY);
  const id = page.url().split('/').pop();
  const { applied, skippedCount, skipped } = await colleague.get(`${API}/operations/${id}`);
  expect({ applied, skippedCount }).toEqual({ applied: GO, skippedCount: STAY });
  expect(new Set(skipped.map(({ code }: { code: string }) => code))).toEqual(
    new Set(['status.transition']),
  );
  expect(skipped).toHaveLength(STAY);
  await open('history');
  expect(await row('Throng leaves').locator('td').nth(3).innerText()).toBe('10');
});

test('nothing of ours was written to the console as an error', () => {
  expect(browser.consoleErrors()).toEqual([]);
});
