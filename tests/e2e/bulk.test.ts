import fs from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { API, panelOf, ROOT } from './support/panel';

/** The bulk actions behind More, and the numbers that a change shows in all its places. */
let browser: TestBrowser;
let page: Page;
/** Somebody else who works on the same contacts. */
let colleague: AdminClient;

const NAMES = ['Mover Ada', 'Mover Ben', 'Mover Cleo', 'Mover Dan'];
const ids = new Map<string, string>();
let fromGroup = '';
let toGroup = '';

beforeAll(async () => {
  browser = await openBrowser();
  colleague = browser.apiOf('strapi-super-admin');
  const add = async (kind: string, name: string): Promise<string> =>
    (await colleague.post(`${API}/${kind}`, { name })).data.documentId;
  fromGroup = await add('groups', 'Waiting list');
  toGroup = await add('groups', 'Course, Monday');
  await add('categories', 'Course member');
  for (const [at, name] of NAMES.entries()) {
    const { data } = await colleague.post(`${API}/contacts`, {
      name,
      primaryContact: `+91 98200 0050${at}`,
      groups: [at === 3 ? toGroup : fromGroup],
    });
    ids.set(name, data.documentId);
  }
  page = await browser.signIn('contacts-manager');
});
afterAll(() => browser.close());

const { dialog, more, notice, open, pickMore, rows, tickAll, toolbar } = panelOf(() => page);

const group = (name: string): Locator => dialog().getByRole('group', { name });

/** All four, ticked. */
async function tickAllMovers(): Promise<void> {
  await open('active?search=Mover');
  await tickAll();
  await toolbar().getByText('4 contacts selected').waitFor();
}
const undo = async (): Promise<void> => {
  await notice().getByRole('button', { name: 'Undo' }).click();
  await notice().getByText('Took', { exact: false }).waitFor();
};

test('As a contacts manager I can move contacts out of one group and into another, as one change', async () => {
  await tickAllMovers();
  await pickMore('Move to group');
  await group('Out of').getByRole('checkbox', { name: 'Waiting list' }).check();
  await group('Into').getByRole('checkbox', { name: 'Course, Monday' }).check();
  await dialog().getByText('3 contacts will change.').waitFor();
  await dialog().getByText('1 of 4 need no change').waitFor();
  await dialog().getByText('Waiting list (3)').waitFor();
  await takePicture(page, 'bulk move to group');
  await dialog().getByRole('button', { name: 'Move', exact: true }).click();
  await dialog().getByText('1 contact was left as it is.').waitFor();
  await dialog().getByText('Mover Dan').waitFor();
  await dialog().getByRole('button', { name: 'Close', exact: true }).last().click();
  await notice().getByText('Moved 3 contacts to another group.').waitFor();

  expect((await colleague.get(`${API}/contacts?groups=${toGroup}`)).pagination.total).toBe(4);
  expect((await colleague.get(`${API}/contacts?groups=${fromGroup}`)).pagination.total).toBe(0);
  await undo();
  await open(`active?groups=${fromGroup}`);
  expect(await rows().count()).toBe(3);
});

test('… take them out of a group, with the group they share ticked already', async () => {
  await open(`active?groups=${fromGroup}`);
  await page.getByRole('checkbox', { name: 'Select all contacts on this page' }).check();
  await pickMore('Remove from groups');
  expect(await group('Groups to leave').getByRole('checkbox').count()).toBe(1);
  await dialog().getByText('3 contacts will change.').waitFor();
  await dialog().getByRole('button', { name: 'Remove', exact: true }).click();
  await notice().getByText('Removed 3 contacts from groups.').waitFor();
  await undo();
});

test('… and give them all a category', async () => {
  await tickAllMovers();
  await pickMore('Set category');
  await dialog().getByRole('button', { name: 'Set category' }).click();
  await dialog().getByText('Choose a category.').waitFor();
  await dialog().getByRole('combobox').click();
  await page.getByRole('option', { name: 'Course member' }).click();
  await dialog().getByText('4 contacts will change.').waitFor();
  await takePicture(page, 'bulk set category');
  await dialog().getByRole('button', { name: 'Set category' }).click();
  await notice().getByText('Changed the category of 4 contacts.').waitFor();
  await page.getByRole('table').getByText('Course member').nth(3).waitFor();
});

