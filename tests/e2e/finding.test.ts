import type { Locator, Page } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { fillInLogin, openBrowser, takePicture, type TestBrowser } from './support/browser';
import { contactsOf } from './support/contacts';
import { API, panelOf, ROOT } from './support/panel';
import { pasteInto } from './support/paste';

/** Finding contacts: filters, pasted numbers, former numbers, saved views, columns. */
let browser: TestBrowser;
let colleague: AdminClient;
let page: Page;
let seatId: string;

beforeAll(async () => {
  browser = await openBrowser();
  colleague = browser.apiOf('strapi-super-admin');
  const { data: morning } = await colleague.post(`${API}/groups`, { name: 'Morning people' });
  const { data: evening } = await colleague.post(`${API}/groups`, { name: 'Evening people' });
  const { data: seat } = await colleague.post(`${API}/custom-fields`, {
    label: 'Seat',
    type: 'number',
  });
  seatId = String(seat.documentId);
  const [first, second] = [morning.documentId, evening.documentId];
  const email = (name: string) => ({ email: `${name}@example.com` });
  await addContact('Find Both', '+91 98300 00101', {
    ...email('both'),
    groups: [first, second],
    customFields: { seat: 12 },
  });
  await addContact('Find Morning', '+91 98300 00102', {
    groups: [first],
    customFields: { seat: 3 },
  });
  const moved = await addContact('Find Moved', '+91 98300 00103', email('moved'));
  await colleague.put(`${API}/contacts/${moved}`, { primaryContact: '+91 98300 00999' });
  const archived = await addContact('Find Archived', '+91 98300 00104', { groups: [second] });
  await colleague.post(`${API}/contacts/${archived}/archive`, {});
});
beforeEach(async () => {
  page = await browser.signIn('contacts-manager');
});
afterEach(() => page.context().close());
afterAll(async () => {
  // Other files of the run share the server, and expect the form of a new one.
  await colleague.delete(`${API}/custom-fields/${seatId}`);
  await browser.close();
});

const { dialog, open, rows, searchField, settle } = panelOf(() => page);
const { addContact } = contactsOf(() => colleague);
const button = (name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const headers = () => page.getByRole('columnheader').allTextContents();

async function expectNames(...names: string[]): Promise<void> {
  await page.waitForFunction(
    (count) => document.querySelectorAll('tbody tr[data-ticked]').length === count,
    names.length,
  );
  await settle();
  const found = await rows().locator('a').allInnerTexts();
  expect(found.map((text) => text.trim()).sort()).toEqual([...names].sort());
}
const paste = (text: string) => pasteInto(searchField(), text);
async function saveView(name: string, ticks: string[] = []): Promise<void> {
  await button('Views').click();
  await button('Save this list as a view').click();
  await dialog().getByLabel('Name').fill(name);
  for (const tick of ticks) await dialog().getByRole('checkbox', { name: tick }).check();
  await button('Save view').click();
  await dialog().waitFor({ state: 'detached' });
}

test('As a contacts manager I narrow the list by more filters, which stay in the address', async () => {
  await open('active?search=Find');
  await button('More filters').click();
  await dialog().getByRole('button', { name: 'In all of' }).click();
  await page.getByRole('checkbox', { name: 'Morning people' }).check();
  await page.keyboard.press('Escape');
  await dialog().getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'Seat' }).click();
  await dialog().getByRole('combobox', { name: 'Comparison' }).click();
  await page.getByRole('option', { name: 'from' }).click();
  await dialog().getByLabel('Value').fill('10');
  await dialog().getByRole('button', { name: 'Add condition' }).click();
  await takePicture(page, 'finding more-filters');
  await button('Show contacts').click();
  await expectNames('Find Both');
  await takePicture(page, 'finding chips');

  await page.reload();
  await expectNames('Find Both');
  await button('Remove filter: Seat from 10').focus();
  await page.keyboard.press('Enter');
  await expectNames('Find Both', 'Find Morning');
  await button(/^Remove filter: In all of/).press('Enter');
  await expectNames('Find Both', 'Find Morning', 'Find Moved');
  await button('Clear filters').click();
  expect(new URL(page.url()).search).toBe('');
});

test('As a contacts manager I find somebody by a number they had before', async () => {
  await open('active');
  await searchField().fill('98300 00103');
  await expectNames('Find Moved');
  await page.getByText('formerly').waitFor();
  await page.getByText('+91 98300 00103').waitFor();
  await takePicture(page, 'finding former');
});

test('As a contacts manager I paste numbers and see which are found', async () => {
  await open('active');
  await paste('+91 98300 00101\n+91 98300 00104\n+91 98300 00103\nnot a number\n');
  const panel = page.getByRole('region', { name: 'Pasted numbers' });
  await panel.getByText('2 of 4 numbers found · 1 in Active · 1 in Archived').waitFor();
  await panel.getByText('not a number – not a phone number').waitFor();
  await panel.getByText('+91 98300 00103 – formerly of Find Moved').waitFor();
  await panel.getByRole('button', { name: 'Copy these' }).waitFor();
  await expectNames('Find Both');
  await takePicture(page, 'finding numbers');
  await page.getByRole('link', { name: '1 in Archived' }).click();
  await expectNames('Find Archived');
  await panel.getByRole('button', { name: 'Clear numbers' }).click();
  await panel.waitFor({ state: 'detached' });
});

