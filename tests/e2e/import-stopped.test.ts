import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { cancelImport, confirmImport, waitForImport } from '../../scripts/lib/import-file.mjs';
import { phoneNumber } from '../factories/contacts';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { findViolations } from './support/axe';
import { API, panelOf, ROOT } from './support/panel';

/** An import that somebody cancels while its rows are being saved. */
let browser: TestBrowser;
let owner: AdminClient;
let page: Page;

const ROWS = 12_000;
const FIRST_NUMBER = 40_000;

beforeAll(async () => {
  browser = await openBrowser();
  owner = browser.apiOf('strapi-super-admin');
  page = await browser.signIn('contacts-manager');
});
afterAll(() => browser.close());

const { notice } = panelOf(() => page);

function peopleFile(): FormData {
  const lines = Array.from(
    { length: ROWS },
    (_, index) => `Stopped ${index},${phoneNumber(FIRST_NUMBER + index)}`,
  );
  const form = new FormData();
  form.set('file', new Blob([`Name,Primary Contact\n${lines.join('\n')}\n`]), 'stopped.csv');
  return form;
}

/** How many contacts it has added by then. */
async function stopHalfway(id: string): Promise<number> {
  await confirmImport(owner, id);
  for (;;) {
    const view = await owner.get(`${API}/imports/${id}`);
    if (view.applied.create > 0) break;
    await wait(20);
  }
  return (await cancelImport(owner, id)).applied.create;
}

test('As a contacts manager I see what a stopped import has saved, download the rest, and take it back', async () => {
  const { id } = await owner.post(`${API}/imports`, peopleFile());
  expect(await waitForImport(owner, id)).toMatchObject({ counts: { create: ROWS } });
  const added = await stopHalfway(id);
  const left = ROWS - added;
  expect(left).toBeGreaterThan(0);
  const [addedText, leftText] = [added, left].map((count) => count.toLocaleString('en'));

  await page.goto(`${ROOT}/imports/${id}`);
  await page
    .getByText(`${addedText} contacts were added; ${leftText} rows were not saved.`)
    .waitFor();
  await page.getByRole('button', { name: `${leftText} Not saved` }).click();
  await page.getByRole('cell', { name: 'Not saved', exact: true }).first().waitFor();
  await page.getByRole('cell', { name: `Stopped ${added}`, exact: true }).waitFor();
  await takePicture(page, 'import stopped');
  expect(await findViolations(page)).toEqual([]);

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the rows that are left' }).click();
  expect((await waiting).suggestedFilename()).toBe('contacts-problem-rows.xlsx');

  await page.getByRole('button', { name: 'Undo' }).click();
  await notice()
    .getByText(new RegExp(`^Took ${addedText} contacts back`))
    .waitFor({ timeout: 60_000 });
  const search = encodeURIComponent('Stopped 1');
  expect((await owner.get(`${API}/contacts?search=${search}`)).pagination.total).toBe(0);
});