test('As a contacts manager I can export just the rows and columns I chose', async () => {
  await tickAll();
  await rows().filter({ hasText: 'Mover Dan' }).getByRole('checkbox').uncheck();
  await pickMore('Export');
  await dialog().getByRole('heading', { name: 'Export 3 contacts' }).waitFor();
  await takePicture(page, 'bulk export');
  await dialog().getByText('CSV, for other programs').click();
  for (const column of ['Created At', 'Source', 'Status reason', 'Notes', 'Email']) {
    await group('Columns').getByRole('checkbox', { name: column, exact: true }).uncheck();
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog().getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^contacts-\d{4}-\d\d-\d\d\.csv$/);
  const lines = fs.readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(lines.slice(0, 2)).toEqual([
    '\uFEFFName,Category,Primary Contact,Secondary Contact,Groups,Status',
    'Mover Ada,Course member,+919820000500,,Waiting list,Active',
  ]);
  expect(lines).toHaveLength(5);
  await dialog().waitFor({ state: 'detached' });
  expect(await more().evaluate((button) => button === document.activeElement)).toBe(true);
});

test('… or everybody in a group or a view that is used as one, whatever I ticked', async () => {
  const { data: view } = await colleague.post(`${API}/views`, {
    name: 'Movers for export',
    isShared: true,
    isGroup: true,
    filter: { search: 'Mover B' },
  });
  try {
    await tickAllMovers();
    await pickMore('Export');
    await dialog().getByText('Everybody in groups or views').click();
    await dialog().getByRole('heading', { name: 'Export contacts' }).waitFor();
    expect(await dialog().getByRole('button', { name: 'Download' }).isDisabled()).toBe(true);
    await group('Groups').getByRole('checkbox', { name: 'Waiting list' }).check();
    await dialog().getByRole('heading', { name: 'Export 3 contacts' }).waitFor();
    await group('Groups').getByRole('checkbox', { name: 'Waiting list' }).uncheck();
    await group('Views used as groups').getByRole('checkbox', { name: view.name }).check();
    await dialog().getByRole('heading', { name: 'Export 1 contact' }).waitFor();
    await takePicture(page, 'bulk export group');
    await dialog().getByText('CSV, for other programs').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog().getByRole('button', { name: 'Download' }).click(),
    ]);
    const lines = fs
      .readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines.map((line) => line.split(',')[0])).toEqual(['Name', 'Mover Ben']);
  } finally {
    await colleague.delete(`${API}/views/${view.documentId}`);
  }
});

test('… and am told when the download fails', async () => {
  await tickAllMovers();
  await pickMore('Export');
  await page.route('**/contacts-manager/exports', (route) => route.abort());
  await dialog().getByRole('button', { name: 'Download' }).click();
  await dialog().getByText('No connection to the server').waitFor();
  await page.unroute('**/contacts-manager/exports');
  await page.keyboard.press('Escape');
});

test('As a contacts manager I can do it with the keyboard alone, and the focus comes back', async () => {
  await tickAll();
  await more().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Set category' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog().waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  expect(await more().evaluate((button) => button === document.activeElement)).toBe(true);
});

test('the dialog, the notice and History tell the same numbers of those left out', async () => {
  await tickAll();
  await colleague.post(`${API}/contacts/${ids.get('Mover Ben')}/block`, { reason: 'Spam' });
  await toolbar().getByRole('button', { name: 'Archive', exact: true }).click();
  await dialog().getByText('3 contacts will change.').waitFor();
  await dialog().getByText('1 of 4 cannot be archived').waitFor();
  await dialog().getByRole('button', { name: 'Archive', exact: true }).click();
  await dialog().getByText('Mover Ben').waitFor();
  await dialog().getByRole('button', { name: 'Close', exact: true }).last().click();
  await notice().getByText('Archived 3 contacts. 1 contact was left as it is.').waitFor();
  await notice().getByRole('link').click();
  await page.getByText('1 contact was left as it is.').first().waitFor();
  await page.getByText('Mover Ben').first().waitFor();
  await open('history');
  const line = page.getByRole('row').filter({ hasText: 'Archived' }).first();
  expect(await line.locator('td').nth(3).innerText()).toBe('3');
});

test('the toolbar and its dialogs fit a phone, in the dark', async () => {
  const phone = await browser.signIn('contacts-manager', { colorScheme: 'dark', width: 400 });
  await phone.goto(`${ROOT}/blocked?search=Mover`);
  await phone.getByRole('checkbox', { name: 'Select all contacts on this page' }).check();
  await takePicture(phone, 'bulk toolbar phone dark');
  await phone.getByRole('toolbar').getByRole('button', { name: 'More' }).click();
  await phone.getByRole('menuitem', { name: 'Move to bin' }).waitFor();
  await phone.getByRole('menuitem', { name: 'Export' }).click();
  await phone.getByRole('dialog').waitFor();
  const overflow = await phone
    .getByRole('dialog')
    .evaluate((node) => node.scrollWidth - node.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await takePicture(phone, 'bulk export phone dark');
  await phone.context().close();
});