test('… and am told when they are more than can be looked up at once', async () => {
  await open('active');
  const extra = Array.from({ length: 510 }, (_, index) => `+91 98301 ${10_000 + index}`);
  await paste(['+91 98300 00101', '+91 98300 00102', ...extra].join('\n'));
  const panel = page.getByRole('region', { name: 'Pasted numbers' });
  await panel.getByText('2 of 500 numbers found').waitFor();
  await panel.getByText('Only the first 500 of 512 numbers were looked up.').waitFor();
  await page.reload();
  await panel.getByText('Only the first 500 of 512 numbers were looked up.').waitFor();
  await panel.getByRole('button', { name: 'Clear numbers' }).click();
  await panel.waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('');
});

test('As a contacts manager I open a group, read whose list it is, and go back to all groups', async () => {
  const { data: group } = await colleague.post(`${API}/groups`, {
    name: 'مجموعة الاختبار',
    description: 'Who comes on the first day',
    color: '#9b51e0',
  });
  await addContact('Opened Person', '+91 98300 00107', {
    groups: [group.documentId],
  });
  await open('groups');
  await page.getByRole('link', { name: group.name, exact: true }).click();
  await page.getByRole('heading', { name: group.name, level: 1 }).waitFor();
  await page.getByText('Who comes on the first day').waitFor();
  await expectNames('Opened Person');
  expect(await page.title()).toContain(group.name);
  await takePicture(page, 'finding group');
  await searchField().fill('Nobody');
  await page.getByText('No contact matches your search and filters here.').waitFor();
  await page.getByRole('heading', { name: group.name, level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Back to Groups' }).click();
  await page.getByRole('table').waitFor();
  expect(new URL(page.url()).pathname).toBe(`${ROOT}/groups`);

  // Narrowing a list to a group is a filter like any other.
  await open(`active?groups=${group.documentId}`);
  await page.getByRole('heading', { name: 'Contacts', level: 1 }).waitFor();
  await open(`active?groups=${group.documentId}&opened=groups`);
  await button(/^Remove filter: Group: /).click();
  await page.getByRole('heading', { name: 'Contacts', level: 1 }).waitFor();
  await colleague.delete(`${API}/groups/${group.documentId}`);
});

test('As a contacts manager I save a view, change it, share it, and a colleague opens it', async () => {
  await open('active?search=Find&hasEmail=yes&sort=name:asc');
  await expectNames('Find Both', 'Find Moved');
  await saveView('With mail');
  await page.getByText('Only for you').waitFor();

  await open('active');
  await button('Views').click();
  await page.getByRole('link', { name: 'With mail' }).click();
  await expectNames('Find Both', 'Find Moved');
  await button('Remove filter: With e-mail').click();
  await expectNames('Find Both', 'Find Moved', 'Find Morning');
  await button('Save changes').click();
  await button('Save changes').waitFor({ state: 'detached' });

  const agent = await browser.signIn('contacts-agent');
  await agent.goto(`${ROOT}/active`);
  await agent.getByRole('button', { name: 'Views', exact: true }).click();
  await agent.getByRole('button', { name: 'Save this list as a view' }).waitFor();
  expect(await agent.getByRole('link', { name: 'With mail' }).count()).toBe(0);
  // The plain address shows the same, without the name of a view that is not theirs.
  await agent.goto(page.url());
  await agent.getByRole('link', { name: 'Find Morning' }).waitFor();

  await button('Edit view').click();
  await dialog().getByLabel('Name').fill('All of Find');
  await dialog().getByRole('checkbox', { name: 'Share with everybody' }).check();
  await takePicture(page, 'finding view-dialog');
  await button('Save view').click();
  await dialog().waitFor({ state: 'detached' });
  await agent.goto(`${ROOT}/active`);
  await agent.getByRole('button', { name: 'Views', exact: true }).click();
  await agent.getByRole('link', { name: 'All of Find' }).click();
  await agent.getByRole('link', { name: 'Find Morning' }).waitFor();
  expect(await agent.getByRole('button', { name: 'Edit view' }).count()).toBe(0);
  await agent.context().close();

  await button('Delete view').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete view' }).click();
  await page
    .getByText(/Deleted the view .*All of Find/)
    .first()
    .waitFor();
});

test('As a contacts manager I use a view as a group when I filter, and never in Add to Group', async () => {
  await open('active?search=Find&hasEmail=no');
  await saveView('No mail yet', ['Share with everybody', 'Use as a group']);
  await page.getByText('Shared, used as a group').waitFor();
  await open('archived');
  await button('Group').click();
  const views = page.getByRole('group', { name: 'Views used as groups' });
  await views.getByRole('checkbox', { name: 'No mail yet' }).check();
  await takePicture(page, 'finding view-as-group');
  await page.keyboard.press('Escape');
  await expectNames('Find Archived');
  await rows().first().getByRole('checkbox').check();
  await page
    .getByRole('toolbar', { name: 'Bulk actions' })
    .getByRole('button', { name: 'Add to Group' })
    .click();
  await dialog().getByRole('checkbox', { name: 'Morning people' }).waitFor();
  expect(await dialog().getByText('No mail yet').count()).toBe(0);
});

test('As a contacts manager I choose columns by keyboard and find them after signing in again', async () => {
  await open('active?search=Find');
  const usual = await headers();
  await button('Columns').press('Enter');
  await dialog().getByRole('checkbox', { name: 'E-mail' }).press('Space');
  await dialog().getByRole('checkbox', { name: 'Seat' }).press('Space');
  await dialog().getByRole('checkbox', { name: 'Groups' }).press('Space');
  await button('Move Seat up').press('Enter');
  await takePicture(page, 'finding columns');
  await button('Save columns').press('Enter');
  await dialog().waitFor({ state: 'detached' });
  const chosen = [...usual.filter((name) => name !== 'Groups')];
  chosen.splice(-1, 0, 'Seat', 'E-mail');
  expect(await headers()).toEqual(chosen);
  expect(await button('Columns').evaluate((node) => node === document.activeElement)).toBe(true);
  await page
    .getByRole('row')
    .filter({ hasText: 'Find Both' })
    .getByText('12', { exact: true })
    .waitFor();

  const again = await browser.openAnonymous();
  await fillInLogin(again, browser.accountOf('contacts-manager'));
  await again.goto(`${ROOT}/active`);
  await again.getByRole('columnheader', { name: 'Seat' }).waitFor();
  await again.getByRole('button', { name: 'Columns', exact: true }).click();
  await again.getByRole('button', { name: 'Back to the usual columns' }).click();
  await again.getByRole('button', { name: 'Save columns' }).click();
  await again.getByRole('columnheader', { name: 'Seat' }).waitFor({ state: 'detached' });
  await again.context().close();
});

test('As a contacts manager I sort by any column, also a field of our own', async () => {
  const columns = ['name', 'customFields.seat', 'groups', 'email'];
  await open(`active?search=Find&${columns.map((key) => `columns=${key}`).join('&')}`);
  const order = async (header: string, ...names: string[]) => {
    await page.getByRole('columnheader', { name: header }).getByRole('button').click();
    await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('tbody tr[data-ticked] a')]
          .map(({ textContent }) => textContent)
          .join() === wanted,
      names.join(),
    );
  };
  await order('Seat', 'Find Morning', 'Find Both', 'Find Moved');
  await order('Seat', 'Find Both', 'Find Morning', 'Find Moved');
  expect(await page.getByRole('columnheader', { name: 'Seat' }).getAttribute('aria-sort')).toBe(
    'descending',
  );
  await order('Groups', 'Find Both', 'Find Morning', 'Find Moved');
  await order('Groups', 'Find Morning', 'Find Both', 'Find Moved');
  await page.reload();
  await expectNames('Find Both', 'Find Morning', 'Find Moved');
  expect(new URL(page.url()).searchParams.get('sort')).toBe('groups:desc');
  await browser.apiOf('contacts-manager').put(`${API}/preferences`, { sort: null });
});

