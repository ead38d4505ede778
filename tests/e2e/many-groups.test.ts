import type { Page } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { contactsOf } from './support/contacts';
import { overflowOf } from './support/layout';
import { API, panelOf, ROOT } from './support/panel';

/** A directory with two hundred groups, on windows of every width; and filling one of them by a filter. */
let browser: TestBrowser;
let owner: AdminClient;
let page: Page;
const groups: string[] = [];

const GROUPS = 200;
const nameOf = (index: number) =>
  `Round ${String(index + 1).padStart(3, '0')} of the neighbourhood`;

beforeAll(async () => {
  browser = await openBrowser();
  owner = browser.apiOf('strapi-super-admin');
  for (let index = 0; index < GROUPS; index += 1) {
    const { data } = await owner.post(`${API}/groups`, { name: nameOf(index) });
    groups.push(String(data.documentId));
  }
  page = await browser.signIn('contacts-manager');
});
afterAll(async () => {
  for (const id of groups) await owner.delete(`${API}/groups/${id}`);
  await browser.close();
});

const { dialog, notice, open, pick, settle, toolbar } = panelOf(() => page);
const { addContact } = contactsOf(() => owner);
const groupRow = (name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

test('As a contacts manager I add everybody who matches a filter to a group', async () => {
  const { data: category } = await owner.post(`${API}/categories`, { name: 'Walkers' });
  const kind = { category: String(category.documentId) };
  const first = await addContact('Walker One', '+91 98450 41001', kind);
  await addContact('Walker Two', '+91 98450 41002', kind);
  const third = await addContact('Walker Three', '+91 98450 41003', kind);
  await owner.post(`${API}/contacts/bulk`, {
    action: 'add-to-groups',
    groups: [groups[4]],
    selection: { kind: 'ids', ids: [first] },
  });
  await owner.post(`${API}/contacts/bulk`, {
    action: 'archive',
    selection: { kind: 'ids', ids: [third] },
  });

  await open('groups?search=005');
  await pick(nameOf(4), 'Add people');
  await dialog().getByRole('tab', { name: 'By filter' }).click();
  await dialog().getByText('Choose what they have in common.').waitFor();
  const add = dialog().getByRole('button', { name: /^Add / });
  const search = () => dialog().getByRole('searchbox', { name: 'Search contacts' });
  expect(await add.isDisabled()).toBe(true);

  await dialog().getByRole('button', { name: 'Category' }).click();
  await page.getByRole('checkbox', { name: 'Walkers' }).check();
  await page.keyboard.press('Escape');
  await dialog().getByText('1 contact will change.').waitFor();
  await dialog().getByText('1 of 2 need no change').waitFor();
  await takePicture(page, 'groups filter');
  await dialog()
    .getByRole('combobox', { name: 'Status' })
    .locator('..')
    .getByRole('button')
    .click();
  await dialog().getByText('2 contacts will change.').waitFor();

  await search().fill('nobody of that name');
  await dialog().getByText('Nobody matches.').waitFor();
  expect(await add.isDisabled()).toBe(true);
  await search().fill('walker two');
  await dialog().getByRole('button', { name: 'More filters' }).click();
  await dialog().getByRole('checkbox', { name: 'Application' }).waitFor();
  await takePicture(page, 'groups filter more');
  await dialog().getByRole('button', { name: 'Add 1 contact', exact: true }).click();
  await notice().getByText('Added 1 contact to groups.').waitFor();
  await groupRow(nameOf(4)).getByRole('link', { name: '2 active contacts' }).waitFor();
});

test('As a contacts manager I find one of many groups by typing a part of its name', async () => {
  await open('active?search=walker&sort=name:asc');
  await page.getByRole('button', { name: 'Group', exact: true }).click();
  await page.keyboard.type('005');
  await page.getByRole('checkbox', { name: nameOf(4) }).waitFor();
  expect(await page.getByRole('group', { name: 'Group' }).getByRole('checkbox').count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await settle();
  await page.waitForURL(/groups=/);
  await page.waitForFunction(() => document.querySelectorAll('tbody tr[data-ticked]').length === 2);

  await page.getByRole('checkbox', { name: 'Select all contacts on this page' }).check();
  await toolbar().getByRole('button', { name: 'Add to Group' }).click();
  await dialog().waitFor();
  await page.keyboard.type('round 150');
  await dialog()
    .getByRole('checkbox', { name: nameOf(149) })
    .check();
  await dialog().getByText('2 contacts will change.').waitFor();
  await takePicture(page, 'groups two hundred');
  await dialog().getByRole('button', { name: 'Add to Group' }).click();
  await notice().getByText('Added 2 contacts to groups.').waitFor();
});

describe.each([360, 768, 2560])('at %i pixels', (width) => {
  let wide: Page;
  beforeAll(async () => {
    wide = await browser.signIn('contacts-manager', { width });
  });
  afterAll(() => wide.context().close());

  test.each(['active?search=walker', 'groups', 'new', 'imports/new', 'history', 'duplicates'])(
    '%s fits, and nothing scrolls sideways',
    async (address) => {
      await wide.goto(`${ROOT}/${address}`);
      await wide.getByRole('main').getByRole('heading').first().waitFor();
      await wide.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      expect(await overflowOf(wide.locator('html'))).toBe(0);
      await takePicture(wide, `width ${width} ${address.replace(/\W+/g, ' ')}`);
    },
  );
});

test('… and every group fits on its page', async () => {
  await open('groups?pageSize=100');
  await page.getByText(/^2\d\d groups$/).waitFor();
  expect(await overflowOf(page.locator('html'))).toBe(0);
  await takePicture(page, 'groups many');
});