test('As a contacts manager I read why a list is not sorted, and have it all the same', async () => {
  await open('active?search=Find&sort=customFields.goneLongAgo:asc');
  await page.getByText('For now the newest contacts come first').waitFor();
  await expectNames('Find Moved', 'Find Morning', 'Find Both');
  await takePicture(page, 'finding not-sorted');
  await button('Keep this order').click();
  await page.getByText('For now the newest contacts come first').waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('sort')).toBe('createdAt:desc');
});

test('As a contacts manager I see all of it on a phone, and in the dark', async () => {
  const phone = await browser.signIn('contacts-manager', { width: 400, colorScheme: 'dark' });
  await phone.goto(`${ROOT}/active?search=Find&hasEmail=yes&createdFrom=2026-01-01`);
  await phone.getByRole('table').waitFor();
  await phone.getByRole('button', { name: 'Remove filter: With e-mail' }).waitFor();
  const overflow = await phone
    .locator('html')
    .evaluate((node) => node.scrollWidth - node.clientWidth);
  expect(overflow).toBe(0);
  await takePicture(phone, 'finding phone');
  await phone.getByRole('button', { name: 'More filters' }).click();
  await phone.getByRole('dialog').waitFor();
  await takePicture(phone, 'finding phone-filters');
  await phone.context().close();
});

test('nothing of ours was written to the console as an error', () => {
  expect(browser.consoleErrors()).toEqual([]);
});
